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
    public boolean sumsUpIn(int slot) {
        return slot == sum;
    }

    @Override
    public double baseline() {
        double baseline = intercept;
        for (int term = 0; term < slots.length; term++) {
            baseline += weights[term] * means[term];
        }
        return baseline;
    }

    @Override
    public void explain(Block block, ExplainedRows to, int at) {
        for (int term = 0; term < slots.length; term++) {
            double[] values = block.numbers[slots[term]];
            double[] shares = to.shares()[inputOfTerm[term]];
            for (int i = 0; i < block.rows(); i++) {
                shares[at + i] += weights[term] * (values[i] - means[term]);
            }
        }
        System.arraycopy(block.numbers[sum], 0, to.sums(), at, block.rows());
    }
}
