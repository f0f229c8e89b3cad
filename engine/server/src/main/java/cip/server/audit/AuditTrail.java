package cip.server.audit;

import cip.server.http.Page;
import cip.server.store.Database;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit trail, for whoever reads or checks it. */
final class AuditTrail {
    private final Database database;
    private final AuditStore store = new AuditStore();

    AuditTrail(Database database) {
        this.database = database;
    }

    /** @param cursor the sequence of the last event seen; {@code null} = from the newest */
    Page<AuditEvent> page(@Nullable Long cursor, int limit, @Nullable String actor, @Nullable String kind) {
        long before = cursor == null ? Long.MAX_VALUE : cursor;
        List<AuditEvent> found = database.read(handle -> store.before(handle, before, actor, kind, limit + 1));
        return Page.of(found, limit, event -> Long.toString(event.sequence()), null);
    }

    /** Computes every hash again and compares the last one with the head. */
    AuditVerification verify() {
        return database.read(handle -> {
            AuditStore.Head head = store.head(handle);
            try (Stream<AuditEvent> events = store.all(handle)) {
                AuditVerification chain = verify(events.iterator(), head);
                boolean whole = !chain.valid() || !store.hasEventsAfterHead(handle);
                return whole ? chain : new AuditVerification(false, chain.events(), chain.events() + 1);
            }
        });
    }

    private static AuditVerification verify(Iterator<AuditEvent> events, AuditStore.Head head) {
        long sequence = 0;
        String hash = AuditChain.START;
        while (events.hasNext()) {
            AuditEvent event = events.next();
            if (sequence == head.sequence()) {
                break;
            }
            if (!AuditChain.follows(event, sequence, hash)) {
                return new AuditVerification(false, sequence, sequence + 1);
            }
            sequence = event.sequence();
            hash = event.hash();
        }
        boolean whole = sequence == head.sequence() && hash.equals(head.hash());
        return new AuditVerification(whole, sequence, whole ? null : sequence + 1);
    }
}
