package cip.server.drafts;

import cip.core.decide.ExampleResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a draft its examples speak about, by the customers of the base.
 *
 * @param customers in the base
 * @param covered of those, who are in a segment that an example which is met expects
 * @param segments in the draft's order
 * @param actions those with an engagement rule, in its order
 */
public record ExampleCoverage(int customers, int covered, List<CoveredPart> segments, List<CoveredPart> actions) {
    /**
     * A segment or an action.
     *
     * @param examples that are met and expect it
     * @param customers in the segment, or those who may get the action
     */
    public record CoveredPart(String id, int examples, int customers) {}

    /** {@code null} when the effect was not counted. */
    static @Nullable ExampleCoverage of(List<ExampleResult> results, DraftEffect effect) {
        if (effect.segments() == null || effect.actions() == null) {
            return null;
        }
        List<ExampleResult> met = results.stream().filter(ExampleResult::met).toList();
        List<CoveredPart> segments = effect.segments().stream()
                .map(segment -> new CoveredPart(
                        segment.id(),
                        (int) met.stream()
                                .filter(result -> result.segment().equals(segment.id()))
                                .count(),
                        segment.reached()))
                .toList();
        List<CoveredPart> actions = effect.actions().stream()
                .map(action -> new CoveredPart(
                        action.id(),
                        (int) met.stream()
                                .filter(result ->
                                        result.example().expected().actions().contains(action.id()))
                                .count(),
                        action.suitable()))
                .toList();
        int covered = segments.stream()
                .filter(part -> part.examples() > 0)
                .mapToInt(CoveredPart::customers)
                .sum();
        return new ExampleCoverage(effect.customers(), covered, segments, actions);
    }
}
