package cip.server.decisions;

import cip.core.decide.CustomerBase;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rows of a base by one score.
 *
 * @param scored in ascending order
 * @param others those without the score, in the order of the base
 */
record ScoreOrder(int[] scored, int[] others) {
    static ScoreOrder of(CustomerBase base, String score) {
        int[] scored = IntStream.range(0, base.size())
                .filter(row -> !Double.isNaN(base.number(score, row)))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> base.number(score, row)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] others = IntStream.range(0, base.size())
                .filter(row -> Double.isNaN(base.number(score, row)))
                .toArray();
        return new ScoreOrder(scored, others);
    }

    /** All rows, those without the score last. */
    IntStream rows(boolean descending) {
        int last = scored.length - 1;
        IntStream ordered = IntStream.range(0, scored.length).map(i -> scored[descending ? last - i : i]);
        return IntStream.concat(ordered, IntStream.of(others));
    }
}
