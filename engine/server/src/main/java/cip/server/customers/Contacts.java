package cip.server.customers;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Channel;
import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records when customers were contacted. Thread-safe. */
public final class Contacts {
    private static final int LONGEST_ID = 200;
    private static final int LATEST = 50;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Database database;
    private final Supplier<ActionCatalogue> catalogue;
    private final CustomersChanged changed;
    private final Clock clock;
    private final ContactStore store = new ContactStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();
    private final CustomerUpdateStore customers;

    /**
     * @param catalogue the live channels and actions
     * @param changed told after a batch that may change what is decided for others than those looked at
     */
    public Contacts(
            Database database,
            CustomerUpdateStore customers,
            Supplier<ActionCatalogue> catalogue,
            CustomersChanged changed,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.catalogue = catalogue;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * One contact as somebody tells of it.
     *
     * @param id the sender's own, unique among the contacts with the customer; telling of it again changes nothing
     * @param action id; {@code null} or empty = none of ours, e.g. a newsletter
     * @param channel id
     * @param at when; {@code null} = now
     */
    public record Told(
            @Nullable String id,
            @Nullable String customerId,
            @Nullable String action,
            @Nullable String channel,
            @Nullable Instant at) {}

    /** @param row from 0 @param field of the contact that is wrong */
    public record Refused(int row, String field, String reason) {}

    /**
     * What became of a batch.
     *
     * @param recorded contacts that are new
     * @param known contacts that had been recorded before
     * @param refused the others, each with why
     */
    public record Outcome(int received, int recorded, int known, List<Refused> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** Sound contacts and why the others are refused. */
    private record Checked(List<CustomerContact> sound, List<Refused> refused) {}

    /** Records what is sound; the base is decided again if anything was new. @param dryRun nothing is written */
    public Outcome record(List<Told> batch, boolean dryRun) {
        Outcome outcome = dryRun
                ? database.read(handle -> outcome(
                        handle, batch, (h, sound) -> store.missing(h, sound).size()))
                : database.write(handle -> outcome(handle, batch, (h, sound) -> {
                    long added = store.add(h, sound, ContactSource.API, clock.instant());
                    if (added > 0) {
                        revision.advance(h);
                    }
                    return (int) added;
                }));
        if (!dryRun && outcome.recorded() > 0) {
            changed.customersChanged();
        }
        return outcome;
    }

    /**
     * Records one contact that happened just now, by an agent. What is decided for the customer from here on sees it; the
     * base does with its next run.
     *
     * @throws EngineException INVALID_VALUE, or NOT_FOUND when there is no such customer
     */
    ContactStore.Recorded recordNow(
            Handle handle, CustomerId customer, String id, @Nullable String action, @Nullable String channel) {
        List<Refused> refused = new ArrayList<>();
        CustomerContact contact = sound(new Told(id, customer.value(), action, channel, null), 0, refused);
        if (contact == null) {
            Refused first = refused.get(0);
            throw new EngineException(ErrorCode.INVALID_VALUE, "The " + first.field() + " " + first.reason() + ".")
                    .about(first.field());
        }
        if (!customers.missing(handle, Set.of(customer)).isEmpty()) {
            throw new EngineException(ErrorCode.NOT_FOUND, "There is no customer with the id " + customer + ".");
        }
        store.add(handle, List.of(contact), ContactSource.DESK, clock.instant());
        Contact now = contact.contact();
        return new ContactStore.Recorded(id, now.action(), now.channel(), now.at(), ContactSource.DESK);
    }

    /** The last contacts with a customer, latest first. */
    public List<ContactStore.Recorded> latest(CustomerId customer) {
        return database.read(handle -> store.latest(handle, customer, LATEST));
    }

    /** Adds up how many of the sound contacts are new. */
    private interface Adding {
        int added(Handle handle, List<CustomerContact> sound);
    }

    private Outcome outcome(Handle handle, List<Told> batch, Adding adding) {
        Checked checked = checked(handle, batch);
        int added = adding.added(handle, checked.sound());
        long refused = checked.refused().stream().map(Refused::row).distinct().count();
        return new Outcome(batch.size(), added, batch.size() - added - (int) refused, checked.refused());
    }

    private Checked checked(Handle handle, List<Told> batch) {
        List<Refused> refused = new ArrayList<>();
        Map<Integer, CustomerContact> sound = new LinkedHashMap<>();
        for (int row = 0; row < batch.size(); row++) {
            CustomerContact contact = sound(batch.get(row), row, refused);
            if (contact != null) {
                sound.put(row, contact);
            }
        }
        Set<CustomerId> missing = new HashSet<>(customers.missing(
                handle, sound.values().stream().map(CustomerContact::customer).collect(Collectors.toSet())));
        Set<String> met = new HashSet<>();
        List<CustomerContact> left = new ArrayList<>();
        sound.forEach((row, contact) -> {
            if (missing.contains(contact.customer())) {
                refused.add(new Refused(row, "customerId", "is of no customer"));
            } else if (met.add(contact.customer() + "\n" + contact.id())) {
                left.add(contact);
            }
        });
        return new Checked(left, refused);
    }

    private @Nullable CustomerContact sound(@Nullable Told told, int row, List<Refused> refused) {
        if (told == null) {
            refused.add(new Refused(row, "id", "is missing"));
            return null;
        }
        int before = refused.size();
        String id = text(told.id());
        if (id.isBlank() || id.length() > LONGEST_ID) {
            refused.add(new Refused(row, "id", "is not a text of 1 to " + LONGEST_ID + " characters"));
        }
        CustomerId customer = customer(text(told.customerId()), row, refused);
        String channel = text(told.channel()).toUpperCase(Locale.ROOT);
        if (catalogue.get().channel(channel).isEmpty()) {
            refused.add(new Refused(
                    row,
                    "channel",
                    "is none of "
                            + ids(catalogue.get().channels().stream()
                                    .map(Channel::id)
                                    .toList())));
        }
        String action = text(told.action());
        if (!action.isEmpty() && !action.matches("[a-z][a-z0-9_]{0,62}")) {
            refused.add(new Refused(
                    row,
                    "action",
                    "is no action id, such as "
                            + ids(catalogue.get().actions().stream()
                                    .map(Action::id)
                                    .limit(2)
                                    .toList())));
        }
        Instant at = told.at() == null ? clock.instant() : told.at();
        if (at.isAfter(clock.instant().plus(AHEAD))) {
            refused.add(new Refused(row, "at", "is in the future"));
        }
        return customer == null || refused.size() > before
                ? null
                : new CustomerContact(id, customer, new Contact(action, channel, at));
    }

    private static @Nullable CustomerId customer(String id, int row, List<Refused> refused) {
        try {
            return new CustomerId(id);
        } catch (EngineException e) {
            refused.add(new Refused(row, "customerId", "is no customer id"));
            return null;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String ids(Collection<String> ids) {
        return String.join(", ", ids);
    }
}
