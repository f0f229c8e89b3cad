package cip.core.score.kernel;

/**
 * One of two numbers, row by row.
 *
 * @param condition number slot: 1 = the first, else the second
 * @param yes number slot
 * @param no number slot
 * @param out the number slot to fill
 */
public record Choice(int condition, int yes, int no, int out) implements Step {
    @Override
    public void run(Block block) {
        double[] conditions = block.numbers[condition];
        double[] first = block.numbers[yes];
        double[] second = block.numbers[no];
        double[] to = block.numbers[out];
        for (int i = 0; i < block.rows(); i++) {
            to[i] = conditions[i] == 1 ? first[i] : second[i];
        }
    }
}
