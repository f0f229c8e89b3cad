package cip.server.reports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of key figures. */
final class KeyFiguresStore {
    /** Does nothing when the run's figures are kept already. */
    void keep(Handle handle, String run, Instant at, String figures) {
        handle.createUpdate("INSERT INTO key_figures (run_id, at, figures)"
                        + " SELECT :run, CAST(:at AS TIMESTAMP WITH TIME ZONE), :figures"
                        + " WHERE NOT EXISTS (SELECT 1 FROM key_figures WHERE run_id = :run)")
                .bind("run", run)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("figures", figures)
                .execute();
    }

    /** Oldest first. */
    List<String> latest(Handle handle, int limit) {
        return handle.createQuery("SELECT figures FROM"
                        + " (SELECT at, figures FROM key_figures ORDER BY at DESC LIMIT :limit) latest ORDER BY at")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
