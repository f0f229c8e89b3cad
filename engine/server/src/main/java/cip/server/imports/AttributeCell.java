package cip.server.imports;

import cip.core.customer.Attribute;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one attribute as its declaration says. */
final class AttributeCell {
    /** Above it a double no longer holds every whole number. */
    private static final double LARGEST_EXACT = 1L << 53;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1");
    private static final Set<String> NO = Set.of("no", "false", "n", "f", "0");
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    private final Attribute attribute;
    private final char decimalSeparator;
    private final LocalDate today;
    private final Set<String> values;

    AttributeCell(Attribute attribute, char decimalSeparator, LocalDate today) {
        this.attribute = attribute;
        this.decimalSeparator = decimalSeparator;
        this.today = today;
        this.values = new HashSet<>(attribute.values());
    }

    Attribute attribute() {
        return attribute;
    }

    /** Whether the text means "no value" here; a text that the schema lists among the values never does. */
    boolean isMissing(String text) {
        return MissingValue.isSpelled(text, attribute.type() == Attribute.Type.TEXT) && !values.contains(text);
    }

    /** {@code null} after {@code refuse} was told why. */
    @Nullable
    Object read(String text, Consumer<String> refuse) {
        return switch (attribute.type()) {
            case TEXT -> text(text, refuse);
            case NUMBER, WHOLE_NUMBER -> number(text, refuse);
            case YES_NO -> yesNo(text, refuse);
            case DATE -> date(text, refuse);
        };
    }

    private @Nullable Object text(String text, Consumer<String> refuse) {
        if (!values.isEmpty() && !values.contains(text)) {
            refuse.accept("is not one of the declared values: " + Shown.list(attribute.values()));
            return null;
        }
        if (attribute.role() == Attribute.Role.NAME && text.length() > LONGEST_NAME) {
            refuse.accept("is longer than " + LONGEST_NAME + " characters");
            return null;
        }
        return text;
    }

    private @Nullable Object number(String text, Consumer<String> refuse) {
        double number = NumberCell.parse(text, decimalSeparator);
        if (Double.isNaN(number)) {
            refuse.accept(NumberCell.reason(text, decimalSeparator));
            return null;
        }
        if (attribute.type() == Attribute.Type.WHOLE_NUMBER && number != Math.rint(number)) {
            refuse.accept("is not a whole number");
            return null;
        }
        if (attribute.type() == Attribute.Type.WHOLE_NUMBER && Math.abs(number) > LARGEST_EXACT) {
            refuse.accept("is too large to be held exactly");
            return null;
        }
        Double minimum = attribute.minimum();
        Double maximum = attribute.maximum();
        if (minimum != null && number < minimum) {
            refuse.accept("is below the smallest valid value, " + plain(minimum));
            return null;
        }
        if (maximum != null && number > maximum) {
            refuse.accept("is above the largest valid value, " + plain(maximum));
            return null;
        }
        return number;
    }

    private static @Nullable Object yesNo(String text, Consumer<String> refuse) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return true;
        }
        if (NO.contains(lower)) {
            return false;
        }
        refuse.accept("is neither yes nor no; read are yes, no, true, false, y, n, t, f, 1, 0");
        return null;
    }

    private @Nullable Object date(String text, Consumer<String> refuse) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            refuse.accept("is not a date as YYYY-MM-DD; other orders are never guessed");
            return null;
        }
        if (date.isBefore(EARLIEST) || date.getYear() > 2999) {
            refuse.accept("is not a plausible date");
            return null;
        }
        if (attribute.role() == Attribute.Role.SIGNUP_DATE && date.isAfter(today.plusDays(1))) {
            refuse.accept("is in the future");
            return null;
        }
        return date;
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) && Math.abs(limit) < LARGEST_EXACT
                ? Long.toString((long) limit)
                : Double.toString(limit);
    }
}
