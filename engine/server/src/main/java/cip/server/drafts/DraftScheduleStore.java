package cip.server.drafts;

import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of what is to be published when, one at most for a draft. */
final class DraftScheduleStore {
    private static final RowMapper<DraftSchedule> SCHEDULE = (row, context) -> new DraftSchedule(
            row.getString("draft_id"),
            Rows.instant(row, "publish_at"),
            new DraftPublications.Way(
                    row.getObject("tried_share", Double.class),
                    row.getString("reason"),
                    row.getString("override_reason")),
            row.getString("scheduled_by"),
            Rows.instant(row, "scheduled_at"),
            row.getString("simulation_id"),
            row.getInt("repeats"));

    /** Call it on a draft that is held and has none. */
    void insert(Handle handle, DraftSchedule schedule) {
        handle.createUpdate("INSERT INTO draft_schedule"
                        + " (draft_id, publish_at, tried_share, reason, override_reason, scheduled_by, scheduled_at, simulation_id, repeats)"
                        + " VALUES (:draft, :at, :share, :reason, :override, :by, :scheduledAt, :simulation, :repeats)")
                .bind("draft", schedule.draft())
                .bind("at", schedule.at().atOffset(ZoneOffset.UTC))
                .bind("share", schedule.way().share())
                .bind("reason", schedule.way().reason())
                .bind("override", schedule.way().overrideReason())
                .bind("by", schedule.by())
                .bind("scheduledAt", schedule.scheduledAt().atOffset(ZoneOffset.UTC))
                .bind("simulation", schedule.simulation())
                .bind("repeats", schedule.repeats())
                .execute();
    }

    Optional<DraftSchedule> find(Handle handle, String draft) {
        return handle.createQuery("SELECT * FROM draft_schedule WHERE draft_id = :draft")
                .bind("draft", draft)
                .map(SCHEDULE)
                .findOne();
    }

    /** Those whose time has come, the earliest first; without those that failed and are tried later. */
    List<DraftSchedule> due(Handle handle, Instant now) {
        return handle.createQuery("SELECT * FROM draft_schedule WHERE publish_at <= :now"
                        + " AND (next_try_at IS NULL OR next_try_at <= :now) ORDER BY publish_at, draft_id")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(SCHEDULE)
                .list();
    }

    void repeated(Handle handle, String draft, String simulation) {
        handle.createUpdate("UPDATE draft_schedule SET simulation_id = :simulation, repeats = repeats + 1"
                        + " WHERE draft_id = :draft")
                .bind("draft", draft)
                .bind("simulation", simulation)
                .execute();
    }

    Optional<ScheduleTries.Failing> failing(Handle handle, String draft) {
        return handle.createQuery("SELECT failing_since, failing_because FROM draft_schedule"
                        + " WHERE draft_id = :draft AND failing_since IS NOT NULL")
                .bind("draft", draft)
                .map((row, context) ->
                        new ScheduleTries.Failing(Rows.instant(row, "failing_since"), row.getString("failing_because")))
                .findOne();
    }

    void failed(Handle handle, String draft, ScheduleTries.Failing failing, Instant next) {
        handle.createUpdate("UPDATE draft_schedule SET failing_since = :since, failing_because = :because,"
                        + " next_try_at = :next WHERE draft_id = :draft")
                .bind("draft", draft)
                .bind("since", failing.since().atOffset(ZoneOffset.UTC))
                .bind("because", failing.because())
                .bind("next", next.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Does nothing when there is none. */
    void remove(Handle handle, String draft) {
        handle.createUpdate("DELETE FROM draft_schedule WHERE draft_id = :draft")
                .bind("draft", draft)
                .execute();
    }
}
