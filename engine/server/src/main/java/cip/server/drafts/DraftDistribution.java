package cip.server.drafts;

import cip.core.decide.StrategyProblem;
import cip.core.rule.Condition;
import cip.core.rule.Term;
import cip.core.simulate.ThresholdCurve;
import cip.server.models.ThresholdQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of the term that a comparison of a draft asks for, and what every threshold would come to.
 *
 * @param asOf the instant of the base
 * @param customers in the base
 * @param problems as long as there are some, nothing is counted
 * @param scoring models of the draft that have not scored the base: as long as there are some, nothing is counted either
 * @param distribution {@code null} = not counted
 */
public record DraftDistribution(
        Instant asOf,
        int customers,
        List<StrategyProblem> problems,
        List<ModelScoring> scoring,
        @Nullable ThresholdDistribution distribution) {
    /**
     * @param term that is compared
     * @param operator one that has a threshold, e.g. {@code AT_LEAST}
     * @param threshold as the draft has it
     * @param values how they are distributed, and the curve over the thresholds
     * @param outcomes what precision and recall are measured on; {@code null} = nothing, and they are not known
     */
    public record ThresholdDistribution(
            String term,
            String label,
            String unit,
            String operator,
            double threshold,
            ThresholdCurve values,
            @Nullable ThresholdOutcomes outcomes) {
        /** @param quality of the score that is compared; empty = nothing is known */
        static ThresholdDistribution of(
                Condition.Comparison comparison, Term term, ThresholdCurve values, Optional<ThresholdQuality> quality) {
            return new ThresholdDistribution(
                    term.name(),
                    term.label(),
                    term.unit(),
                    comparison.operator().name(),
                    values.now().threshold(),
                    quality.map(known -> values.with(point -> known.at(point.threshold())
                                    .map(at -> point.measured(at.precision(), at.recall()))
                                    .orElse(point)))
                            .orElse(values),
                    quality.map(known -> new ThresholdOutcomes(term.name(), known.text(), known.customers()))
                            .orElse(null));
        }
    }

    /**
     * @param score whose predictions came true or not
     * @param text on whom and what it was measured, in words
     * @param customers of whom it is known
     */
    public record ThresholdOutcomes(String score, String text, int customers) {}
}
