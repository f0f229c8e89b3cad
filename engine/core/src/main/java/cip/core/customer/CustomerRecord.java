package cip.core.customer;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of one customer as of an instant.
 *
 * @param attributes by name; values are {@code String}, {@code Double}, {@code Boolean} or {@code LocalDate} as the
 *     schema declares; a missing value has no entry. The identifier is not among them.
 * @param purchases what the transactions up to that instant come to
 */
public record CustomerRecord(CustomerId id, Map<String, Object> attributes, PurchaseSummary purchases) {
    public CustomerRecord {
        attributes = Map.copyOf(attributes);
    }

    public Optional<Object> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
