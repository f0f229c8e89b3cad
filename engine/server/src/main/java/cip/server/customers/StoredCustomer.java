package cip.server.customers;

import cip.core.customer.CustomerRecord;
import cip.core.customer.Transaction;
import java.time.Instant;
import java.util.List;

/**
 * One customer with what a person looking at them wants to see.
 *
 * @param name empty = unknown
 * @param latest the last transactions, newest first
 * @param importedAt when an import last changed the attributes
 */
public record StoredCustomer(CustomerRecord record, String name, List<Transaction> latest, Instant importedAt) {
    public StoredCustomer {
        latest = List.copyOf(latest);
    }
}
