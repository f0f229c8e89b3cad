package cip.server.imports;

import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.hash.Sha256;
import cip.server.customers.CustomerContact;
import cip.server.imports.csv.RawRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of contacts.
 *
 * <p>A row without an id of its own gets one made of its content: importing the file again changes nothing, and of
 * two equal rows in one file the second is refused.
 */
final class ContactRowReader implements RowReader<ContactRow> {
    private static final int LONGEST_ID = 200;
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_-]{1,63}");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final RowShape shape;
    private final IdCell customer;
    private final ColumnMapping.Column time;
    private final ColumnMapping.Column channel;
    private final ColumnMapping.Column action;
    private final ColumnMapping.@Nullable Column id;
    private final TimeCell timeCell;
    private final SeenKeys seen = new SeenKeys();

    ContactRowReader(ColumnMapping mapping, Clock clock, Notices notices) {
        this.shape = new RowShape(mapping);
        this.customer =
                new IdCell(mapping.column(ContactColumn.CUSTOMER.label()).orElseThrow());
        this.time = mapping.column(ContactColumn.AT.label()).orElseThrow();
        this.channel = mapping.column(ContactColumn.CHANNEL.label()).orElseThrow();
        this.action = mapping.column(ContactColumn.ACTION.label()).orElseThrow();
        this.id = mapping.column(ContactColumn.ID.label()).orElse(null);
        this.timeCell = new TimeCell(clock.instant(), notices);
    }

    @Override
    public Optional<ContactRow> read(RawRow row, Consumer<RowError> errors) {
        if (!shape.isSound(row, errors)) {
            return Optional.empty();
        }
        CustomerId whose = customer.read(row, errors);
        Instant at = at(row, errors);
        String by = matching(row, channel, CHANNEL, "is no channel id, such as EMAIL", errors);
        String about = text(row, action).isEmpty()
                ? ""
                : matching(row, action, ACTION, "is no action id, such as win_back_email", errors);
        String own = id == null ? "" : text(row, id);
        if (id != null && own.length() > LONGEST_ID) {
            errors.accept(new RowError(row.line(), id.header(), own, "is longer than " + LONGEST_ID + " characters"));
            return Optional.empty();
        }
        if (whose == null || at == null || by == null || about == null) {
            return Optional.empty();
        }
        Contact contact = new Contact(about, by.toUpperCase(Locale.ROOT), at);
        String number = own.isEmpty() ? derived(contact) : own;
        if (seen.meet(whose.value() + '\n' + number, 0, (int) row.line())) {
            String header = id == null ? time.header() : id.header();
            errors.accept(new RowError(
                    row.line(), header, number, "is a duplicate of line " + seen.second() + " for the same customer"));
            return Optional.empty();
        }
        return Optional.of(new ContactRow(row.line(), new CustomerContact(number, whose, contact)));
    }

    private @Nullable Instant at(RawRow row, Consumer<RowError> errors) {
        String text = text(row, time);
        if (text.isEmpty()) {
            errors.accept(new RowError(row.line(), time.header(), "", time.target() + " is missing"));
            return null;
        }
        return timeCell.read(text, reason -> errors.accept(new RowError(row.line(), time.header(), text, reason)));
    }

    private static @Nullable String matching(
            RawRow row, ColumnMapping.Column column, Pattern pattern, String reason, Consumer<RowError> errors) {
        String text = text(row, column);
        if (!pattern.matcher(text).matches()) {
            errors.accept(new RowError(
                    row.line(), column.header(), text, text.isEmpty() ? column.target() + " is missing" : reason));
            return null;
        }
        return text;
    }

    /** Empty when there is none. */
    private static String text(RawRow row, ColumnMapping.Column column) {
        String text = row.cells()[column.index()];
        return text == null || MissingValue.isSpelled(text, true) ? "" : text;
    }

    private static String derived(Contact contact) {
        return "row-"
                + Sha256.hex(contact.at() + "\n" + contact.channel() + '\n' + contact.action())
                        .substring(0, 16);
    }
}
