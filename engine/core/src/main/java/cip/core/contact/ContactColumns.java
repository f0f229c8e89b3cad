package cip.core.contact;

import cip.core.customer.Contact;
import cip.core.customer.CustomerRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the customers of a base were contacted, without an object per contact: eight bytes each, and four per customer.
 * Immutable; safe to share between threads.
 */
public final class ContactColumns {
    private final int today;
    private final int[] ends;
    private final int[] days;
    private final short[] actions;
    private final short[] channels;
    private final List<String> actionIds;
    private final List<String> channelIds;

    private ContactColumns(Builder builder) {
        this.today = builder.today;
        this.ends = Arrays.copyOf(builder.ends, builder.rows);
        int contacts = builder.size;
        this.days = Arrays.copyOf(builder.days, contacts);
        this.actions = Arrays.copyOf(builder.actions, contacts);
        this.channels = Arrays.copyOf(builder.channels, contacts);
        this.actionIds = List.copyOf(builder.actionIds.keySet());
        this.channelIds = List.copyOf(builder.channelIds.keySet());
    }

    /** @param asOf later contacts are left out */
    public static Builder builder(Instant asOf) {
        return new Builder(asOf);
    }

    /** Of customers nobody has contacted. */
    public static ContactColumns none(int rows) {
        Builder builder = new Builder(Instant.EPOCH);
        builder.upTo(rows);
        return builder.build();
    }

    public int rows() {
        return ends.length;
    }

    /** The UTC day that is today for these customers. */
    int today() {
        return today;
    }

    /** Ids of the actions that somebody was contacted with, by number. */
    List<String> actionIds() {
        return actionIds;
    }

    List<String> channelIds() {
        return channelIds;
    }

    /** The number of the first contact of a row; where the next row starts, it ends. */
    int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    int day(int contact) {
        return days[contact];
    }

    int action(int contact) {
        return actions[contact];
    }

    int channel(int contact) {
        return channels[contact];
    }

    /** The rows from {@code from} to before {@code to}. */
    public Rows rows(int from, int to) {
        return new Rows(this, from, to);
    }

    /** Those with some customers, whose records they are in. */
    public static Rows of(List<CustomerRecord> customers, Instant asOf) {
        Builder builder = builder(asOf);
        customers.forEach(customer -> builder.add(customer.contacts()));
        return builder.build().rows(0, customers.size());
    }

    /** Neighbouring customers, counted from 0. */
    public record Rows(ContactColumns contacts, int from, int to) {
        /** As many whom nobody has contacted. */
        public static Rows none(int rows) {
            return ContactColumns.none(rows).rows(0, rows);
        }

        int size() {
            return to - from;
        }

        boolean isEmpty() {
            return contacts.start(from) == contacts.start(to);
        }
    }

    /** Gathers contacts customer by customer. Not safe to share between threads. */
    public static final class Builder {
        private final Instant asOf;
        private final int today;
        private final Map<String, Short> actionIds = new LinkedHashMap<>();
        private final Map<String, Short> channelIds = new LinkedHashMap<>();
        private int[] ends = new int[1024];
        private int[] days = new int[1024];
        private short[] actions = new short[1024];
        private short[] channels = new short[1024];
        private int rows;
        private int size;

        private Builder(Instant asOf) {
            this.asOf = asOf;
            this.today = Contact.day(asOf);
        }

        /** The contacts of the next row. */
        public void add(List<Contact> contacts) {
            for (Contact contact : contacts) {
                if (!contact.at().isAfter(asOf)) {
                    add(contact);
                }
            }
            upTo(rows + 1);
        }

        private void add(Contact contact) {
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                actions = Arrays.copyOf(actions, 2 * size);
                channels = Arrays.copyOf(channels, 2 * size);
            }
            days[size] = contact.day();
            actions[size] = number(actionIds, contact.action());
            channels[size] = number(channelIds, contact.channel());
            size++;
        }

        private static short number(Map<String, Short> ids, String id) {
            Short known = ids.get(id);
            if (known == null) {
                if (ids.size() > Short.MAX_VALUE) {
                    throw new IllegalStateException(
                            "Contacts name more than " + Short.MAX_VALUE + " actions or channels.");
                }
                known = (short) ids.size();
                ids.put(id, known);
            }
            return known;
        }

        /** The next rows up to before one are of customers nobody has contacted. */
        public void upTo(int more) {
            if (more > ends.length) {
                ends = Arrays.copyOf(ends, Math.max(more, 2 * ends.length));
            }
            Arrays.fill(ends, rows, more, size);
            rows = more;
        }

        public ContactColumns build() {
            return new ContactColumns(this);
        }
    }
}
