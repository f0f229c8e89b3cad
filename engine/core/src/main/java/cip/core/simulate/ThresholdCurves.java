package cip.core.simulate;

import cip.core.action.Action;
import cip.core.contact.ContactColumns;
import cip.core.decide.CustomerBase;
import cip.core.decide.PageDecider;
import cip.core.decide.Strategy;
import cip.core.decide.TermPage;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.Literal;
import cip.core.rule.Operator;
import cip.core.rule.Term;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Works out a {@link ThresholdCurve}: every customer is decided with the comparison true and with it false, and what a
 * threshold comes to is the sum of the right one of the two over all customers. So it is exact, whatever the threshold moves
 * in segments below, ranking, consent and holdout.
 */
public final class ThresholdCurves {
    private static final int PAGE = 16_384;

    private final Strategy strategy;
    private final CustomerBase base;
    private final BaseConditions conditions;
    private final String valueScore;

    /** @param strategy without problems, over the same terms as the base but for what its tables give */
    public ThresholdCurves(Strategy strategy, CustomerBase base, BaseConditions conditions, String valueScore) {
        this.strategy = strategy;
        this.base = base;
        this.conditions = conditions;
        this.valueScore = valueScore;
    }

    /** Whether a comparison has one threshold that can be moved. */
    public static boolean hasThreshold(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                && comparison.value() instanceof Literal.OfNumber
                && switch (comparison.operator()) {
                    case AT_LEAST, GREATER_THAN, AT_MOST, LESS_THAN -> true;
                    default -> false;
                };
    }

    /**
     * @param place of a comparison that {@linkplain #hasThreshold has a threshold}
     * @param term it asks for, a number that the base holds
     * @throws cip.core.error.EngineException CONFLICT when the interest is gone
     */
    public ThresholdCurve of(RulePlace place, Term term, Interest interest) {
        Condition.Comparison comparison =
                (Condition.Comparison) place.condition(strategy).orElseThrow();
        double now = ((Literal.OfNumber) comparison.value()).value();
        double[] values = ((NumberColumn) base.terms().column(term.name())).values();
        ThresholdScale scale = ThresholdScale.of(values, term, now);
        PageDecider holding = new PageDecider(place.with(strategy, Condition.everyone()), conditions);
        PageDecider failing = new PageDecider(place.with(strategy, new Condition.Any(List.of())), conditions);
        Set<String> terms = new LinkedHashSet<>(holding.terms());
        terms.addAll(failing.terms());
        terms.add(valueScore);
        Target target = Target.of(place, holding);
        Sums sums = new Sums(scale, comparison.operator(), now);
        List<Sums> pages = IntStream.range(0, (base.size() + PAGE - 1) / PAGE)
                .parallel()
                .mapToObj(page -> {
                    interest.require();
                    Sums own = new Sums(scale, comparison.operator(), now);
                    own.add(page(page * PAGE, holding, failing, terms, target), values, page * PAGE);
                    return own;
                })
                .toList();
        pages.forEach(sums::add);
        return sums.curve();
    }

    /** Who counts as reached, by number. */
    private record Target(boolean segment, int number) {
        static Target of(RulePlace place, PageDecider decider) {
            List<String> ids = place.isSegment()
                    ? decider.strategy().segments().ids()
                    : decider.actions().stream().map(Action::id).toList();
            return new Target(place.isSegment(), ids.indexOf(place.id()));
        }

        boolean isReached(PageDecider.Outcomes outcomes, int row) {
            return (segment ? outcomes.segments()[row] : outcomes.actions()[row]) == number;
        }
    }

    /** A page decided both ways: for each row what it adds when the comparison holds and when it does not. */
    private record Both(double[][] holding, double[][] failing) {}

    private Both page(int from, PageDecider holding, PageDecider failing, Set<String> terms, Target target) {
        int to = Math.min(base.size(), from + PAGE);
        FeatureMatrix page = TermPage.of(base.terms(), terms, from, to);
        BitSet heldOut = base.heldOut(strategy.holdout(), from, to);
        ContactColumns.Rows contacts = base.contacts().rows(from, to);
        Map<Condition, BitSet> decided = new HashMap<>();
        PageDecider.Outcomes first = holding.decide(page, heldOut, contacts, decided);
        PageDecider.Outcomes second = failing.decide(page, heldOut, contacts, failing.shared(holding, decided));
        double[] value = ((NumberColumn) page.column(valueScore)).values();
        return new Both(added(first, holding, target, value), added(second, failing, target, value));
    }

    private static double[][] added(PageDecider.Outcomes outcomes, PageDecider decider, Target target, double[] value) {
        double[] cost = decider.actions().stream().mapToDouble(Action::cost).toArray();
        int fallback = cost.length - 1;
        int rows = value.length;
        double[][] added = new double[Sums.MEASURES][rows];
        for (int row = 0; row < rows; row++) {
            int action = outcomes.actions()[row];
            boolean reached = target.isReached(outcomes, row);
            added[Sums.REACHED][row] = reached ? 1 : 0;
            added[Sums.VALUE][row] = reached && !Double.isNaN(value[row]) ? value[row] : 0;
            added[Sums.CONTACTS][row] = action == fallback ? 0 : 1;
            added[Sums.COST][row] = cost[action];
            added[Sums.EXPECTED][row] = outcomes.expectedValues()[row];
        }
        return added;
    }

    /** What thresholds come to: sums over the customers, and for each edge what changes from it on. */
    private static final class Sums {
        static final int REACHED = 0;
        static final int VALUE = 1;
        static final int CONTACTS = 2;
        static final int COST = 3;
        static final int EXPECTED = 4;
        static final int MEASURES = 5;

        private final ThresholdScale scale;
        private final Operator operator;
        private final double now;
        private final double[] failing = new double[MEASURES];
        private final double[] gainNow = new double[MEASURES];
        /** By how many edges, from the lowest, the comparison holds for a customer. */
        private final double[][] gain;

        private final long[] meeting;
        private final int[] customers;
        private final int[] others;
        private long meetingNow;
        private int missing;

        Sums(ThresholdScale scale, Operator operator, double now) {
            this.scale = scale;
            this.operator = operator;
            this.now = now;
            this.gain = new double[scale.edges().length + 1][MEASURES];
            this.meeting = new long[scale.edges().length + 1];
            this.customers = new int[scale.edges().length - 1];
            this.others = new int[scale.edges().length - 1];
        }

        void add(Both page, double[] values, int from) {
            for (int row = 0; row < page.holding()[0].length; row++) {
                double value = values[from + row];
                for (int m = 0; m < MEASURES; m++) {
                    failing[m] += page.failing()[m][row];
                }
                if (Double.isNaN(value)) {
                    missing++;
                    continue;
                }
                int bin = scale.bin(value);
                customers[bin]++;
                others[bin] += (int) page.holding()[REACHED][row];
                int edges = scale.edgesUpTo(value, operator == Operator.AT_LEAST || operator == Operator.LESS_THAN);
                meeting[edges]++;
                boolean holdsNow = holds(value, now);
                meetingNow += holdsNow ? 1 : 0;
                for (int m = 0; m < MEASURES; m++) {
                    double more = page.holding()[m][row] - page.failing()[m][row];
                    gain[edges][m] += more;
                    gainNow[m] += holdsNow ? more : 0;
                }
            }
        }

        private boolean holds(double value, double threshold) {
            return switch (operator) {
                case AT_LEAST -> value >= threshold;
                case GREATER_THAN -> value > threshold;
                case AT_MOST -> value <= threshold;
                default -> value < threshold;
            };
        }

        void add(Sums other) {
            for (int m = 0; m < MEASURES; m++) {
                failing[m] += other.failing[m];
                gainNow[m] += other.gainNow[m];
                for (int e = 0; e < gain.length; e++) {
                    gain[e][m] += other.gain[e][m];
                }
            }
            for (int e = 0; e < meeting.length; e++) {
                meeting[e] += other.meeting[e];
            }
            for (int b = 0; b < customers.length; b++) {
                customers[b] += other.customers[b];
                others[b] += other.others[b];
            }
            meetingNow += other.meetingNow;
            missing += other.missing;
        }

        ThresholdCurve curve() {
            double[] edges = scale.edges();
            List<ThresholdCurve.ThresholdBin> bins = new ArrayList<>();
            for (int b = 0; b < customers.length; b++) {
                bins.add(new ThresholdCurve.ThresholdBin(edges[b], edges[b + 1], customers[b], others[b]));
            }
            boolean above = operator == Operator.AT_LEAST || operator == Operator.GREATER_THAN;
            List<ThresholdCurve.ThresholdPoint> points = new ArrayList<>();
            for (int e = 0; e < edges.length; e++) {
                double[] more = new double[MEASURES];
                long met = 0;
                for (int count = 0; count < gain.length; count++) {
                    if (above == count > e) {
                        met += meeting[count];
                        for (int m = 0; m < MEASURES; m++) {
                            more[m] += gain[count][m];
                        }
                    }
                }
                points.add(point(edges[e], met, more));
            }
            int present = IntStream.of(customers).sum();
            return new ThresholdCurve(
                    present, missing, edges[0], edges[edges.length - 1], bins, point(now, meetingNow, gainNow), points);
        }

        private ThresholdCurve.ThresholdPoint point(double threshold, long met, double[] more) {
            return new ThresholdCurve.ThresholdPoint(
                    threshold,
                    met,
                    Math.round(failing[REACHED] + more[REACHED]),
                    failing[VALUE] + more[VALUE],
                    Math.round(failing[CONTACTS] + more[CONTACTS]),
                    failing[COST] + more[COST],
                    failing[EXPECTED] + more[EXPECTED],
                    null,
                    null);
        }
    }
}
