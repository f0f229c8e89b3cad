package cip.core.contact;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.customer.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact policy made ready for the actions of a catalogue. Immutable; safe to share between threads.
 *
 * <p>A limit of {@code n} contacts in {@code d} days forbids an action on day {@code t} when at least {@code n} of the
 * contacts that it counts have a day after {@code t - d} and no later than {@code t}. It is free again on the day of the
 * {@code n}th of them, counted back from the latest, plus {@code d}.
 */
public final class ContactRules {
    private final ContactPolicy policy;
    private final LimitWords words;
    private final Map<String, Action.Kind> kinds = new HashMap<>();
    private final Set<String> exempt;
    private final Map<String, List<ContactLimit>> limits = new HashMap<>();

    public ContactRules(ContactPolicy policy, ActionCatalogue catalogue) {
        this.policy = policy;
        this.words = new LimitWords(catalogue);
        this.exempt = new HashSet<>(policy.exempt());
        for (Action action : catalogue.actions()) {
            kinds.put(action.id(), action.kind());
            boolean free = exempt.contains(action.id()) || action.id().equals(catalogue.fallback());
            limits.put(
                    action.id(),
                    free
                            ? List.of()
                            : policy.limits().stream()
                                    .filter(limit -> limit.isAbout(action))
                                    .toList());
        }
    }

    /** Whether nobody is ever suppressed. */
    public boolean isEmpty() {
        return policy.limits().isEmpty();
    }

    public ContactPolicy policy() {
        return policy;
    }

    public LimitWords words() {
        return words;
    }

    /** The limits that can forbid an action: none that is exempt or the fallback. */
    List<ContactLimit> limitsOf(Action action) {
        return limits.getOrDefault(action.id(), List.of());
    }

    /** Whether a limit counts contacts with an action, by whatever channel. */
    boolean counts(ContactLimit limit, String action) {
        if (exempt.contains(action)) {
            return false;
        }
        return limit.kinds().isEmpty()
                ? limit.actions().isEmpty() || limit.actions().contains(action)
                : kinds.containsKey(action) && limit.isAbout(action, kinds.get(action));
    }

    /**
     * The limit that forbids an action the longest; {@code null} = none does.
     *
     * @param contacts of the customer; those after the instant count nothing
     */
    public @Nullable Reached forbids(Action action, List<Contact> contacts, Instant asOf) {
        Reached longest = null;
        for (ContactLimit limit : limitsOf(action)) {
            Reached reached = reached(limit, action, contacts, asOf);
            if (reached != null && (longest == null || reached.freeOn().isAfter(longest.freeOn()))) {
                longest = reached;
            }
        }
        return longest;
    }

    private @Nullable Reached reached(ContactLimit limit, Action action, List<Contact> contacts, Instant asOf) {
        int today = Contact.day(asOf);
        int[] days = new int[contacts.size()];
        int counted = 0;
        for (Contact contact : contacts) {
            boolean mine = limit.counts() == ContactLimit.Counts.TOGETHER
                    || contact.action().equals(action.id());
            if (mine
                    && limit.isAbout(contact.channel())
                    && counts(limit, contact.action())
                    && today - contact.day() < limit.days()
                    && !contact.at().isAfter(asOf)) {
                days[counted++] = contact.day();
            }
        }
        if (counted < limit.most()) {
            return null;
        }
        Arrays.sort(days, 0, counted);
        return new Reached(limit, counted, LocalDate.ofEpochDay((long) days[counted - limit.most()] + limit.days()));
    }
}
