package cip.core.score.kernel;

import cip.spi.FeatureColumn.NumberColumn;

/**
 * Reads a column of numbers as a model wants to see it.
 *
 * @param input position of the column among the inputs
 * @param out the number slot to fill
 * @param type what a number is rounded to, or must be
 * @param missing what stands for a missing number; NaN = it stays missing
 * @param missingIsUnsure whether the model refuses rows without the number
 * @param range which numbers the model takes
 */
public record NumberInput(int input, int out, Type type, double missing, boolean missingIsUnsure, Range range)
        implements Step {

    /** What the numbers of a field are. */
    public enum Type {
        DOUBLE,
        FLOAT,
        INTEGER,
        /** 1 and 0. */
        YES_NO
    }

    /** What becomes of a number outside the range. */
    public enum Outside {
        KEPT,
        MISSING,
        UNSURE,
        /** Pulled to the nearer end. */
        CLIPPED
    }

    /** @param lowest smallest number inside @param highest largest number inside */
    public record Range(double lowest, double highest, Outside outside) {
        public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Outside.KEPT);
    }

    @Override
    public void run(Block block) {
        double[] from = ((NumberColumn) block.input(input)).values();
        double[] to = block.numbers[out];
        int offset = block.from();
        for (int i = 0; i < block.rows(); i++) {
            to[i] = from[offset + i] + 0.0;
        }
        convert(block, to);
        if (range.outside() != Outside.KEPT) {
            confine(block, to);
        }
        replaceMissing(block, to);
    }

    private void convert(Block block, double[] values) {
        switch (type) {
            case DOUBLE -> {}
            case FLOAT -> {
                for (int i = 0; i < block.rows(); i++) {
                    values[i] = (float) values[i];
                }
            }
            case INTEGER -> {
                for (int i = 0; i < block.rows(); i++) {
                    block.unsure[i] |= !Double.isNaN(values[i]) && (int) values[i] != values[i];
                }
            }
            case YES_NO -> {
                for (int i = 0; i < block.rows(); i++) {
                    block.unsure[i] |= !Double.isNaN(values[i]) && values[i] != 0 && values[i] != 1;
                }
            }
        }
    }

    private void confine(Block block, double[] values) {
        double lowest = range.lowest();
        double highest = range.highest();
        for (int i = 0; i < block.rows(); i++) {
            double value = values[i];
            if (value < lowest || value > highest) {
                switch (range.outside()) {
                    case MISSING -> values[i] = Double.NaN;
                    case CLIPPED -> values[i] = value < lowest ? lowest : highest;
                    default -> block.unsure[i] = true;
                }
            }
        }
    }

    private void replaceMissing(Block block, double[] values) {
        if (!missingIsUnsure && Double.isNaN(missing)) {
            return;
        }
        for (int i = 0; i < block.rows(); i++) {
            if (Double.isNaN(values[i])) {
                values[i] = missing;
                block.unsure[i] |= missingIsUnsure;
            }
        }
    }
}
