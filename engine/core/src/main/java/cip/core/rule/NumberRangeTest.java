package cip.core.rule;

/** Marks the numbers from {@code low} to {@code high}, both included. */
record NumberRangeTest(double[] numbers, double low, double high) implements ColumnTest {
    @Override
    public void mark(Block block, long[][] scratch, int depth) {
        long[] out = scratch[depth];
        for (int w = 0; w < Block.WORDS; w++) {
            int from = block.from() + w * Long.SIZE;
            int rows = Math.min(Long.SIZE, block.from() + block.rows() - from);
            out[w] = rows <= 0 ? 0 : word(numbers, from, rows, low, high);
        }
    }

    private static long word(double[] numbers, int from, int rows, double low, double high) {
        long word = 0;
        for (int i = 0; i < rows; i++) {
            double number = numbers[from + i];
            word |= (number >= low & number <= high ? 1L : 0L) << i;
        }
        return word;
    }
}
