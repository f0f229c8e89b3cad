package cip.core.simulate;

import cip.core.contact.ContactColumns;
import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.decide.Decider;
import cip.core.decide.PageDecider;
import cip.core.rule.Condition;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * What a {@link Simulator} does, column by column for pages of customers whose features and scores are known: without an
 * object per customer, and what both strategies ask is asked once. Immutable; safe to share between threads.
 */
public final class ColumnSimulator {
    private final PageDecider before;
    private final PageDecider after;
    private final List<Attribute> grouped;

    public ColumnSimulator(Decider before, Decider after) {
        this.before = new PageDecider(before);
        this.after = new PageDecider(after);
        this.grouped = GroupCounts.attributes(after.schema());
    }

    /** Names of the terms that either strategy or the groups need beside segments and what tables give. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>(before.terms());
        terms.addAll(after.terms());
        grouped.forEach(attribute -> terms.add(attribute.name()));
        return terms;
    }

    /** The strategy before. */
    public PageDecider before() {
        return before;
    }

    /** The strategy after. */
    public PageDecider after() {
        return after;
    }

    /**
     * A page of customers as a strategy sees them.
     *
     * @param terms attributes, features and the strategy's scores: a column for each of {@link PageDecider#terms}
     * @param heldOut rows that its holdout holds
     * @param contacts with the same customers
     */
    public record Page(FeatureMatrix terms, BitSet heldOut, ContactColumns.Rows contacts) {}

    /** The same page decided under both strategies. */
    public record Pair(FeatureMatrix terms, PageDecider.Outcomes before, PageDecider.Outcomes after) {
        int rows() {
            return before.segments().length;
        }
    }

    /** @param seenAfter of the same customers; the same terms when both strategies have the same scores */
    @SuppressWarnings("ReferenceEquality") // the very same columns, so that what was decided of them holds for both
    public Pair decide(Page seenBefore, Page seenAfter) {
        Map<Condition, BitSet> decided = new HashMap<>();
        PageDecider.Outcomes first =
                before.decide(seenBefore.terms(), seenBefore.heldOut(), seenBefore.contacts(), decided);
        boolean sameTerms = seenBefore.terms() == seenAfter.terms();
        Map<Condition, BitSet> known = sameTerms ? after.shared(before, decided) : new HashMap<>();
        PageDecider.Outcomes second = after.decide(seenAfter.terms(), seenAfter.heldOut(), seenAfter.contacts(), known);
        return new Pair(seenBefore.terms(), first, second);
    }

    /** Adds up pages in the order of the customers. */
    public Totals totals() {
        return new Totals(before, after, grouped);
    }

    /** Sums over pages that were decided. Not safe to share between threads. */
    public static final class Totals {
        private final TransitionCounts segments;
        private final TransitionCounts actions;
        private final GroupCounts groups;
        private long customers;
        private long changed;
        private double valueBefore;
        private double valueAfter;
        private long suppressedBefore;
        private long suppressedAfter;

        private Totals(PageDecider before, PageDecider after, List<Attribute> grouped) {
            this.segments = TransitionCounts.ofSegments(before, after);
            this.actions = TransitionCounts.ofActions(before, after);
            this.groups = new GroupCounts(grouped, before, after);
        }

        /**
         * @param id of the customer in a row
         * @param changes hears of those who get another segment or another first action
         */
        public void add(Pair page, IntFunction<CustomerId> id, Consumer<Change> changes) {
            PageDecider.Outcomes first = page.before();
            PageDecider.Outcomes second = page.after();
            BitSet changing = new BitSet(page.rows());
            for (int row = 0; row < page.rows(); row++) {
                double from = first.expectedValues()[row];
                double to = second.expectedValues()[row];
                boolean moved = segments.add(first.segments()[row], second.segments()[row], from, to);
                boolean acted = actions.add(first.actions()[row], second.actions()[row], from, to);
                valueBefore += from;
                valueAfter += to;
                if (moved | acted) {
                    changed++;
                    changing.set(row);
                    changes.accept(new Change(
                            id.apply(row),
                            segments.from(first.segments()[row]),
                            segments.to(second.segments()[row]),
                            actions.from(first.actions()[row]),
                            actions.to(second.actions()[row]),
                            from,
                            to));
                }
            }
            suppressedBefore += first.suppressed().cardinality();
            suppressedAfter += second.suppressed().cardinality();
            groups.add(page, changing);
            customers += page.rows();
        }

        public long customers() {
            return customers;
        }

        /** Everything added so far. */
        public Simulation counts() {
            return new Simulation(
                    customers,
                    changed,
                    valueBefore,
                    valueAfter,
                    segments.transitions(),
                    actions.transitions(),
                    groups.effects(),
                    suppressedBefore,
                    suppressedAfter);
        }
    }
}
