package cip.server.monitoring;

import cip.server.models.TrainingReason;
import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of reasons that have started a training, which only grow. */
final class RetrainingStore {
    boolean has(Handle handle, String reason) {
        return handle.createQuery("SELECT COUNT(*) FROM retraining_reason WHERE reason = :reason")
                        .bind("reason", reason)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** When the product last trained a score by itself; empty = it never has. */
    Optional<Instant> last(Handle handle, String score) {
        return handle.createQuery(
                        "SELECT said_at FROM retraining_reason WHERE score = :score ORDER BY said_at DESC LIMIT 1")
                .bind("score", score)
                .map((row, context) -> Rows.instant(row, "said_at"))
                .findOne();
    }

    void insert(Handle handle, String reason, String score, TrainingReason kind, String job, Instant at) {
        handle.createUpdate("INSERT INTO retraining_reason (reason, score, kind, job_id, said_at)"
                        + " VALUES (:reason, :score, :kind, :job, :at)")
                .bind("reason", reason)
                .bind("score", score)
                .bind("kind", kind.name())
                .bind("job", job)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
