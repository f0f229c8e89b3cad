package cip.core.simulate;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.decide.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much a simulated strategy changes, held against limits. Contacts and costs are those of the first actions, each under
 * the catalogue of its own strategy: a first action is what a customer is offered next.
 */
public final class ChangeMeasure {
    private static final double PERCENT = 100;

    private final Simulation counts;
    private final ActionCatalogue before;
    private final ActionCatalogue after;

    public ChangeMeasure(Simulation counts, Strategy before, Strategy after) {
        this.counts = counts;
        this.before = before.actions();
        this.after = after.actions();
    }

    /** The limits it goes beyond; empty = none. */
    public List<Excess> beyond(ChangeLimits limits) {
        List<Excess> found = new ArrayList<>();
        add(
                found,
                Excess.Kind.SEGMENT_CHANGES,
                limits.segmentChanges(),
                share(counts.segments().moved()),
                "%2$s of the customers get another segment");
        add(
                found,
                Excess.Kind.ACTION_CHANGES,
                limits.actionChanges(),
                share(counts.actions().moved()),
                "%2$s of the customers get another first action");
        add(
                found,
                Excess.Kind.VALUE_LOSS,
                limits.valueLoss(),
                loss(counts.valueBefore(), counts.valueAfter()),
                "The expected value of the first actions falls %1$s");
        add(
                found,
                Excess.Kind.COST_INCREASE,
                limits.costIncrease(),
                growth(cost(before, Transitions.Cell::from), cost(after, Transitions.Cell::to)),
                "The cost of the first actions grows %1$s");
        if (!limits.contacts().isEmpty()) {
            addContacts(found, limits);
        }
        return found;
    }

    private double share(long moved) {
        return counts.customers() == 0 ? 0 : (double) moved / counts.customers();
    }

    /** By which share something grows; {@code null} = there was none of it. */
    private static @Nullable Double growth(double from, double to) {
        if (from > 0) {
            return (to - from) / from;
        }
        return to > from ? null : (Double) 0.0;
    }

    private static @Nullable Double loss(double from, double to) {
        Double growth = growth(from, to);
        return growth == null ? (Double) 0.0 : (Double) (-growth);
    }

    private double cost(ActionCatalogue catalogue, Function<Transitions.Cell, String> side) {
        return sum(side, id -> catalogue.action(id).map(Action::cost).orElse(0.0));
    }

    private double sum(Function<Transitions.Cell, String> side, ToDoubleFunction<String> ofOne) {
        return counts.actions().cells().stream()
                .mapToDouble(cell -> cell.customers() * ofOne.applyAsDouble(side.apply(cell)))
                .sum();
    }

    /** A channel that today's strategy does not have would escape its limit under another name, so it counts as beyond it. */
    private void addContacts(List<Excess> found, ChangeLimits limits) {
        Map<String, Double> now = contacts(before, Transitions.Cell::from);
        Map<String, Double> then = contacts(after, Transitions.Cell::to);
        for (String channel : limits.channels()) {
            double from = now.getOrDefault(channel, 0.0);
            double to = then.getOrDefault(channel, 0.0);
            String label = label(channel);
            add(
                    found,
                    Excess.Kind.CONTACTS,
                    channel,
                    limits.contacts().get(channel),
                    from > 0 || to == 0 ? growth(from, to) : null,
                    "The customers whose first action is on the channel " + label.replace("%", "%%") + " grow %1$s");
        }
        then.forEach((channel, customers) -> {
            if (customers > 0
                    && before.channel(channel).isEmpty()
                    && !limits.contacts().containsKey(channel)) {
                String text = "%d customers get a first action on the channel %s, which is new and has no limit yet."
                        .formatted(Math.round(customers), label(channel));
                found.add(new Excess(Excess.Kind.CONTACTS, channel, 0, null, text));
            }
        });
    }

    private String label(String channel) {
        return after.channel(channel)
                .or(() -> before.channel(channel))
                .map(Channel::label)
                .orElse(channel);
    }

    private Map<String, Double> contacts(ActionCatalogue catalogue, Function<Transitions.Cell, String> side) {
        Map<String, Double> customers = new TreeMap<>();
        for (Transitions.Cell cell : counts.actions().cells()) {
            catalogue
                    .action(side.apply(cell))
                    .ifPresent(action -> customers.merge(action.channel(), (double) cell.customers(), Double::sum));
        }
        return customers;
    }

    private static void add(
            List<Excess> found, Excess.Kind kind, @Nullable Double limit, @Nullable Double measured, String words) {
        add(found, kind, null, limit, measured, words);
    }

    private static void add(
            List<Excess> found,
            Excess.Kind kind,
            @Nullable String channel,
            @Nullable Double limit,
            @Nullable Double measured,
            String words) {
        if (limit == null || (measured != null && measured <= limit)) {
            return;
        }
        String share = measured == null ? "" : percent(measured);
        String how = measured == null ? "from nothing" : "by " + share;
        String text = words.formatted(how, share) + "; the limit is " + percent(limit) + ".";
        found.add(new Excess(kind, channel, limit, measured, text));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", PERCENT * share).replaceAll("\\.0$", "") + " %";
    }
}
