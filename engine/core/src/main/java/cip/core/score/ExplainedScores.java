package cip.core.score;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The scores of a batch and what each input adds to them.
 *
 * @param attributions by row; empty = the model cannot be explained, or the row has no score or one that only the evaluator
 *     can say
 */
public record ExplainedScores(ScoreResult result, IntFunction<Optional<Attribution>> attributions) {}
