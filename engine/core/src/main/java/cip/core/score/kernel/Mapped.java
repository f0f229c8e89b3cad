package cip.core.score.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number, row by row. Missing stays missing; a row where the function has no value is unsure.
 *
 * @param in number slot
 * @param out number slot to fill
 */
public record Mapped(int in, int out, DoubleUnaryOperator function) implements Step {
    @Override
    public void run(Block block) {
        double[] from = block.numbers[in];
        double[] to = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            double value = function.applyAsDouble(from[i]);
            block.unsure[i] |= Double.isNaN(value) && !Double.isNaN(from[i]);
            to[i] = value;
        }
    }
}
