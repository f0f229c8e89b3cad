package cip.server.audit;

import cip.server.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of the audit trail. */
final class AuditStore {
    private static final int LONGEST_DETAIL = 4_000;
    private static final int LONGEST_SUBJECT = 400;
    private static final String COLUMNS = "select sequence, at, actor, kind, subject, detail, hash from audit_event";

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Appends to the chain, in the order of the entries; without entries it does nothing. */
    void append(Handle handle, Instant now, List<Audit.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Head head = lockedHead(handle);
        PreparedBatch rows = handle.prepareBatch("insert into audit_event (sequence, at, actor, kind, subject, detail,"
                + " hash) values (:sequence, :at, :actor, :kind, :subject, :detail, :hash)");
        for (Audit.Entry entry : entries) {
            AuditEvent event = AuditChain.next(
                    head.sequence() + 1,
                    head.hash(),
                    now.truncatedTo(ChronoUnit.MILLIS),
                    entry.actor(),
                    entry.kind(),
                    cut(entry.subject(), LONGEST_SUBJECT),
                    cut(entry.detail(), LONGEST_DETAIL));
            rows.bindMethods(event).add();
            head = new Head(event.sequence(), event.hash());
        }
        rows.execute();
        handle.createUpdate("update audit_head set sequence = :sequence, hash = :hash where id = 1")
                .bind("sequence", head.sequence())
                .bind("hash", head.hash())
                .execute();
    }

    /** Whoever appends waits here for whoever appends now. */
    private static Head lockedHead(Handle handle) {
        return handle.createQuery("select sequence, hash from audit_head where id = 1 for update")
                .map((row, context) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .one();
    }

    Head head(Handle handle) {
        return handle.createQuery("select sequence, hash from audit_head where id = 1")
                .map((row, context) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .one();
    }

    /**
     * Events before a sequence, newest first.
     *
     * @param actor {@code null} = any
     * @param kind {@code null} = any
     */
    List<AuditEvent> before(Handle handle, long sequence, @Nullable String actor, @Nullable String kind, int limit) {
        Query query = handle.createQuery(COLUMNS
                + " where sequence < :sequence"
                + (actor == null ? "" : " and actor = :actor")
                + (kind == null ? "" : " and kind = :kind")
                + " order by sequence desc limit :limit");
        if (actor != null) {
            query.bind("actor", actor);
        }
        if (kind != null) {
            query.bind("kind", kind);
        }
        return query.bind("sequence", sequence)
                .bind("limit", limit)
                .map(AuditStore::event)
                .list();
    }

    /** Every event, oldest first, read as it is asked for; closed by the caller. */
    Stream<AuditEvent> all(Handle handle) {
        return handle
                .createQuery(COLUMNS + " order by sequence")
                .setFetchSize(ROWS_AT_A_TIME)
                .map(AuditStore::event)
                .stream();
    }

    /** Whether there are events after the head, which no append leaves behind. */
    boolean hasEventsAfterHead(Handle handle) {
        return handle.createQuery("select count(*) from audit_event e, audit_head h where e.sequence > h.sequence")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static AuditEvent event(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEvent(
                row.getLong("sequence"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("hash"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Where the chain ends. */
    record Head(long sequence, String hash) {}
}
