package cip.core.decide;

import cip.core.rule.ConditionTraces;
import cip.core.rule.CustomerWords;
import cip.core.score.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Why decisions for the customers of one matrix came out as they did. Ask everything about one row before the next. Belongs
 * to one thread.
 *
 * @param segments all that are declared @param segmentTraces of the segments' conditions, in their order
 * @param attributions of the scores, score by score
 */
record DecisionReasons(
        TableReasons tables,
        List<Segment> segments,
        ConditionTraces.Rows segmentTraces,
        ActionReasons actions,
        List<IntFunction<Optional<Attribution>>> attributions,
        CustomerWords words) {

    /** @param segment the customer's */
    Decision.Reasons of(int row, Segment segment) {
        List<RuleTrace> traces = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            Segment candidate = segments.get(i);
            traces.add(new RuleTrace(
                    candidate.id(), candidate.label(), candidate.equals(segment), segmentTraces.trace(i, row)));
        }
        return new Decision.Reasons(tables.traces(row), traces, actions.traces(row), explanations(row));
    }

    private List<ScoreExplanation> explanations(int row) {
        List<ScoreExplanation> explanations = new ArrayList<>(attributions.size());
        for (IntFunction<Optional<Attribution>> attribution : attributions) {
            attribution.apply(row).ifPresent(known -> explanations.add(ScoreExplanation.of(known, words, row)));
        }
        return explanations;
    }
}
