package cip.server.audit;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit trail, for whoever has something to put on record. */
public final class Audit {
    /** The actor when nobody asked for it. */
    public static final String SYSTEM = "system";

    private final Clock clock;
    private final AuditStore store = new AuditStore();

    public Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Puts one event on record in the transaction of its effect, so that there is never one without the other.
     *
     * @param actor a user name, {@code key:<name>} or {@link #SYSTEM}
     * @param kind what was done, e.g. {@code USER_CHANGED}
     * @param subject to what or whom: an id or a hash
     * @param detail in words; no personal data beyond ids; cut after 4,000 characters
     */
    public void record(Handle handle, String actor, String kind, String subject, String detail) {
        record(handle, List.of(new Entry(actor, kind, subject, detail)));
    }

    /** Puts several events on record, in their order. */
    public void record(Handle handle, List<Entry> entries) {
        store.append(handle, clock.instant(), entries);
    }

    /** One event to come, see {@link #record(Handle, String, String, String, String)}. */
    public record Entry(String actor, String kind, String subject, String detail) {}
}
