package cip.core.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declared attribute of a customer.
 *
 * @param name lower-case letters, digits and underscores, e.g. {@code annual_income}
 * @param label as shown, e.g. {@code Annual income}
 * @param unit of a number, e.g. {@code EUR per year}; empty = none
 * @param minimum smallest valid number; {@code null} = no limit
 * @param maximum largest valid number; {@code null} = no limit
 * @param values the only valid texts; empty = any
 * @param personal whether it identifies a person and is masked for roles that need not see it
 * @param required whether an import must bring its column
 * @param fixed whether nobody can change it, e.g. an age: never named as what would change a decision
 */
public record Attribute(
        String name,
        String label,
        Type type,
        String unit,
        @Nullable Double minimum,
        @Nullable Double maximum,
        List<String> values,
        Role role,
        boolean personal,
        boolean required,
        boolean fixed) {
    public Attribute {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("The attribute name " + name
                    + " is not made of lower-case letters, digits and underscores, beginning with a letter.");
        }
        values = List.copyOf(values);
    }

    /** Whether the value says who the customer is, by declaration or because it is a name or a contact. */
    public boolean identifiesPerson() {
        return personal || role == Role.NAME || role == Role.CONTACT;
    }

    /** Whether a number lies within the limits and is finite. */
    public boolean allows(double number) {
        return Double.isFinite(number)
                && (minimum == null || number >= minimum)
                && (maximum == null || number <= maximum);
    }

    /** Whether a text is one of the valid ones. */
    public boolean allows(String text) {
        return values.isEmpty() || values.contains(text);
    }

    /** How a value is held: {@code String}, {@code Double} (also for whole numbers), {@code Boolean}, {@code LocalDate}. */
    public enum Type {
        TEXT("text"),
        NUMBER("number"),
        WHOLE_NUMBER("whole number"),
        YES_NO("yes or no"),
        DATE("ISO date");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** As written in a message, e.g. {@code whole number}. */
        public String words() {
            return words;
        }
    }

    /** What the engine uses the attribute for beyond rules and models. */
    public enum Role {
        /** The customer's id; exactly one attribute. */
        IDENTIFIER,
        /** The name an agent searches by; at most one. */
        NAME,
        /** Where the customer can be reached. */
        CONTACT,
        /** Whether the customer may be contacted on a channel; its name is {@code consent_<channel>}. */
        CONSENT,
        /** Since when the customer is known; at most one. */
        SIGNUP_DATE,
        /** A fact for rules and models. */
        FACT
    }
}
