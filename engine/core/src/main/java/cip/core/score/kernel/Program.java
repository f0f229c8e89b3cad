package cip.core.score.kernel;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.List;
import java.util.Optional;

/** A model as a straight list of steps. Immutable; safe to share between threads. */
public final class Program {
    private final int numberSlots;
    private final int codeSlots;
    private final Step[] steps;
    private final int result;
    private final Optional<Shares> shares;
    /** Positions of the inputs that have to be numbers. */
    private final int[] numbers;

    /**
     * @param numberSlots how many columns of numbers the steps use
     * @param codeSlots how many columns of codes
     * @param result the number slot that holds the score after the last step
     * @param shares how the inputs add up; empty = it is not known
     */
    public Program(int numberSlots, int codeSlots, List<Step> steps, int result, Optional<Shares> shares) {
        this.numberSlots = numberSlots;
        this.codeSlots = codeSlots;
        this.steps = steps.toArray(Step[]::new);
        this.result = result;
        this.shares = shares;
        this.numbers = steps.stream()
                .filter(NumberInput.class::isInstance)
                .mapToInt(step -> ((NumberInput) step).input())
                .distinct()
                .toArray();
    }

    /** How the inputs add up; empty = it is not known. */
    public Optional<Shares> shares() {
        return shares;
    }

    /** Whether the columns are of the kinds that the steps read. */
    public boolean canRead(List<FeatureColumn> inputs) {
        for (int input : numbers) {
            if (!(inputs.get(input) instanceof NumberColumn)) {
                return false;
            }
        }
        return true;
    }

    /** One row's score with what each input adds to it; empty = the row has no plain score, or it is not known. */
    public Optional<Explained> explain(List<FeatureColumn> inputs, int row) {
        return explain(inputs, row, 1).flatMap(explained -> explained.row(0));
    }

    /**
     * The scores of rows with what each input adds to them.
     *
     * @param from the first row
     * @return empty = it is not known how the inputs add up, or the columns are not of the kinds that the steps read
     */
    public Optional<ExplainedRows> explain(List<FeatureColumn> inputs, int from, int rows) {
        if (shares.isEmpty() || !canRead(inputs)) {
            return Optional.empty();
        }
        ExplainedRows explained = ExplainedRows.of(shares.get(), rows);
        Block block = new Block(Math.min(rows, Block.ROWS), numberSlots, codeSlots, inputs);
        for (int at = 0; at < rows; at += Block.ROWS) {
            block.moveTo(from + at, Math.min(Block.ROWS, rows - at));
            run(block);
            double[] result = block.numbers[this.result];
            for (int i = 0; i < block.rows(); i++) {
                boolean isPlain = !block.unsure[i] && Double.isFinite(result[i]);
                explained.scores()[at + i] = isPlain ? result[i] + 0.0 : Double.NaN;
            }
            shares.get().explain(block, explained, at);
        }
        return Optional.of(explained);
    }

    /**
     * @param inputs the columns that the input steps name by position, each {@code rows} long
     * @return one number per row; NaN = missing, or not to be said without more care
     */
    public double[] run(List<FeatureColumn> inputs, int rows) {
        double[] scores = new double[rows];
        Block block = new Block(Math.min(rows, Block.ROWS), numberSlots, codeSlots, inputs);
        for (int from = 0; from < rows; from += Block.ROWS) {
            block.moveTo(from, Math.min(Block.ROWS, rows - from));
            run(block);
            double[] result = block.numbers[this.result];
            for (int i = 0; i < block.rows(); i++) {
                scores[from + i] = block.unsure[i] ? Double.NaN : result[i] + 0.0;
            }
        }
        return scores;
    }

    private void run(Block block) {
        for (Step step : steps) {
            step.run(block);
        }
    }
}
