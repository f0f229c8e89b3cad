package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Strategy;
import cip.core.decide.TermPage;
import cip.spi.FeatureMatrix;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Simulates over a decided base in memory, on every core: features are those that the base holds, and so are the scores of
 * models that it was decided with; other models score its features.
 */
public final class BaseSimulation {
    private static final int PAGE = 16_384;
    private static final int PAGES_AT_ONCE = 8;

    private final ColumnSimulator simulator;
    private final Decider before;
    private final Decider after;
    private final CustomerBase base;
    private final HeldColumns columns;

    /**
     * @param base that both strategies {@linkplain #reads can read}
     * @param decidedUnder the strategy that the base was decided under
     */
    public BaseSimulation(Decider before, Decider after, CustomerBase base, Strategy decidedUnder) {
        this.simulator = new ColumnSimulator(before, after);
        this.before = before;
        this.after = after;
        this.base = base;
        this.columns = new HeldColumns(base, decidedUnder);
    }

    /** Whether the features of a base decided under the one strategy are also those of the other. */
    public static boolean reads(Strategy decidedUnder, Strategy other) {
        return decidedUnder.features().equals(other.features())
                && decidedUnder.reference().equals(other.reference());
    }

    /**
     * @param changes hears, in the order of the customers, of those who get another segment or another first action
     * @param progress hears between pages how many customers are done; what it throws ends the simulation
     */
    public Simulation run(Consumer<Change> changes, LongConsumer progress) {
        return run(changes, progress, (from, scores) -> {});
    }

    /** Hears what the strategy after knows of a page of customers; called on several threads, once for each page. */
    public interface Scored {
        /** @param from row of the base at which the page begins @param terms the scores of the strategy after among them */
        void page(int from, FeatureMatrix terms);
    }

    /** The same. @param scored hears of the scores that were compared */
    public Simulation run(Consumer<Change> changes, LongConsumer progress, Scored scored) {
        ColumnSimulator.Totals totals = simulator.totals();
        int pages = (base.size() + PAGE - 1) / PAGE;
        for (int next = 0; next < pages; next += PAGES_AT_ONCE) {
            progress.accept(totals.customers());
            int first = next;
            List<ColumnSimulator.Pair> decided = IntStream.range(first, Math.min(pages, first + PAGES_AT_ONCE))
                    .parallel()
                    .mapToObj(number -> page(number, scored))
                    .toList();
            for (int i = 0; i < decided.size(); i++) {
                int from = (first + i) * PAGE;
                totals.add(decided.get(i), row -> base.id(from + row), changes);
            }
        }
        progress.accept(totals.customers());
        return totals.counts();
    }

    private ColumnSimulator.Pair page(int number, Scored scored) {
        int from = number * PAGE;
        int to = Math.min(base.size(), from + PAGE);
        FeatureMatrix held = TermPage.of(base.terms(), simulator.terms(), from, to);
        ColumnSimulator.Page first = page(before, held, from, to);
        boolean sameScores = before.strategy().models().equals(after.strategy().models());
        ColumnSimulator.Page second = sameScores
                ? new ColumnSimulator.Page(
                        first.terms(),
                        base.heldOut(after.strategy().holdout(), from, to),
                        base.contacts().rows(from, to))
                : page(after, held, from, to);
        scored.page(from, second.terms());
        return simulator.decide(first, second);
    }

    private ColumnSimulator.Page page(Decider decider, FeatureMatrix held, int from, int to) {
        return new ColumnSimulator.Page(
                columns.under(decider, held, from, to),
                base.heldOut(decider.strategy().holdout(), from, to),
                base.contacts().rows(from, to));
    }
}
