package cip.server.monitoring;

import cip.core.monitor.RealisedQuality;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of what scores turned out to be worth, which only grow. */
final class RealisedStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<Realised> REALISED = (row, context) -> new Realised(
            row.getString("run_id"),
            row.getString("score"),
            row.getString("model_hash"),
            Rows.instant(row, "as_of"),
            Rows.instant(row, "measured_at"),
            read(row.getString("quality")));

    /** A finished run that has not been measured. @param asOf the instant for which it decided */
    record WaitingRun(String id, Instant asOf) {}

    /** The latest one up to an instant. */
    Optional<WaitingRun> latestWaiting(Handle handle, Instant upTo) {
        return waiting(handle, upTo, "DESC");
    }

    /** The first one up to an instant. */
    Optional<WaitingRun> firstWaiting(Handle handle, Instant upTo) {
        return waiting(handle, upTo, "ASC");
    }

    private static Optional<WaitingRun> waiting(Handle handle, Instant upTo, String order) {
        return handle.createQuery("SELECT run_id, as_of FROM decision_run r WHERE as_of <= :upTo AND NOT EXISTS"
                        + " (SELECT 1 FROM realised_run m WHERE m.run_id = r.run_id)"
                        + " ORDER BY as_of " + order + ", run_id " + order + " LIMIT 1")
                .bind("upTo", upTo.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new WaitingRun(row.getString("run_id"), Rows.instant(row, "as_of")))
                .findOne();
    }

    private static boolean isMeasured(Handle handle, String run) {
        return handle.createQuery("SELECT run_id FROM realised_run WHERE run_id = :run")
                .bind("run", run)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /**
     * Does nothing for a run that has been measured, as after a crash right behind it.
     *
     * @param measured of the run's scores; empty = none of them could come true
     */
    void insert(Handle handle, String run, Instant measuredAt, List<Realised> measured) {
        if (isMeasured(handle, run)) {
            return;
        }
        handle.createUpdate("INSERT INTO realised_run (run_id, measured_at) VALUES (:run, :measuredAt)")
                .bind("run", run)
                .bind("measuredAt", measuredAt.atOffset(ZoneOffset.UTC))
                .execute();
        for (Realised realised : measured) {
            handle.createUpdate("INSERT INTO realised_quality"
                            + " (run_id, score, model_hash, as_of, measured_at, quality)"
                            + " VALUES (:run, :score, :model, :asOf, :measuredAt, :quality)")
                    .bind("run", realised.run())
                    .bind("score", realised.score())
                    .bind("model", realised.modelHash())
                    .bind("asOf", realised.asOf().atOffset(ZoneOffset.UTC))
                    .bind("measuredAt", realised.measuredAt().atOffset(ZoneOffset.UTC))
                    .bind("quality", write(realised.quality()))
                    .execute();
        }
    }

    /** Of the latest run of each score that has been measured, by score. */
    List<Realised> latest(Handle handle) {
        return handle.createQuery("SELECT * FROM realised_quality newest WHERE as_of ="
                        + " (SELECT MAX(as_of) FROM realised_quality other WHERE other.score = newest.score)"
                        + " ORDER BY score")
                .map(REALISED)
                .list();
    }

    /** Of one score, the latest run first. */
    List<Realised> history(Handle handle, String score, int limit) {
        return handle.createQuery(
                        "SELECT * FROM realised_quality WHERE score = :score ORDER BY as_of DESC LIMIT :limit")
                .bind("score", score)
                .bind("limit", limit)
                .map(REALISED)
                .list();
    }

    private static String write(RealisedQuality quality) {
        try {
            return JSON.writeValueAsString(quality);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A measurement could not be written as JSON.", e);
        }
    }

    private static RealisedQuality read(String quality) {
        try {
            return JSON.readValue(quality, RealisedQuality.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored measurement is not JSON.", e);
        }
    }
}
