package cip.core.score.kernel;

import java.util.Map;

/**
 * Numbers of which a model knows only some.
 *
 * @param in the number slot
 * @param out the number slot to fill
 * @param known what becomes of each known number
 * @param other what becomes of the others
 * @param missing what becomes of a missing one
 */
public record KnownNumbers(int in, int out, Map<Double, Becomes> known, Becomes other, Becomes missing)
        implements Step {
    public KnownNumbers {
        known = Map.copyOf(known);
    }

    /** @param number NaN = missing @param unsure whether the row is refused @param same whether the number stays itself */
    public record Becomes(double number, boolean unsure, boolean same) {}

    @Override
    public void run(Block block) {
        double[] from = block.numbers[in];
        double[] to = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            double value = from[i];
            Becomes becomes = Double.isNaN(value) ? missing : known.getOrDefault(value, other);
            to[i] = becomes.same() ? value : becomes.number();
            block.unsure[i] |= becomes.unsure();
        }
    }
}
