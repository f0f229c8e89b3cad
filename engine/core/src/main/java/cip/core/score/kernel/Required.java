package cip.core.score.kernel;

/** Marks the rows unsure in which a number is missing. @param in number slot */
public record Required(int in) implements Step {
    @Override
    public void run(Block block) {
        double[] values = block.numbers[in];
        for (int i = 0; i < block.rows(); i++) {
            block.unsure[i] |= Double.isNaN(values[i]);
        }
    }
}
