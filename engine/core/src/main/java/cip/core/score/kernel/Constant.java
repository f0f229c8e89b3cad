package cip.core.score.kernel;

import java.util.Arrays;

/** The same number in every row. @param out the number slot to fill */
public record Constant(int out, double value) implements Step {
    @Override
    public void run(Block block) {
        Arrays.fill(block.numbers[out], value);
    }
}
