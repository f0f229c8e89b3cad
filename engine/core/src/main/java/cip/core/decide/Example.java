package cip.core.decide;

import cip.core.customer.Attribute;
import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer as they were once, and what the strategy is meant to decide for them. It is part of the strategy; nobody is
 * decided by it.
 *
 * @param id lower-case letters, digits and underscores, unique in its strategy
 * @param why one sentence: what it shows
 * @param asOf the instant features are computed for
 */
public record Example(String id, String why, Instant asOf, Frozen customer, Expected expected) {
    private static final int LONGEST_WHY = 300;

    /** @throws EngineException INVALID_STRATEGY when the id or the sentence cannot be one */
    public Example {
        if (!id.matches("[a-z][a-z0-9_]{0,62}")) {
            throw invalid("The id " + id + " of an example is not made of lower-case letters, digits and underscores,"
                    + " beginning with a letter.");
        }
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw invalid(
                    "The example " + id + " needs a sentence of at most " + LONGEST_WHY + " characters that says why.");
        }
    }

    /**
     * What was known of the customer, without what says who they are.
     *
     * @param attributes by name, as in JSON: text, number, true or false; a date is text
     */
    public record Frozen(Map<String, Object> attributes, PurchaseSummary purchases, List<Contact> contacts) {
        public Frozen {
            attributes = Map.copyOf(attributes);
            contacts = List.copyOf(contacts);
        }

        /** Of somebody who was never contacted. */
        public Frozen(Map<String, Object> attributes, PurchaseSummary purchases) {
            this(attributes, purchases, List.of());
        }

        static Frozen of(CustomerRecord customer, CustomerSchema schema) {
            Map<String, Object> kept = new HashMap<>();
            for (Attribute attribute : schema.attributes()) {
                if (!attribute.identifiesPerson()) {
                    customer.attribute(attribute.name())
                            .ifPresent(value -> kept.put(attribute.name(), asInJson(value)));
                }
            }
            return new Frozen(kept, customer.purchases(), customer.contacts());
        }

        private static Object asInJson(Object value) {
            return value instanceof Double || value instanceof Boolean ? value : value.toString();
        }
    }

    /**
     * @param segment id
     * @param actions ids of those ranked first, in their order; more may follow, and empty = any
     * @param never ids of actions that must not be recommended
     */
    public record Expected(String segment, List<String> actions, List<String> never) {
        public Expected {
            actions = List.copyOf(actions);
            never = List.copyOf(never);
        }
    }

    /**
     * The customer, under the example's id.
     *
     * @throws EngineException INVALID_VALUE when the schema does not know an attribute, or not like that
     */
    CustomerRecord record(CustomerSchema schema) {
        CustomerRecordJson records = new CustomerRecordJson(schema);
        Map<String, Object> typed = records.readAttributes(CustomerRecordJson.writeAttributes(customer.attributes()));
        return new CustomerRecord(new CustomerId(id), typed, customer.purchases(), customer.contacts());
    }

    private static EngineException invalid(String message) {
        return new EngineException(ErrorCode.INVALID_STRATEGY, message);
    }
}
