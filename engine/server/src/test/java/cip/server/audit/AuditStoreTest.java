package cip.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.server.http.Page;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class AuditStoreTest {
    private static final int EVENTS = 20;

    private final Database database;
    private final AuditTrail trail;
    private final Audit audit = new Audit(Clock.fixed(Instant.parse("2026-03-03T10:15:30.123Z"), ZoneOffset.UTC));

    AuditStoreTest(Database database) {
        this.database = database;
        this.trail = new AuditTrail(database);
    }

    @BeforeEach
    void twentyEvents() {
        database.execute(handle -> {
            handle.execute("delete from audit_event");
            handle.execute("update audit_head set sequence = 0, hash = '" + AuditChain.START + "'");
        });
        for (int i = 1; i <= EVENTS; i++) {
            int n = i;
            database.execute(
                    handle -> audit.record(handle, "ann", n % 2 == 0 ? "EVEN" : "ODD", "subject " + n, "ä\n" + n));
        }
    }

    @Test
    void anUntouchedTrailIsValid() {
        assertThat(trail.verify()).isEqualTo(new AuditVerification(true, EVENTS, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set detail = 'other' where sequence = 7",
                "update audit_event set at = timestamp with time zone '2026-03-03 10:15:31+00' where sequence = 7",
                "update audit_event set actor = 'bob', subject = 'subject 7' where sequence = 7",
                "update audit_event set sequence = -sequence where sequence = 7",
                "delete from audit_event where sequence = 7",
            })
    void anyChangeIsFoundWhereItWasMade(String tampering) {
        database.execute(handle -> handle.execute(tampering));
        AuditVerification found = trail.verify();
        assertThat(found.valid()).isFalse();
        assertThat(found.brokenAt()).isIn(1L, 7L);
    }

    @Test
    void aCutTailAndAnAddedOneAreFound() {
        database.execute(handle -> handle.execute("delete from audit_event where sequence > 18"));
        assertThat(trail.verify()).isEqualTo(new AuditVerification(false, 18, 19L));
        twentyEvents();
        database.execute(
                handle -> handle.execute(
                        "insert into audit_event select 21, at, actor, kind, subject, detail, hash from audit_event where sequence = 20"));
        assertThat(trail.verify()).isEqualTo(new AuditVerification(false, EVENTS, 21L));
    }

    @Test
    void anEffectThatFailsLeavesNoEvent() {
        assertThatThrownBy(() -> database.execute(handle -> {
                    audit.record(handle, "ann", "LOST", "x", "");
                    throw new IllegalStateException("the effect failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(trail.verify()).isEqualTo(new AuditVerification(true, EVENTS, null));
    }

    @Test
    void pagesGoFromTheNewestBackAndFilter() {
        Page<AuditEvent> first = trail.page(null, 6, "ann", "EVEN");
        assertThat(first.items()).extracting(AuditEvent::sequence).containsExactly(20L, 18L, 16L, 14L, 12L, 10L);
        assertThat(first.nextCursor()).isEqualTo("10");
        Page<AuditEvent> last = trail.page(10L, 6, null, "EVEN");
        assertThat(last.items()).extracting(AuditEvent::sequence).containsExactly(8L, 6L, 4L, 2L);
        assertThat(last.nextCursor()).isNull();
        assertThat(trail.page(null, 6, "bob", null).items()).isEmpty();
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        AuditEvent event = trail.page(null, 1, null, null).items().get(0);
        assertThat(event.at()).isEqualTo(Instant.parse("2026-03-03T10:15:30.123Z"));
        assertThat(event.detail()).isEqualTo("ä\n20");
    }
}
