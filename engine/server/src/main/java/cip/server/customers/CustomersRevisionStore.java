package cip.server.customers;

import org.jdbi.v3.core.Handle;

/**
 * A number that grows in every transaction that changes customers, their consent included, or their transactions: while it
 * is the same, so are they. Read it before reading them, and what was made from them can be told to be outdated.
 */
public final class CustomersRevisionStore {
    /**
     * Says that the caller's transaction changed customers. Its last statement, because from here on everybody else who
     * changes them waits for its end.
     */
    public void advance(Handle handle) {
        handle.execute("update customers_revision set revision = revision + 1");
    }

    public long current(Handle handle) {
        return revision(handle, "");
    }

    /** The number, which stays as it is until the caller's transaction has ended. */
    public long held(Handle handle) {
        return revision(handle, " for update");
    }

    private static long revision(Handle handle, String lock) {
        return handle.createQuery("select revision from customers_revision" + lock)
                .mapTo(Long.class)
                .one();
    }
}
