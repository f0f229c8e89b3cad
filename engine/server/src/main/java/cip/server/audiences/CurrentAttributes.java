package cip.server.audiences;

import cip.core.customer.CustomerId;
import java.util.Collection;
import java.util.Map;

/** What the store knows of customers at this moment; a run may be older. */
@FunctionalInterface
public interface CurrentAttributes {
    /** Attributes by customer and name; a customer who is gone has no entry. */
    Map<CustomerId, Map<String, Object>> of(Collection<CustomerId> ids);
}
