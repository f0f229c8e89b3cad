package cip.core.simulate;

import cip.core.action.Action;
import cip.core.decide.PageDecider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts who goes from which group to which, the groups given by their numbers. */
final class TransitionCounts {
    private final List<String> from;
    private final List<String> to;
    private final boolean[][] stays;
    private final @Nullable Sum[][] sums;

    private static final class Sum {
        private long customers;
        private double before;
        private double after;
    }

    private TransitionCounts(List<String> from, List<String> to) {
        this.from = from;
        this.to = to;
        this.stays = new boolean[from.size()][to.size()];
        this.sums = new Sum[from.size()][to.size()];
        for (int f = 0; f < stays.length; f++) {
            for (int t = 0; t < stays[f].length; t++) {
                stays[f][t] = from.get(f).equals(to.get(t));
            }
        }
    }

    static TransitionCounts ofSegments(PageDecider before, PageDecider after) {
        return new TransitionCounts(
                before.strategy().segments().ids(), after.strategy().segments().ids());
    }

    static TransitionCounts ofActions(PageDecider before, PageDecider after) {
        return new TransitionCounts(
                before.actions().stream().map(Action::id).toList(),
                after.actions().stream().map(Action::id).toList());
    }

    /** @return whether the group is another one */
    boolean add(int group, int next, double valueBefore, double valueAfter) {
        Sum sum = sums[group][next];
        if (sum == null) {
            sum = new Sum();
            sums[group][next] = sum;
        }
        sum.customers++;
        sum.before += valueBefore;
        sum.after += valueAfter;
        return !stays[group][next];
    }

    String from(int group) {
        return from.get(group);
    }

    String to(int group) {
        return to.get(group);
    }

    Transitions transitions() {
        List<Transitions.Cell> cells = new ArrayList<>();
        for (int f = 0; f < sums.length; f++) {
            for (int t = 0; t < sums[f].length; t++) {
                Sum sum = sums[f][t];
                if (sum != null) {
                    cells.add(new Transitions.Cell(from.get(f), to.get(t), sum.customers, sum.before, sum.after));
                }
            }
        }
        return Transitions.of(cells);
    }
}
