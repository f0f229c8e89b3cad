package cip.server.models;

import cip.core.feature.FittedFeatures;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.http.FieldProblem;
import cip.server.models.AdjustableSettings.TrainerSettings;
import cip.spi.FeatureInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a recipe that somebody brings may be made of, on the customers and under the strategy of now. */
final class TrainingChoices {
    private final BaseCounts counts;
    private final TrainerChoices trainers;
    private final Supplier<FittedFeatures> features;
    private final Supplier<Vocabulary> vocabulary;

    TrainingChoices(
            BaseCounts counts,
            TrainerChoices trainers,
            Supplier<FittedFeatures> features,
            Supplier<Vocabulary> vocabulary) {
        this.counts = counts;
        this.trainers = trainers;
        this.features = features;
        this.vocabulary = vocabulary;
    }

    /**
     * What may be chosen for one score.
     *
     * @param targets such a score can have
     * @param columns that may be inputs, or what a target is made of
     * @param trainers that make such a score, with what can be set of each
     */
    record OwnChoices(List<TargetChoice> targets, List<ColumnChoice> columns, List<TrainerSettings> trainers) {}

    /**
     * A target.
     *
     * @param possible whether the customers of now suffice
     * @param because why they do not; empty = they do
     * @param customers there would be to learn from
     * @param asOf day the inputs would be of; {@code null} = there is none
     */
    record TargetChoice(
            ModelRecipe.Target kind,
            String label,
            boolean possible,
            String because,
            long customers,
            @Nullable LocalDate asOf) {}

    /**
     * An attribute or feature.
     *
     * @param origin {@code ATTRIBUTE} or {@code FEATURE}
     * @param madeOf attributes it is computed from, itself when it is one; {@value FittedFeatures#TRANSACTIONS} stands for
     *     all that purchases give. An input gives a target away when both are made of the same
     * @param personal whether its values say who a customer is
     */
    record ColumnChoice(
            String name,
            String label,
            Term.Type type,
            String unit,
            Term.Origin origin,
            String description,
            List<String> madeOf,
            boolean personal) {}

    BaseCounts.Counts counts() {
        return counts.counts();
    }

    OwnChoices of(ModelRecipe known, BaseCounts.Counts now) {
        List<TargetChoice> targets = OwnRecipeCheck.targets(known.output().kind()).stream()
                .map(target -> new TargetChoice(
                        target,
                        target.description(),
                        now.whyNot(target).isEmpty(),
                        now.whyNot(target),
                        now.customers(target),
                        now.asOf(target)))
                .toList();
        return new OwnChoices(targets, columns(), trainers.of(known));
    }

    private List<ColumnChoice> columns() {
        FittedFeatures live = features.get();
        Set<String> columns = live.columns().stream().map(FeatureInput::name).collect(Collectors.toSet());
        return vocabulary.get().terms().stream()
                .filter(term -> columns.contains(term.name()))
                .filter(term -> term.origin() == Term.Origin.ATTRIBUTE || term.origin() == Term.Origin.FEATURE)
                .map(term -> new ColumnChoice(
                        term.name(),
                        term.label(),
                        term.type(),
                        term.unit(),
                        term.origin(),
                        term.description(),
                        List.copyOf(live.madeOf(term.name())),
                        term.personal()))
                .toList();
    }

    /** Targets that cannot be learned on the customers of now. */
    List<FieldProblem> impossible(List<OwnRecipe> recipes) {
        BaseCounts.Counts now = counts();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i++) {
            String field = "recipes[" + i + "].target.kind";
            Optional.of(now.whyNot(recipes.get(i).target().kind()))
                    .filter(why -> !why.isEmpty())
                    .ifPresent(why -> problems.add(new FieldProblem(field, why)));
        }
        return problems;
    }
}
