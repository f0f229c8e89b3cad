package cip.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something known about a customer that conditions may speak of.
 *
 * @param name letters, digits and underscores, e.g. {@code churn_risk}; the name of the matrix column that holds it
 * @param label as shown, e.g. {@code Churn risk}
 * @param unit of a number: {@code probability}, a currency code, or words such as {@code days}; empty = none
 * @param minimum smallest value that makes sense; {@code null} = no limit
 * @param maximum largest value that makes sense; {@code null} = no limit
 * @param values the only texts that occur; empty = any
 * @param valueLabels how texts are shown, by text; a text that is not among them is shown as it is
 * @param personal whether a customer's value says who that is, see {@link Vocabulary#withoutPersonal}
 */
public record Term(
        String name,
        String label,
        Type type,
        String unit,
        @Nullable Double minimum,
        @Nullable Double maximum,
        List<String> values,
        Map<String, String> valueLabels,
        String description,
        Origin origin,
        boolean personal) {
    /** What stands where a value may not be seen. */
    public static final String MASK = "•••";

    public Term {
        if (!isName(name)) {
            throw new IllegalArgumentException("The term name \"" + name
                    + "\" is not made of letters, digits and underscores, beginning with a letter.");
        }
        values = List.copyOf(values);
        valueLabels = Map.copyOf(valueLabels);
    }

    /** Whether a term can have this name. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,62}");
    }

    /** A term whose texts are shown as they are. */
    public Term(
            String name,
            String label,
            Type type,
            String unit,
            @Nullable Double minimum,
            @Nullable Double maximum,
            List<String> values,
            String description,
            Origin origin) {
        this(name, label, type, unit, minimum, maximum, values, Map.of(), description, origin, false);
    }

    /** The same term, whose values say who a customer is. */
    public Term asPersonal() {
        return new Term(name, label, type, unit, minimum, maximum, values, valueLabels, description, origin, true);
    }

    public static Term number(String name, String label, String unit, Origin origin) {
        return new Term(name, label, Type.NUMBER, unit, null, null, List.of(), "", origin);
    }

    /** A number from 0 to 1, shown in percent. */
    public static Term probability(String name, String label, Origin origin) {
        return new Term(name, label, Type.NUMBER, "probability", 0.0, 1.0, List.of(), "", origin);
    }

    public static Term text(String name, String label, List<String> values, Origin origin) {
        return new Term(name, label, Type.TEXT, "", null, null, values, "", origin);
    }

    public static Term yesNo(String name, String label, Origin origin) {
        return new Term(name, label, Type.YES_NO, "", null, null, List.of(), "", origin);
    }

    /** Whether the number runs from 0 to 1 and is shown in percent. */
    public boolean isProbability() {
        return unit.equals("probability");
    }

    /** What the term may be compared by, in the order of the enum. */
    public Set<Operator> operators() {
        return type.operators;
    }

    /** How a term's values are held in the matrix. */
    public enum Type {
        /** A number column. */
        NUMBER("a number", EnumSet.allOf(Operator.class)),
        /** A text column. */
        TEXT(
                "a text",
                EnumSet.of(
                        Operator.EQUALS,
                        Operator.NOT_EQUALS,
                        Operator.ONE_OF,
                        Operator.NOT_ONE_OF,
                        Operator.IS_MISSING,
                        Operator.IS_PRESENT)),
        /** A number column of 1 (yes) and 0 (no). */
        YES_NO("yes or no", EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IS_MISSING, Operator.IS_PRESENT));

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable view of a set nobody else holds
        private final Set<Operator> operators;

        private final String words;

        Type(String words, EnumSet<Operator> operators) {
            this.words = words;
            this.operators = Collections.unmodifiableSet(operators);
        }

        /** As in "the term region is a text". */
        String words() {
            return words;
        }
    }

    /** Where the value comes from. */
    public enum Origin {
        ATTRIBUTE,
        FEATURE,
        SCORE,
        /** Given by a decision table. */
        TABLE,
        SEGMENT
    }
}
