package cip.core.simulate;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Decides the same customers under two strategies and compares. Pure and thread-safe like the deciders. */
public final class Simulator {
    private final Decider before;
    private final Decider after;

    public Simulator(Decider before, Decider after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param counts of all the customers
     * @param changes those who get another segment or another first action, in the order of the customers
     */
    public record Compared(Simulation counts, List<Change> changes) {
        public Compared {
            changes = List.copyOf(changes);
        }
    }

    private static long suppressed(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcomes().stream().anyMatch(Outcome.OverContacted.class::isInstance))
                .count();
    }

    public Compared compare(List<CustomerRecord> customers, DecisionContext context) {
        List<Decision> befores = before.decide(customers, context);
        List<Decision> afters = after.decide(customers, context);
        List<Change> all = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            all.add(Change.of(befores.get(i), afters.get(i)));
        }
        List<Change> changes = all.stream().filter(Change::changes).toList();
        Simulation counts = new Simulation(
                all.size(),
                changes.size(),
                all.stream().mapToDouble(Change::valueBefore).sum(),
                all.stream().mapToDouble(Change::valueAfter).sum(),
                Transitions.of(all.stream().map(Change::ofSegments).toList()),
                Transitions.of(all.stream().map(Change::ofActions).toList()),
                List.of(),
                suppressed(befores),
                suppressed(afters));
        return new Compared(counts, changes);
    }
}
