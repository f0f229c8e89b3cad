package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.StrategyHash;
import cip.core.monitor.CategoryReference;
import cip.core.monitor.Drift;
import cip.core.monitor.QuantileReference;
import cip.core.monitor.Verdict;
import cip.server.app.Logged;
import cip.server.audit.Audit;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.server.strategies.LiveStrategy;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DriftStoreTest {
    private static final StrategyHash STRATEGY = new StrategyHash("b".repeat(64));
    private static final Instant FIRST = Instant.parse("2026-06-30T08:00:00Z");
    private static final Drift NUMBERS =
            new QuantileReference(0.1, List.of(0.0, 1.0, 2.5), 1_000).compare(new NumberColumn("age", new double[200]));
    private static final Drift NOTHING =
            new CategoryReference(0, Map.of(), 0).compare(new TextColumn("segment", new String[] {"at_risk"}));

    private final Database database;
    private final DriftStore store = new DriftStore();

    DriftStoreTest(Database database) {
        this.database = database;
    }

    @Test
    void whatWasMeasuredIsReadBackByRunAndBySubject() {
        Subject age = Subject.input("clv", "age");
        for (int run = 1; run <= 3; run++) {
            keep("run" + run, FIRST.plusSeconds(run), age);
        }

        List<Measurement> latest = database.read(store::latest);
        assertThat(latest)
                .containsExactly(
                        new Measurement("run3", FIRST.plusSeconds(3), age, "a".repeat(64), NUMBERS),
                        new Measurement("run3", FIRST.plusSeconds(3), Subject.SEGMENTS, null, NOTHING));
        List<Measurement> history = database.read(handle -> store.history(handle, age, 2));
        assertThat(history).extracting(Measurement::run).containsExactly("run3", "run2");
        assertThat(database.read(handle -> store.points(handle, 2)).stream()
                        .filter(point -> point.subject().equals(Subject.SEGMENTS)))
                .containsExactly(
                        new DriftStore.Point(
                                Subject.SEGMENTS, null, FIRST.plusSeconds(2), null, Verdict.NOT_ENOUGH_DATA),
                        new DriftStore.Point(
                                Subject.SEGMENTS, null, FIRST.plusSeconds(3), null, Verdict.NOT_ENOUGH_DATA));
        assertThat(measured("run1")).isTrue();
        assertThat(measured("run4")).isFalse();
    }

    @Test
    void aRunThatCannotBeMeasuredIsAGoodRunAllTheSame() {
        Audit audit = new Audit(Clock.systemUTC());
        ModelRegistry models = new ModelRegistry(database, audit, Clock.systemUTC());
        Attribute id = new Attribute(
                "id",
                "Id",
                Attribute.Type.TEXT,
                "",
                null,
                null,
                List.of(),
                Attribute.Role.IDENTIFIER,
                false,
                false,
                false);
        DriftHistory history =
                new DriftHistory(database, new LiveStrategy(database, models, new CustomerSchema(List.of(id))));
        CustomerBase base =
                CustomerBase.builder(new StrategyHash("c".repeat(64)), FIRST).build();

        try (Logged logged = new Logged()) {
            assertThatCode(() -> history.finished("run9", base, FIRST)).doesNotThrowAnyException();
            assertThat(logged.warnings()).contains("The drift of run run9 could not be measured.");
        }
        assertThat(measured("run9")).isFalse();
    }

    private boolean measured(String run) {
        return database.read(handle -> store.has(handle, run));
    }

    private void keep(String run, Instant at, Subject age) {
        database.execute(handle -> {
            handle.createUpdate("INSERT INTO strategy (strategy_hash, document, created_at)"
                            + " SELECT :strategy, '{}', CAST(:at AS TIMESTAMP WITH TIME ZONE)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM strategy)")
                    .bind("strategy", STRATEGY.value())
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute();
            handle.createUpdate("INSERT INTO decision_run (run_id, strategy_hash, as_of, finished_at)"
                            + " VALUES (:run, :strategy, :at, :at)")
                    .bind("run", run)
                    .bind("strategy", STRATEGY.value())
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute();
            store.insert(
                    handle,
                    List.of(
                            new Measurement(run, at, age, "a".repeat(64), NUMBERS),
                            new Measurement(run, at, Subject.SEGMENTS, null, NOTHING)));
        });
    }
}
