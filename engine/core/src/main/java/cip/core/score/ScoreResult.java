package cip.core.score;

import java.util.List;

/**
 * The scores of a batch and the reasons for those that are missing. The array is not copied: do not write to it.
 *
 * @param scores one finite number per row; NaN = no score
 * @param problems exactly one for every NaN, in row order
 */
public record ScoreResult(double[] scores, List<ScoreProblem> problems) {
    public ScoreResult {
        problems = List.copyOf(problems);
    }
}
