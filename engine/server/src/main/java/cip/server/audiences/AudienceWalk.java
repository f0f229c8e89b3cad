package cip.server.audiences;

import cip.core.customer.CustomerId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visits the chosen customers in the order of their ids, each once, and leaves out whom the plan suppresses. */
final class AudienceWalk {
    private static final int AT_A_TIME = 1_000;

    private final ExportPlan plan;
    private final CurrentAttributes attributes;
    private final BitSet heldOut;
    private Suppressed suppressed = Suppressed.nobody();

    /** Takes one customer who is let out. */
    @FunctionalInterface
    interface Visitor {
        void visit(int row, Map<String, Object> current) throws IOException;
    }

    /** Hears how many of the chosen have been looked at. */
    @FunctionalInterface
    interface Progress {
        void reached(long done, long total);
    }

    AudienceWalk(ExportPlan plan, CurrentAttributes attributes) {
        this.plan = plan;
        this.attributes = attributes;
        this.heldOut = plan.base().heldOut();
    }

    /** Whom the walk has left out so far. */
    Suppressed suppressed() {
        return suppressed;
    }

    void over(Visitor visitor, Progress progress) throws IOException {
        BitSet chosen = plan.chosen();
        long total = chosen.cardinality();
        long done = 0;
        progress.reached(0, total);
        int row = chosen.nextSetBit(0);
        while (row >= 0) {
            List<Integer> batch = new ArrayList<>(AT_A_TIME);
            for (; row >= 0 && batch.size() < AT_A_TIME; row = chosen.nextSetBit(row + 1)) {
                batch.add(row);
            }
            visit(batch, visitor);
            done += batch.size();
            progress.reached(done, total);
        }
    }

    private void visit(List<Integer> rows, Visitor visitor) throws IOException {
        List<CustomerId> ids = rows.stream().map(plan.base()::id).toList();
        Map<CustomerId, Map<String, Object>> current = attributes.of(ids);
        for (int i = 0; i < ids.size(); i++) {
            int row = rows.get(i);
            Map<String, Object> known = current.get(ids.get(i));
            Optional<Suppressed.Reason> reason = plan.suppression(heldOut.get(row), known);
            if (reason.isPresent()) {
                suppressed = suppressed.plus(reason.get());
            } else {
                visitor.visit(row, known == null ? Map.of() : known);
            }
        }
    }
}
