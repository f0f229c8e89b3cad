package cip.server.mlflow;

import cip.server.store.Rows;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of trained models that were, or were not, logged. A later attempt of the same training takes the place of the first. */
final class MlflowStore {
    List<MlflowEntry> of(Handle handle, String job) {
        return handle.createQuery("SELECT job_id, model_hash, score, run_id, problem, logged_at FROM mlflow_entry"
                        + " WHERE job_id = :job ORDER BY logged_at, model_hash")
                .bind("job", job)
                .map((row, context) -> new MlflowEntry(
                        row.getString("job_id"),
                        row.getString("model_hash"),
                        row.getString("score"),
                        row.getString("run_id"),
                        row.getString("problem"),
                        Rows.instant(row, "logged_at")))
                .list();
    }

    void put(Handle handle, MlflowEntry entry) {
        handle.createUpdate("DELETE FROM mlflow_entry WHERE job_id = :job AND model_hash = :model")
                .bind("job", entry.job())
                .bind("model", entry.model())
                .execute();
        handle.createUpdate("INSERT INTO mlflow_entry (job_id, model_hash, score, run_id, problem, logged_at)"
                        + " VALUES (:job, :model, :score, :run, :problem, :at)")
                .bind("job", entry.job())
                .bind("model", entry.model())
                .bind("score", entry.score())
                .bind("run", entry.runId())
                .bind("problem", entry.problem())
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
