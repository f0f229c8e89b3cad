package cip.core.simulate;

import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Looks for the nearest change of a customer's attributes that brings a score across a threshold. Every change that is
 * named was decided: features, scores and segment are those the strategy gives the customer so changed. Values are looked
 * for among those that customers of the base have; attributes that are fixed or personal are left alone. One attribute is
 * changed, two where one is not enough. A pure function of customer, goal and context; safe to share between threads.
 */
public final class NearestChanges {
    private static final int MOST_NAMED = 3;
    private static final int VALUES_OF_PAIRS = 9;
    private static final Comparator<NearestChange> NEAREST = Comparator.comparingDouble(NearestChange::share);

    private final Decider decider;
    private final List<Lever> levers;

    public NearestChanges(Decider decider, CustomerSchema schema, CustomerBase base) {
        this.decider = decider;
        this.levers = Lever.of(schema, base);
    }

    /**
     * @return the nearest first, at most {@value #MOST_NAMED}, of different attributes; empty = nothing tried reaches the
     *     goal
     */
    public List<NearestChange> reaching(ScoreGoal goal, CustomerRecord customer, DecisionContext context) {
        Search search = new Search(goal, customer, context);
        List<NearestChange> found = new ArrayList<>();
        for (Lever lever : levers) {
            search.single(lever).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            for (int one = 0; one < levers.size(); one++) {
                for (int other = one + 1; other < levers.size(); other++) {
                    search.pair(levers.get(one), levers.get(other)).ifPresent(found::add);
                }
            }
        }
        return found.stream().sorted(NEAREST).limit(MOST_NAMED).toList();
    }

    private final class Search {
        private final ScoreGoal goal;
        private final CustomerRecord customer;
        private final DecisionContext context;

        Search(ScoreGoal goal, CustomerRecord customer, DecisionContext context) {
            this.goal = goal;
            this.customer = customer;
            this.context = context;
        }

        Optional<NearestChange> single(Lever lever) {
            List<Object> values = lever.others(customer);
            List<Boolean> reached = reached(
                    values.stream().map(value -> lever.moved(customer, value)).toList());
            List<Object> candidates = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (reached.get(i)) {
                    candidates.add(values.get(i));
                }
            }
            return candidates.stream()
                    .min(Comparator.comparingDouble(value -> lever.share(customer, value)))
                    .map(value -> change(lever, closer(lever, value)));
        }

        /** The value, or one nearer to what the customer has that reaches the goal as well and is easier to say. */
        private Object closer(Lever lever, Object value) {
            if (!lever.isNumber() || !(lever.now(customer).orElse(null) instanceof Double from)) {
                return value;
            }
            double to = (Double) value;
            double unit = lever.unit();
            boolean up = to > from;
            long near = (long) (up ? Math.floor(from / unit) : Math.ceil(from / unit));
            long far = (long) (up ? Math.ceil(to / unit) : Math.floor(to / unit));
            LongPredicate reaches = steps -> lever.attribute().allows(steps * unit)
                    && reached(List.of(lever.moved(customer, rounded(steps, unit))))
                            .get(0);
            if (!reaches.test(far)) {
                return value;
            }
            while (Math.abs(far - near) > 1) {
                long middle = (near + far) / 2;
                if (reaches.test(middle)) {
                    far = middle;
                } else {
                    near = middle;
                }
            }
            return rounded(far, unit);
        }

        /** So that three tenths are 0.3. */
        private static double rounded(long steps, double unit) {
            return unit >= 1 ? steps * unit : steps / Math.rint(1 / unit);
        }

        Optional<NearestChange> pair(Lever one, Lever other) {
            List<Object> ones = some(one.others(customer));
            List<Object> others = some(other.others(customer));
            List<CustomerRecord> tried = new ArrayList<>();
            ones.forEach(first -> others.forEach(second -> tried.add(other.moved(one.moved(customer, first), second))));
            List<Boolean> reached = reached(tried);
            Optional<NearestChange> nearest = Optional.empty();
            double share = Double.POSITIVE_INFINITY;
            for (int i = 0; i < tried.size(); i++) {
                Object first = ones.get(i / others.size());
                Object second = others.get(i % others.size());
                double distance = one.share(customer, first) + other.share(customer, second);
                if (reached.get(i) && distance < share) {
                    share = distance;
                    nearest = Optional.of(new NearestChange(
                            List.of(step(one, first), step(other, second)), distance, decided(tried.get(i))));
                }
            }
            return nearest;
        }

        private static List<Object> some(List<Object> values) {
            if (values.size() <= VALUES_OF_PAIRS) {
                return values;
            }
            List<Object> some = new ArrayList<>();
            for (int i = 0; i < VALUES_OF_PAIRS; i++) {
                some.add(values.get(i * (values.size() - 1) / (VALUES_OF_PAIRS - 1)));
            }
            return some;
        }

        private NearestChange change(Lever lever, Object to) {
            return new NearestChange(
                    List.of(step(lever, to)), lever.share(customer, to), decided(lever.moved(customer, to)));
        }

        private NearestChange.Step step(Lever lever, Object to) {
            return new NearestChange.Step(lever.attribute(), lever.now(customer).orElse(null), to);
        }

        private Decision decided(CustomerRecord changed) {
            return decider.decide(List.of(changed), context).get(0);
        }

        private List<Boolean> reached(List<CustomerRecord> tried) {
            return decider.decide(tried, context).stream()
                    .map(goal::isReachedBy)
                    .toList();
        }
    }
}
