package cip.core.contact;

import cip.core.action.Action;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a contact policy keeps actions from, among neighbouring customers of a base: the same as {@link ContactRules#forbids}
 * says one by one. Counts what it is asked for, once. Belongs to one thread.
 */
public final class Suppressions {
    private final ContactRules rules;
    private final ContactColumns contacts;
    private final ContactColumns.Rows page;
    private final Map<ContactLimit, BitSet> together = new HashMap<>();

    public Suppressions(ContactRules rules, ContactColumns.Rows page) {
        this.rules = rules;
        this.contacts = page.contacts();
        this.page = page;
    }

    /** The customers of the page that may not get an action. */
    public BitSet of(Action action) {
        BitSet rows = new BitSet(page.size());
        if (page.isEmpty()) {
            return rows;
        }
        for (ContactLimit limit : rules.limitsOf(action)) {
            rows.or(reached(limit, action));
        }
        return rows;
    }

    /** The customers of the page whom a limit keeps any of some actions from. */
    public BitSet of(ContactLimit limit, List<Action> actions) {
        BitSet rows = new BitSet(page.size());
        for (Action action : actions) {
            if (rules.limitsOf(action).contains(limit)) {
                rows.or(reached(limit, action));
            }
        }
        return rows;
    }

    private BitSet reached(ContactLimit limit, Action action) {
        return limit.counts() == ContactLimit.Counts.EACH_ACTION
                ? counted(limit, onlyOf(limit, action.id()))
                : together.computeIfAbsent(limit, asked -> counted(asked, all(asked)));
    }

    private boolean[] all(ContactLimit limit) {
        List<String> ids = contacts.actionIds();
        boolean[] counted = new boolean[ids.size()];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = rules.counts(limit, ids.get(i));
        }
        return counted;
    }

    private boolean[] onlyOf(ContactLimit limit, String action) {
        boolean[] counted = new boolean[contacts.actionIds().size()];
        int number = contacts.actionIds().indexOf(action);
        if (number >= 0) {
            counted[number] = rules.counts(limit, action);
        }
        return counted;
    }

    /** @param actions for each action by its number whether contacts with it count */
    private BitSet counted(ContactLimit limit, boolean[] actions) {
        boolean[] channels = new boolean[contacts.channelIds().size()];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = limit.isAbout(contacts.channelIds().get(i));
        }
        int since = contacts.today() - limit.days();
        BitSet rows = new BitSet(page.size());
        int contact = contacts.start(page.from());
        for (int row = page.from(); row < page.to(); row++) {
            int count = 0;
            for (int end = contacts.start(row + 1); contact < end; contact++) {
                if (contacts.day(contact) > since
                        && actions[contacts.action(contact)]
                        && channels[contacts.channel(contact)]) {
                    count++;
                }
            }
            rows.set(row - page.from(), count >= limit.most());
        }
        return rows;
    }
}
