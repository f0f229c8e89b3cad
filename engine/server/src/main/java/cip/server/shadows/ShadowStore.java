package cip.server.shadows;

import cip.core.decide.StrategyHash;
import cip.core.monitor.Contest;
import cip.core.monitor.Drift;
import cip.core.monitor.RealisedQuality;
import cip.core.simulate.Simulation;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of comparisons of shadows with the champion. */
final class ShadowStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "run_id, score, model_hash, champion_hash, strategy_hash, as_of, compared_at, failure, counts, drift";

    private static final RowMapper<ShadowComparison> COMPARISON = (row, context) -> new ShadowComparison(
            row.getString("run_id"),
            row.getString("score"),
            row.getString("model_hash"),
            row.getString("champion_hash"),
            new StrategyHash(row.getString("strategy_hash")),
            Rows.instant(row, "as_of"),
            Rows.instant(row, "compared_at"),
            row.getString("failure"),
            read(row.getString("counts"), Simulation.class),
            read(row.getString("drift"), Drift.class));

    private static final RowMapper<ShadowRealised> REALISED = (row, context) -> new ShadowRealised(
            row.getString("run_id"),
            row.getString("model_hash"),
            Rows.instant(row, "measured_at"),
            required(row.getString("champion")),
            required(row.getString("shadow")),
            read(row.getString("contest"), Contest.class));

    /** Takes the place of an earlier comparison of the same run that failed. */
    void insert(Handle handle, ShadowComparison comparison, @Nullable KeptScores kept) {
        handle.createUpdate("DELETE FROM shadow_comparison WHERE run_id = :run AND model_hash = :model"
                        + " AND failure IS NOT NULL")
                .bind("run", comparison.run())
                .bind("model", comparison.model())
                .execute();
        handle.createUpdate("INSERT INTO shadow_comparison (" + COLUMNS + ", kept_scores)"
                        + " VALUES (:run, :score, :model, :champion, :strategy, :asOf, :comparedAt, :failure, :counts,"
                        + " :drift, :kept)")
                .bind("run", comparison.run())
                .bind("score", comparison.score())
                .bind("model", comparison.model())
                .bind("champion", comparison.champion())
                .bind("strategy", comparison.strategy().value())
                .bind("asOf", comparison.asOf().atOffset(ZoneOffset.UTC))
                .bind("comparedAt", comparison.comparedAt().atOffset(ZoneOffset.UTC))
                .bind("failure", comparison.failure())
                .bind("counts", write(comparison.counts()))
                .bind("drift", write(comparison.drift()))
                .bind("kept", kept == null ? null : kept.text())
                .execute();
    }

    Optional<ShadowComparison> find(Handle handle, String run, String model) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM shadow_comparison WHERE run_id = :run AND model_hash = :model")
                .bind("run", run)
                .bind("model", model)
                .map(COMPARISON)
                .findOne();
    }

    /** Of a shadow, the latest run first. */
    List<ShadowComparison> of(Handle handle, String model, int limit) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM shadow_comparison WHERE model_hash = :model ORDER BY as_of DESC LIMIT :limit")
                .bind("model", model)
                .bind("limit", limit)
                .map(COMPARISON)
                .list();
    }

    /** The scores that were kept of a run, by the hash of the shadow. */
    Map<String, KeptScores> kept(Handle handle, String run) {
        Map<String, KeptScores> kept = new HashMap<>();
        handle.createQuery("SELECT model_hash, kept_scores FROM shadow_comparison"
                        + " WHERE run_id = :run AND kept_scores IS NOT NULL")
                .bind("run", run)
                .map((row, context) ->
                        Map.entry(row.getString("model_hash"), KeptScores.read(row.getString("kept_scores"))))
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** Does nothing for what has been measured, as after a crash right behind it. */
    void insert(Handle handle, ShadowRealised realised) {
        if (realised(handle, realised.model()).stream()
                .anyMatch(known -> known.run().equals(realised.run()))) {
            return;
        }
        handle.createUpdate("INSERT INTO shadow_realised (run_id, model_hash, measured_at, champion, shadow, contest)"
                        + " VALUES (:run, :model, :measuredAt, :champion, :shadow, :contest)")
                .bind("run", realised.run())
                .bind("model", realised.model())
                .bind("measuredAt", realised.measuredAt().atOffset(ZoneOffset.UTC))
                .bind("champion", write(realised.champion()))
                .bind("shadow", write(realised.shadow()))
                .bind("contest", write(realised.contest()))
                .execute();
    }

    /** Of a shadow, the run that was measured last first. */
    List<ShadowRealised> realised(Handle handle, String model) {
        return handle.createQuery("SELECT * FROM shadow_realised WHERE model_hash = :model ORDER BY measured_at DESC")
                .bind("model", model)
                .map(REALISED)
                .list();
    }

    private static @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A comparison could not be written as JSON.", e);
        }
    }

    private static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored comparison is not JSON.", e);
        }
    }

    private static RealisedQuality required(String text) {
        try {
            return JSON.readValue(text, RealisedQuality.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored comparison is not JSON.", e);
        }
    }
}
