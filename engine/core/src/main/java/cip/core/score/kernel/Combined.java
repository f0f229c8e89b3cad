package cip.core.score.kernel;

import java.util.function.DoubleBinaryOperator;

/**
 * A function of two numbers, row by row; the function says what a missing one means. A row where the function has no value
 * of two numbers is unsure.
 *
 * @param left number slot
 * @param right number slot
 * @param out number slot to fill
 */
public record Combined(int left, int right, int out, DoubleBinaryOperator function) implements Step {
    @Override
    public void run(Block block) {
        double[] a = block.numbers[left];
        double[] b = block.numbers[right];
        double[] to = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            double value = function.applyAsDouble(a[i], b[i]);
            block.unsure[i] |= Double.isNaN(value) && !Double.isNaN(a[i]) && !Double.isNaN(b[i]);
            to[i] = value;
        }
    }
}
