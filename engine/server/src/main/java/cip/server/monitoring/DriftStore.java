package cip.server.monitoring;

import cip.core.monitor.Drift;
import cip.core.monitor.Measure;
import cip.core.monitor.Verdict;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows of measurements, which only grow. */
final class DriftStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<Measurement> MEASUREMENT = (row, context) -> new Measurement(
            row.getString("run_id"),
            Rows.instant(row, "at"),
            new Subject(row.getString("subject")),
            row.getString("model_hash"),
            read(row.getString("drift")));

    private static final RowMapper<Point> POINT = (row, context) -> new Point(
            new Subject(row.getString("subject")),
            row.getString("model_hash"),
            Rows.instant(row, "at"),
            row.getObject("psi", Double.class),
            Verdict.valueOf(row.getString("verdict")));

    /** A measurement in short. */
    record Point(Subject subject, @Nullable String modelHash, Instant at, @Nullable Double psi, Verdict verdict) {}

    /** Whether a run has been measured. */
    boolean has(Handle handle, String run) {
        return handle.createQuery("SELECT COUNT(*) FROM drift_measurement WHERE run_id = :run")
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void insert(Handle handle, List<Measurement> measurements) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO drift_measurement (run_id, subject, at, model_hash, verdict, psi, drift)"
                        + " VALUES (:run, :subject, :at, :model, :verdict, :psi, :drift)");
        for (Measurement measurement : measurements) {
            Measure psi = measurement.drift().psi();
            batch.bind("run", measurement.run())
                    .bind("subject", measurement.subject().text())
                    .bind("at", measurement.at().atOffset(ZoneOffset.UTC))
                    .bind("model", measurement.modelHash())
                    .bind("verdict", measurement.drift().verdict().name())
                    .bind("psi", psi == null ? null : Double.valueOf(psi.value()))
                    .bind("drift", write(measurement.drift()))
                    .add();
        }
        batch.execute();
    }

    /** Of the run that was measured last; empty = none has been. */
    List<Measurement> latest(Handle handle) {
        return handle.createQuery("SELECT * FROM drift_measurement WHERE run_id ="
                        + " (SELECT run_id FROM drift_measurement WHERE subject = :marker ORDER BY at DESC LIMIT 1)"
                        + " ORDER BY subject")
                .bind("marker", Subject.SEGMENTS.text())
                .map(MEASUREMENT)
                .list();
    }

    Optional<Measurement> latest(Handle handle, Subject subject) {
        return history(handle, subject, 1).stream().findFirst();
    }

    /** Newest first. */
    List<Measurement> history(Handle handle, Subject subject, int limit) {
        return handle.createQuery(
                        "SELECT * FROM drift_measurement WHERE subject = :subject ORDER BY at DESC LIMIT :limit")
                .bind("subject", subject.text())
                .bind("limit", limit)
                .map(MEASUREMENT)
                .list();
    }

    /** Every subject's measurements in the latest runs, oldest first. */
    List<Point> points(Handle handle, int runs) {
        return handle.createQuery("SELECT subject, model_hash, at, psi, verdict FROM drift_measurement WHERE at >="
                        + " (SELECT MIN(at) FROM (SELECT at FROM drift_measurement WHERE subject = :marker"
                        + " ORDER BY at DESC LIMIT :runs) latest) ORDER BY at")
                .bind("marker", Subject.SEGMENTS.text())
                .bind("runs", runs)
                .map(POINT)
                .list();
    }

    private static String write(Drift drift) {
        try {
            return JSON.writeValueAsString(drift);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A measurement could not be written as JSON.", e);
        }
    }

    private static Drift read(String drift) {
        try {
            return JSON.readValue(drift, Drift.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored measurement is not JSON.", e);
        }
    }
}
