package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.arbitrate.ColumnWorth;
import cip.core.contact.Suppressions;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the best action of each customer of a page. */
final class PageRanking {
    private final ActionCatalogue actions;
    private final List<Action> ranked;
    private final FeatureMatrix page;
    private final BitSet heldOut;
    private final Suppressions suppressions;
    private final Map<String, BitSet> consents = new HashMap<>();
    private final BitSet settled = new BitSet();
    private final BitSet suppressed = new BitSet();
    private final short[] best;
    private final double[] worth;

    /** @param ranked in the order in which actions of equal expected value come */
    PageRanking(
            ActionCatalogue actions,
            List<Action> ranked,
            FeatureMatrix page,
            BitSet heldOut,
            Suppressions suppressions) {
        this.actions = actions;
        this.ranked = ranked;
        this.page = page;
        this.heldOut = heldOut;
        this.suppressions = suppressions;
        this.best = new short[page.rows()];
        this.worth = new double[page.rows()];
        Arrays.fill(best, (short) ranked.size());
    }

    /** @param candidates rows whose engagement rule holds; changed here */
    void add(int i, BitSet candidates) {
        Action action = ranked.get(i);
        if (i > 0 && ranked.get(i - 1).priority() < action.priority()) {
            settle();
        }
        if (action.kind() != Action.Kind.SERVICE) {
            candidates.andNot(heldOut);
        }
        Channel channel = actions.channelOf(action);
        channel.consentAttribute().map(this::consent).ifPresent(candidates::and);
        BitSet heldBack = suppressions.of(action);
        heldBack.and(candidates);
        suppressed.or(heldBack);
        candidates.andNot(heldBack);
        candidates.andNot(settled);
        ColumnWorth column = worth(action);
        boolean constant = column.isConstant();
        double same = constant ? column.expectedValue(0) : 0;
        for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
            double value = constant ? same : column.expectedValue(row);
            if (value < 0) {
                continue;
            }
            if (best[row] == ranked.size() || Double.compare(value, worth[row]) > 0) {
                best[row] = (short) i;
                worth[row] = value;
            }
        }
    }

    /** Whoever has an action by now gets none of a later priority. */
    private void settle() {
        for (int row = 0; row < best.length; row++) {
            settled.set(row, best[row] != ranked.size());
        }
    }

    PageDecider.Outcomes finished(short[] segments) {
        ColumnWorth fallback = worth(actions.action(actions.fallback()).orElseThrow());
        for (int row = 0; row < best.length; row++) {
            if (best[row] == ranked.size()) {
                worth[row] = fallback.expectedValue(row);
            }
        }
        return new PageDecider.Outcomes(segments, best, worth, suppressed);
    }

    private ColumnWorth worth(Action action) {
        return new ColumnWorth(action, actions.channelOf(action).weight(), this::numbers);
    }

    private BitSet consent(String attribute) {
        return consents.computeIfAbsent(attribute, name -> {
            double[] answers = numbers(name);
            BitSet given = new BitSet(answers.length);
            for (int row = 0; row < answers.length; row++) {
                given.set(row, answers[row] == 1);
            }
            return given;
        });
    }

    private double[] numbers(String term) {
        if (page.has(term) && page.column(term) instanceof NumberColumn column) {
            return column.values();
        }
        double[] none = new double[page.rows()];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
