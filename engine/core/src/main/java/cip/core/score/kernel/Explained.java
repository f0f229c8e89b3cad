package cip.core.score.kernel;

import java.util.List;

/**
 * One row's score with what each input adds to the sum that it is a function of.
 *
 * @param sum what the model adds up
 * @param baseline of the sum
 * @param inputs names
 * @param shares one per input; baseline and shares add up to the sum but for rounding
 */
public record Explained(double score, double sum, double baseline, List<String> inputs, double[] shares) {}
