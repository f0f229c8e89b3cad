package cip.core.simulate;

import cip.core.decide.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much a simulated strategy changes, held against limits. Contacts and costs are those of the first actions, each under
 * the catalogue of its own strategy: a first action is what a customer is offered next.
 */
public final class ChangeMeasure {
    private static final double PERCENT = 100;

    private final Simulation counts;
    private final ContactLoad load;

    public ChangeMeasure(Simulation counts, Strategy before, Strategy after) {
        this.counts = counts;
        this.load = ContactLoad.of(counts, before, after);
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
                growth(load.costBefore(), load.costAfter()),
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

    /** A channel that today's strategy does not have would escape its limit under another name, so it counts as beyond it. */
    private void addContacts(List<Excess> found, ChangeLimits limits) {
        Map<String, ContactLoad.ByChannel> loads = new TreeMap<>();
        load.channels().forEach(channel -> loads.put(channel.channel(), channel));
        for (String id : limits.channels()) {
            ContactLoad.ByChannel channel = loads.getOrDefault(id, new ContactLoad.ByChannel(id, id, 0, 0, false));
            add(
                    found,
                    Excess.Kind.CONTACTS,
                    id,
                    limits.contacts().get(id),
                    growth(channel.before(), channel.after()),
                    "The customers whose first action is on the channel "
                            + channel.label().replace("%", "%%") + " grow %1$s");
        }
        loads.forEach((id, channel) -> {
            if (channel.after() > 0 && channel.isNew() && !limits.contacts().containsKey(id)) {
                String text = "%d customers get a first action on the channel %s, which is new and has no limit yet."
                        .formatted(channel.after(), channel.label());
                found.add(new Excess(Excess.Kind.CONTACTS, id, 0, null, text));
            }
        });
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
