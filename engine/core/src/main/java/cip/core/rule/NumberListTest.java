package cip.core.rule;

/** Marks the present numbers that are in a short list ({@code wanted}) or are not in it. */
record NumberListTest(double[] numbers, double[] list, boolean wanted) implements ColumnTest {
    @Override
    public void mark(Block block, long[][] scratch, int depth) {
        long[] out = scratch[depth];
        for (int w = 0; w < Block.WORDS; w++) {
            int from = block.from() + w * Long.SIZE;
            int rows = Math.min(Long.SIZE, block.from() + block.rows() - from);
            out[w] = rows <= 0 ? 0 : word(from, rows);
        }
    }

    private long word(int from, int rows) {
        long word = 0;
        for (int i = 0; i < rows; i++) {
            double number = numbers[from + i];
            boolean holds = !Double.isNaN(number) && contains(number) == wanted;
            word |= (holds ? 1L : 0L) << i;
        }
        return word;
    }

    private boolean contains(double number) {
        for (double value : list) {
            if (value == number) {
                return true;
            }
        }
        return false;
    }
}
