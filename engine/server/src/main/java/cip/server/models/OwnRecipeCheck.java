package cip.server.models;

import cip.core.feature.FittedFeatures;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.http.FieldProblem;
import cip.server.models.ModelRecipe.Target;
import cip.server.models.OwnRecipe.OwnTarget;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one recipe that was brought.
 *
 * @param known the recipe of the score that came with the product
 * @param terms that a target may be made of
 * @param path of the recipe in the request
 */
record OwnRecipeCheck(
        ModelRecipe known, FittedFeatures features, Vocabulary terms, TrainerChoices trainers, String path) {
    /** The targets that a score of a kind can have. */
    static List<Target> targets(ScoreOutput.Kind kind) {
        return switch (kind) {
            case AMOUNT -> List.of(Target.SPEND, Target.ATTRIBUTE);
            case PROBABILITY -> List.of(Target.CHURN, Target.CONDITION);
            case CLUSTER -> List.of(Target.NONE);
        };
    }

    List<FieldProblem> problems(OwnRecipe recipe) {
        List<FieldProblem> problems = new ArrayList<>();
        boolean clustering = known.output().kind() == ScoreOutput.Kind.CLUSTER;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < recipe.features().size(); i++) {
            String name = recipe.features().get(i);
            Optional<FeatureInput.Type> type = features.type(name).filter(found -> isColumn(name));
            if (type.isEmpty()) {
                problems.add(problem(".features[" + i + "]", "There is no attribute or feature " + name + "."));
            } else if (!seen.add(name)) {
                problems.add(problem(".features[" + i + "]", "The feature " + name + " stands there twice."));
            } else if (clustering && type.get() == FeatureInput.Type.TEXT) {
                problems.add(problem(
                        ".features[" + i + "]", "The feature " + name + " is a text, but clusters read numbers."));
            }
        }
        List<FieldProblem> ofTarget = target(recipe.target());
        problems.addAll(ofTarget);
        if (problems.isEmpty()) {
            problems.addAll(lineage(recipe));
        }
        problems.addAll(trainers.problems(path, recipe, known));
        return problems;
    }

    private boolean isColumn(String name) {
        return features.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    private List<FieldProblem> target(OwnTarget target) {
        List<Target> possible = targets(known.output().kind());
        if (!possible.contains(target.kind())) {
            return List.of(problem(
                    ".target.kind",
                    "A score of kind " + known.output().kind() + " cannot have the target " + target.kind()
                            + ", expected one of " + possible + "."));
        }
        List<FieldProblem> problems = new ArrayList<>();
        JsonNode condition = target.condition();
        if (target.kind() == Target.ATTRIBUTE) {
            problems.addAll(ofColumn(target.of()));
        } else if (target.of() != null) {
            problems.add(problem(".target.of", "Only the target ATTRIBUTE is of an attribute or feature."));
        }
        if (target.kind() == Target.CONDITION) {
            problems.addAll(
                    condition == null
                            ? List.of(problem(".target.condition", "There is no condition."))
                            : OwnRecipes.conditionProblems(path + ".target.condition", condition, terms));
        } else if (condition != null) {
            problems.add(problem(".target.condition", "Only the target CONDITION has a condition."));
        }
        return problems;
    }

    private List<FieldProblem> ofColumn(@Nullable String of) {
        if (of == null) {
            return List.of(problem(".target.of", "There is no name of an attribute or feature."));
        }
        Optional<Term> term = terms.term(of);
        if (term.isEmpty() || !isColumn(of)) {
            return List.of(problem(".target.of", "There is no attribute or feature " + of + "."));
        }
        return term.get().type() == Term.Type.TEXT
                ? List.of(problem(".target.of", "The attribute " + of + " is a text, expected a number."))
                : List.of();
    }

    private List<FieldProblem> lineage(OwnRecipe recipe) {
        TodaysTarget today = OwnRecipes.today(recipe.target(), terms);
        if (today == null || !TargetLineage.leavesOut(new Settings(recipe.told()))) {
            return List.of();
        }
        List<String> given = TargetLineage.inputs(today, recipe.features(), features);
        return given.size() < recipe.features().size()
                ? List.of()
                : List.of(
                        problem(
                                ".features",
                                "Every one of them is computed from what the target is made of, so nothing would be left to learn from."));
    }

    private FieldProblem problem(String field, String message) {
        return new FieldProblem(path + field, message);
    }
}
