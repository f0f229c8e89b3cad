package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record who saw which customer's data. It is durable before anything is shown: no record, no answer.
 *
 * <p>A request does not pay for a transaction of its own: while one thread writes, the others line up, and the next one
 * writes for all of them. See docs/decisions/023. Thread-safe.
 */
public final class LookUps {
    /** One customer was seen; the subject is the id. */
    static final String ONE = "CUSTOMER_VIEWED";
    /** Several were seen at once; the subject says where, the detail how many. */
    static final String SEVERAL = "CUSTOMERS_LISTED";

    private static final int LARGEST_BATCH = 500;

    private final Database database;
    private final Audit audit;
    private final PersonalData personal;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    public LookUps(Database database, Audit audit, PersonalData personal) {
        this.database = database;
        this.audit = audit;
        this.personal = personal;
    }

    /** Before one customer's data, or a decision about them, is shown. */
    public void one(Caller caller, CustomerId customer) {
        record(viewed(caller, customer));
    }

    /** {@link #one} in a transaction that is needed anyway. */
    public void one(Handle handle, Caller caller, CustomerId customer) {
        audit.record(handle, List.of(viewed(caller, customer)));
    }

    /**
     * Before customers are shown side by side; one entry for all of them, none for nobody.
     *
     * @param where the kind of question, e.g. {@code audience preview}; never what was asked, which may be a name
     */
    public void several(Caller caller, String where, int customers) {
        if (customers > 0) {
            String detail = customers + (customers == 1 ? " customer. " : " customers. ") + extent(caller);
            record(new Audit.Entry(caller.name(), SEVERAL, where, detail));
        }
    }

    private Audit.Entry viewed(Caller caller, CustomerId customer) {
        return new Audit.Entry(caller.name(), ONE, customer.value(), extent(caller));
    }

    private String extent(Caller caller) {
        return personal.isSeenBy(caller) ? "Personal attributes were shown." : "Personal attributes were masked.";
    }

    private void record(Audit.Entry entry) {
        CompletableFuture<@Nullable Void> durable = new CompletableFuture<>();
        waiting.add(new Waiting(entry, durable));
        turn.lock();
        try {
            while (!durable.isDone()) {
                writeNextBatch();
            }
        } finally {
            turn.unlock();
        }
        try {
            durable.join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException failure ? failure : wrapped;
        }
    }

    private void writeNextBatch() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = batch.size() < LARGEST_BATCH ? waiting.poll() : null) {
            batch.add(next);
        }
        try {
            database.execute(handle ->
                    audit.record(handle, batch.stream().map(Waiting::entry).toList()));
            batch.forEach(entry -> entry.durable().complete(null));
        } catch (RuntimeException | Error failure) {
            batch.forEach(entry -> entry.durable().completeExceptionally(failure));
        }
    }

    private record Waiting(Audit.Entry entry, CompletableFuture<@Nullable Void> durable) {}
}
