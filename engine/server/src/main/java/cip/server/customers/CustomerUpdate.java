package cip.server.customers;

import cip.core.customer.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an import says of one customer.
 *
 * @param values by attribute
 * @param told the attributes the import knows about: one without a value is cleared, any other stays as it is
 */
public record CustomerUpdate(CustomerId id, Map<String, Object> values, Set<String> told) {
    /** The attributes after the update. */
    Map<String, Object> over(Map<String, Object> known) {
        Map<String, Object> merged = new HashMap<>(known);
        merged.keySet().removeAll(told);
        merged.putAll(values);
        return merged;
    }
}
