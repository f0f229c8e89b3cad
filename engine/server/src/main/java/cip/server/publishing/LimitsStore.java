package cip.server.publishing;

import cip.core.simulate.ChangeLimits;
import cip.server.store.Duplicate;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of limits, which are only added. */
final class LimitsStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<LimitsRevision> LIMITS = (row, context) -> new LimitsRevision(
            row.getInt("revision"),
            limits(row.getString("limits")),
            Rows.instant(row, "changed_at"),
            row.getString("changed_by"),
            row.getString("reason"));

    Optional<LimitsRevision> newest(Handle handle) {
        return handle.createQuery("SELECT * FROM publishing_limits ORDER BY revision DESC LIMIT 1")
                .map(LIMITS)
                .findOne();
    }

    /** Those that counted at an instant and those set since, in their order. */
    List<LimitsRevision> since(Handle handle, Instant instant) {
        return handle.createQuery(
                        "SELECT * FROM publishing_limits WHERE revision >= (SELECT COALESCE(MAX(p.revision), 0)"
                                + " FROM publishing_limits p WHERE p.changed_at <= :instant) ORDER BY revision")
                .bind("instant", instant.atOffset(ZoneOffset.UTC))
                .map(LIMITS)
                .list();
    }

    /** False = there is this revision already. */
    boolean insert(Handle handle, int revision, ChangeLimits limits, Instant at, String by, String reason) {
        return Duplicate.inserts(
                handle.createUpdate("INSERT INTO publishing_limits (revision, limits, changed_at, changed_by, reason)"
                                + " VALUES (:revision, :limits, :at, :by, :reason)")
                        .bind("revision", revision)
                        .bind("limits", text(limits))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .bind("reason", reason));
    }

    private static ChangeLimits limits(String json) {
        try {
            return JSON.readValue(json, ChangeLimits.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Limits are stored as something other than JSON.", e);
        }
    }

    private static String text(ChangeLimits limits) {
        try {
            return JSON.writeValueAsString(limits);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Limits did not write JSON.", e);
        }
    }
}
