package cip.core.score.kernel;

import java.util.List;

/**
 * What each input adds to a linear sum: {@code weight × (x − mean)}, which is its Shapley value when inputs are independent
 * (Štrumbelj and Kononenko 2014, "Explaining prediction models and individual predictions with feature contributions").
 *
 * @param slots number slot of each term; not written to
 * @param weights of each term; not written to
 * @param means of each term over the training rows; not written to
 * @param inputOfTerm position of the input each term is made from; not written to
 * @param intercept what is added whatever the inputs are
 * @param inputs names, each once
 * @param sum number slot that holds the sum
 */
public record LinearShares(
        int[] slots,
        double[] weights,
        double[] means,
        int[] inputOfTerm,
        double intercept,
        List<String> inputs,
        int sum)
        implements Shares {
    public LinearShares {
        inputs = List.copyOf(inputs);
    }

    @Override
    public Explained of(Block block, int i, double score) {
        return Explained.of(score, block.numbers[sum][i], baseline(), inputs, shares(block, i));
    }

    private double baseline() {
        double baseline = intercept;
        for (int term = 0; term < slots.length; term++) {
            baseline += weights[term] * means[term];
        }
        return baseline;
    }

    private double[] shares(Block block, int i) {
        double[] shares = new double[inputs.size()];
        for (int term = 0; term < slots.length; term++) {
            shares[inputOfTerm[term]] += weights[term] * (block.numbers[slots[term]][i] - means[term]);
        }
        return shares;
    }
}
