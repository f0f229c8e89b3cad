package cip.server.imports;

import cip.core.customer.CustomerId;
import cip.core.customer.Transaction;
import cip.core.hash.Sha256;
import cip.server.imports.csv.RawRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of transactions.
 *
 * <p>A row without a reference gets one made of its content, and of its number among the rows of the file with the same
 * content: importing the file again changes nothing, and two equal purchases in one file stay two.
 */
final class TransactionRowReader implements RowReader<TransactionRow> {
    private static final int LONGEST_TEXT = 200;

    private final RowShape shape;
    private final IdCell customer;
    private final ColumnMapping.Column time;
    private final ColumnMapping.Column amount;
    private final ColumnMapping.@Nullable Column channel;
    private final ColumnMapping.@Nullable Column reference;
    private final char decimalSeparator;
    private final TimeCell timeCell;
    private final SeenKeys seen = new SeenKeys();
    private final SeenKeys repeated = new SeenKeys();
    private final Notices notices;
    private final MessageDigest digest;

    TransactionRowReader(ColumnMapping mapping, char decimalSeparator, Clock clock, Notices notices) {
        this.shape = new RowShape(mapping);
        this.customer =
                new IdCell(mapping.column(TransactionColumn.CUSTOMER.label()).orElseThrow());
        this.time = mapping.column(TransactionColumn.OCCURRED_AT.label()).orElseThrow();
        this.amount = mapping.column(TransactionColumn.AMOUNT.label()).orElseThrow();
        this.channel = mapping.column(TransactionColumn.CHANNEL.label()).orElse(null);
        this.reference = mapping.column(TransactionColumn.REFERENCE.label()).orElse(null);
        this.decimalSeparator = decimalSeparator;
        this.timeCell = new TimeCell(clock.instant(), notices);
        this.notices = notices;
        this.digest = Sha256.digest();
    }

    @Override
    public Optional<TransactionRow> read(RawRow row, Consumer<RowError> errors) {
        if (!shape.isSound(row, errors)) {
            return Optional.empty();
        }
        CustomerId id = customer.read(row, errors);
        Instant at = at(row, errors);
        double money = money(row, errors);
        String where = shortText(row, channel, errors);
        String number = shortText(row, reference, errors);
        if (id == null || at == null || Double.isNaN(money) || where == null || number == null) {
            return Optional.empty();
        }
        if (number.isEmpty()) {
            number = derived(id, at, money, where);
        } else if (isRepeated(row, id, number, Objects.hash(at, money, where), errors)) {
            return Optional.empty();
        }
        return Optional.of(new TransactionRow(row.line(), id, new Transaction(number, at, money, where)));
    }

    private @Nullable Instant at(RawRow row, Consumer<RowError> errors) {
        String text = required(row, time, errors);
        return text == null
                ? null
                : timeCell.read(text, reason -> errors.accept(new RowError(row.line(), time.header(), text, reason)));
    }

    private double money(RawRow row, Consumer<RowError> errors) {
        String text = required(row, amount, errors);
        if (text == null) {
            return Double.NaN;
        }
        double money = NumberCell.parse(text, decimalSeparator);
        if (Double.isNaN(money)) {
            String reason = NumberCell.reason(text, decimalSeparator);
            errors.accept(new RowError(row.line(), amount.header(), text, reason));
        }
        return money;
    }

    private static @Nullable String required(RawRow row, ColumnMapping.Column column, Consumer<RowError> errors) {
        String text = row.cells()[column.index()];
        if (text == null || MissingValue.isSpelled(text, false)) {
            String found = text == null ? "" : text;
            errors.accept(new RowError(row.line(), column.header(), found, column.target() + " is missing"));
            return null;
        }
        return text;
    }

    /** Empty when there is none; {@code null} when it was refused. */
    private static @Nullable String shortText(
            RawRow row, ColumnMapping.@Nullable Column column, Consumer<RowError> errors) {
        String text = column == null ? null : row.cells()[column.index()];
        if (column == null || text == null || MissingValue.isSpelled(text, true)) {
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            errors.accept(
                    new RowError(row.line(), column.header(), text, "is longer than " + LONGEST_TEXT + " characters"));
            return null;
        }
        return text;
    }

    private boolean isRepeated(RawRow row, CustomerId id, String number, int content, Consumer<RowError> errors) {
        if (reference == null || !seen.meet(id.value() + '\n' + number, content, (int) row.line())) {
            return false;
        }
        String how = seen.first() == content ? "the same values" : "other values: the two rows conflict";
        errors.accept(new RowError(
                row.line(),
                reference.header(),
                number,
                "is a duplicate of line " + seen.second() + " for the same customer, with " + how));
        return true;
    }

    private String derived(CustomerId id, Instant at, double money, String where) {
        String content = at + "\n" + money + '\n' + where;
        int nth = repeated.count(id.value() + '\n' + content);
        if (nth > 1) {
            notices.count("rows without a reference equal an earlier row and were kept as purchases of their own.");
        }
        byte[] hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
        return "row-" + HexFormat.of().formatHex(hash, 0, 8) + (nth > 1 ? "-" + nth : "");
    }
}
