package cip.server.jobs;

import cip.server.store.NewestFirst;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of jobs. */
final class JobStore {
    private static final NewestFirst PAGES = new NewestFirst("job", "job_id");

    private static final RowMapper<Job> JOB = (row, context) -> {
        long total = row.getLong("total");
        boolean knowsTotal = !row.wasNull();
        return new Job(
                row.getString("job_id"),
                row.getString("kind"),
                row.getString("label"),
                JobState.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getString("input"),
                row.getString("input_hash"),
                row.getLong("done"),
                knowsTotal ? total : null,
                null,
                row.getString("checkpoint"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("started_at", OffsetDateTime.class)),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getString("result_link"),
                row.getString("error"),
                row.getBoolean("cancel_asked"));
    };

    void insert(Handle handle, Job job) {
        handle.createUpdate("INSERT INTO job (job_id, kind, label, state, requested_by, input, input_hash, done,"
                        + " created_at, cancel_asked) VALUES (:id, :kind, :label, :state, :by, :input, :hash, 0,"
                        + " :createdAt, FALSE)")
                .bind("id", job.id())
                .bind("kind", job.kind())
                .bind("label", job.label())
                .bind("state", job.state().name())
                .bind("by", job.requestedBy())
                .bind("input", job.input())
                .bind("hash", job.inputHash())
                .bind("createdAt", job.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Job> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM job WHERE job_id = :id")
                .bind("id", id)
                .map(JOB)
                .findOne();
    }

    /** Newest first. */
    List<Job> page(Handle handle, @Nullable String beforeId, int limit) {
        return PAGES.page(handle, beforeId, limit, JOB);
    }

    /** Those of one kind, newest first. */
    List<Job> page(Handle handle, String kind, @Nullable String beforeId, int limit) {
        return PAGES.page(handle, "kind = :kind", Map.of("kind", kind), beforeId, limit, JOB);
    }

    List<Job> queued(Handle handle) {
        return handle.createQuery("SELECT * FROM job WHERE state = 'QUEUED' ORDER BY job_id")
                .map(JOB)
                .list();
    }

    /** After a crash nothing runs: what was running waits for a worker again. */
    void requeueRunning(Handle handle) {
        handle.execute("UPDATE job SET state = 'QUEUED' WHERE state = 'RUNNING'");
    }

    /** Whether the job was waiting and now runs. */
    boolean start(Handle handle, String id, Instant now) {
        return handle.createUpdate("UPDATE job SET state = 'RUNNING', started_at = COALESCE(started_at, :now)"
                                + " WHERE job_id = :id AND state = 'QUEUED'")
                        .bind("id", id)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    void checkpoint(Handle handle, String id, String checkpoint, long done) {
        handle.createUpdate("UPDATE job SET checkpoint = :checkpoint, done = :done WHERE job_id = :id")
                .bind("id", id)
                .bind("checkpoint", checkpoint)
                .bind("done", done)
                .execute();
    }

    void askToCancel(Handle handle, String id) {
        handle.createUpdate("UPDATE job SET cancel_asked = TRUE WHERE job_id = :id")
                .bind("id", id)
                .execute();
    }

    void end(Handle handle, Job ended) {
        handle.createUpdate("UPDATE job SET state = :state, finished_at = :finishedAt, done = :done, total = :total,"
                        + " result_link = :link, error = :error"
                        + " WHERE job_id = :id AND state IN ('QUEUED', 'RUNNING')")
                .bind("id", ended.id())
                .bind("state", ended.state().name())
                .bind(
                        "finishedAt",
                        ended.finishedAt() == null ? null : ended.finishedAt().atOffset(ZoneOffset.UTC))
                .bind("done", ended.done())
                .bind("total", ended.total())
                .bind("link", ended.resultLink())
                .bind("error", ended.error())
                .execute();
    }

    /** Puts a running job back to wait for the next start. */
    void pause(Handle handle, String id) {
        handle.createUpdate("UPDATE job SET state = 'QUEUED' WHERE job_id = :id AND state = 'RUNNING'")
                .bind("id", id)
                .execute();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
