package cip.server.models;

import cip.core.feature.FittedFeatures;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.rule.ConditionJson;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Problem;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.http.FieldProblem;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.Table;
import cip.server.models.OwnRecipe.OwnTarget;
import cip.spi.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks recipes that somebody brings for one training against what is live now, and makes them recipes like any other. */
final class OwnRecipes {
    /** Name of the table on the card. */
    static final String TABLE = "ownRecipe";

    static final int MOST = 20;

    private final Supplier<List<ModelRecipe>> shipped;
    private final TrainerChoices trainers;
    private final Supplier<FittedFeatures> features;
    private final Supplier<Vocabulary> vocabulary;

    /**
     * @param shipped recipes, whose scores are the known ones
     * @param features of the live strategy
     * @param vocabulary of the live strategy
     */
    OwnRecipes(
            Supplier<List<ModelRecipe>> shipped,
            TrainerChoices trainers,
            Supplier<FittedFeatures> features,
            Supplier<Vocabulary> vocabulary) {
        this.shipped = shipped;
        this.trainers = trainers;
        this.features = features;
        this.vocabulary = vocabulary;
    }

    /** Everything that is wrong; fields are {@code recipes[0].target.kind} and the like. */
    List<FieldProblem> problems(List<OwnRecipe> recipes) {
        List<FieldProblem> problems = new ArrayList<>();
        if (recipes.size() > MOST) {
            problems.add(new FieldProblem(
                    "recipes", "There are " + recipes.size() + " recipes, at most " + MOST + " are trained at once."));
            return problems;
        }
        Map<String, OwnTarget> targets = new TreeMap<>();
        Set<OwnRecipe> seen = new HashSet<>();
        for (int i = 0; i < recipes.size(); i++) {
            OwnRecipe recipe = recipes.get(i);
            String path = "recipes[" + i + "]";
            Optional<ModelRecipe> known = known(recipe.score());
            if (known.isEmpty()) {
                problems.add(new FieldProblem(
                        path + ".score",
                        "There is no score " + recipe.score() + " that can be trained, expected one of "
                                + shipped.get().stream()
                                        .map(ModelRecipe::score)
                                        .distinct()
                                        .toList() + "."));
                continue;
            }
            problems.addAll(new OwnRecipeCheck(known.get(), features.get(), terms(), trainers, path).problems(recipe));
            OwnTarget first = targets.putIfAbsent(recipe.score(), recipe.target());
            if (first != null && !first.equals(recipe.target())) {
                problems.add(new FieldProblem(
                        path + ".target",
                        "Another recipe of " + recipe.score() + " has another target: they could not be compared."));
            }
            if (!seen.add(recipe)) {
                problems.add(new FieldProblem(path, "This recipe stands there twice."));
            }
        }
        return problems;
    }

    /** With the target in words, to be kept with the training. */
    OwnRecipe spoken(OwnRecipe recipe) {
        OwnTarget target = recipe.target();
        ModelRecipe made = recipe(recipe);
        return new OwnRecipe(
                recipe.score(),
                new OwnTarget(target.kind(), target.of(), target.condition(), made.targetInWords()),
                recipe.features(),
                recipe.trainer(),
                recipe.settings());
    }

    /** What is trained by it. Without wishes of its own, what the score is wished to reach stays. */
    ModelRecipe recipe(OwnRecipe own) {
        ModelRecipe known = known(own.score()).orElseThrow();
        Map<String, String> settings = new TreeMap<>();
        known.settings()
                .text(TrainerChoices.AIMS)
                .filter(aims -> trainers.measures(own.trainer(), known.output()))
                .ifPresent(aims -> settings.put(TrainerChoices.AIMS, aims));
        settings.putAll(own.told());
        OwnTarget target = own.target();
        TodaysTarget today = today(target, terms());
        ModelRecipe made = new ModelRecipe(
                known.output(),
                known.label(),
                known.description(),
                own.trainer(),
                target.kind(),
                own.features(),
                new Settings(settings),
                today);
        return today == null ? made : made.described("Stands in for " + today.sentence() + ".");
    }

    /** The model with its recipe on its card. */
    static ShippedModel noted(ModelRecipe recipe, ShippedModel model) {
        List<ComparedRow> rows = new ArrayList<>();
        rows.add(new ComparedRow("target", List.of(), recipe.targetInWords()));
        rows.add(new ComparedRow("features", List.of(), String.join(", ", recipe.features())));
        rows.add(new ComparedRow("trainer", List.of(), recipe.trainer()));
        new TreeMap<>(recipe.settings().values())
                .forEach((name, value) -> rows.add(new ComparedRow(name, List.of(), value)));
        ModelCard card = model.card()
                .with(new Table(TABLE, "The recipe that was brought for this training instead of the score's.", rows));
        return new ShippedModel(card, model.pmml(), card.toJson());
    }

    private Optional<ModelRecipe> known(String score) {
        return shipped.get().stream()
                .filter(recipe -> recipe.score().equals(score))
                .findFirst();
    }

    /** What conditions of a target may speak of. */
    private Vocabulary terms() {
        return new Vocabulary(vocabulary.get().terms().stream()
                .filter(term -> term.origin() == Term.Origin.ATTRIBUTE || term.origin() == Term.Origin.FEATURE)
                .toList());
    }

    static @Nullable TodaysTarget today(OwnTarget target, Vocabulary terms) {
        return switch (target.kind()) {
            case SPEND, CHURN, NONE -> null;
            case ATTRIBUTE -> {
                String of = String.valueOf(target.of());
                yield new TodaysTarget.OfColumn(of, terms.label(of));
            }
            case CONDITION -> {
                Condition condition = ConditionJson.read(required(target));
                yield new TodaysTarget.OfCondition(condition, ConditionSentence.of(condition, terms));
            }
        };
    }

    private static JsonNode required(OwnTarget target) {
        JsonNode condition = target.condition();
        if (condition == null) {
            throw new IllegalArgumentException("A target that is a condition has none.");
        }
        return condition;
    }

    /** What is wrong with a condition, with the place in it. */
    static List<FieldProblem> conditionProblems(String path, JsonNode json, Vocabulary terms) {
        List<Problem> found = ConditionJson.problems(json);
        if (found.isEmpty()) {
            found = ConditionCheck.problems(ConditionJson.read(json), terms, Set.of());
        }
        return found.stream()
                .map(problem -> new FieldProblem(path + problem.path(), problem.message()))
                .toList();
    }
}
