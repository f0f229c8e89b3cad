package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;

/** Puts on record who looked which customer up. It is durable before the customer is shown: no record, no answer. */
final class LookUps {
    private static final String KIND = "CUSTOMER_VIEWED";

    private final Database database;
    private final Audit audit;

    LookUps(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    void record(Caller caller, CustomerId customer, boolean masked) {
        String detail = masked ? "Personal attributes were masked." : "Personal attributes were shown.";
        database.execute(handle -> audit.record(handle, caller.name(), KIND, customer.value(), detail));
    }
}
