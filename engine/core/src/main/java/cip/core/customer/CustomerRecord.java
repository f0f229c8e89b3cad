package cip.core.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one customer as of an instant.
 *
 * @param attributes by name; values are {@code String}, {@code Double}, {@code Boolean} or {@code LocalDate} as the
 *     schema declares; a missing value has no entry. The identifier is not among them.
 * @param purchases what the transactions up to that instant come to
 * @param contacts with the customer up to that instant, as far back as any limit reaches, in any order
 */
public record CustomerRecord(
        CustomerId id, Map<String, Object> attributes, PurchaseSummary purchases, List<Contact> contacts) {
    public CustomerRecord {
        attributes = Map.copyOf(attributes);
        contacts = List.copyOf(contacts);
    }

    /** Of somebody who was never contacted. */
    public CustomerRecord(CustomerId id, Map<String, Object> attributes, PurchaseSummary purchases) {
        this(id, attributes, purchases, List.of());
    }

    public Optional<Object> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The same customer with other attributes. */
    public CustomerRecord with(Map<String, Object> others) {
        return new CustomerRecord(id, others, purchases, contacts);
    }
}
