package cip.server.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.monitor.CategoryReference;
import cip.core.monitor.Drift;
import cip.server.audit.Audit;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.jobs.JobRunner;
import cip.server.models.ModelRecipe;
import cip.server.models.ModelRegistry;
import cip.server.models.Trainings;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What starts a training without anybody asking, and that nothing does so twice. */
@OnEveryDatabase
class RetrainingStoreTest {
    private static final String CHAMPION = "c".repeat(64);

    private final Database database;
    private final MovedClock clock = new MovedClock();
    private final JobRunner jobs;
    private final Trainings trainings;
    private final List<Measurement> measured = new ArrayList<>();
    private final String champion = "c".repeat(32) + System.nanoTime();

    RetrainingStoreTest(Database database) {
        this.database = database;
        this.jobs = new JobRunner(database, clock);
        jobs.register(new Training());
        this.trainings = new Trainings(
                jobs,
                () -> List.of(recipe("clv"), recipe("clv")),
                new ModelRegistry(database, new Audit(clock), clock));
    }

    @Test
    void byDefaultNothingIsTrainedUnasked() throws IOException {
        measured.add(drifted("clv", "age", champion));

        retraining("{}").check();

        assertThat(started()).isEmpty();
    }

    @Test
    void aDriftOfTheChampionStartsOneTrainingAlsoAfterARestart() throws IOException {
        measured.add(drifted("clv", "age", champion));
        measured.add(drifted("clv", "region", champion));

        retraining("{onDrift: true}").check();
        retraining("{onDrift: true}").check();

        assertThat(started()).singleElement().satisfies(job -> {
            assertThat(job.requestedBy()).isEqualTo(Audit.SYSTEM);
            assertThat(job.label()).contains("age drifted", "region drifted");
            assertThat(job.input()).contains("\"reason\":\"DRIFT\"");
        });
        measured.add(drifted("clv", "tenure_days", champion));
        retraining("{onDrift: true}").check();
        assertThat(started()).hasSize(2);
    }

    @Test
    void driftOfAnotherModelThanTheChampionOrOfNoRecipeStartsNothing() throws IOException {
        measured.add(drifted("clv", "age", CHAMPION));
        measured.add(drifted("churn_risk", "age", champion));

        retraining("{onDrift: true}").check();

        assertThat(started()).isEmpty();
    }

    @Test
    void thePlanSaysWhatStartsATrainingAndWhenTheNextIsDue() throws IOException {
        assertThat(retraining("{}").plan()).isEqualTo(new RetrainingPlan(false, 0, List.of()));
        retraining("{every: 30d}").check();

        RetrainingPlan plan = retraining("{every: 30d, onDrift: true}").plan();

        assertThat(plan.onDrift()).isTrue();
        assertThat(plan.next()).singleElement().satisfies(next -> {
            assertThat(next.score()).isEqualTo("clv");
            assertThat(next.dueAt()).isEqualTo(clock.now.plus(Duration.ofDays(30)));
        });
    }

    @Test
    void theScheduleStartsATrainingWheneverTheTimeHasPassedAndNotBefore() throws IOException {
        retraining("{every: 30d}").check();
        retraining("{every: 30d}").check();
        assertThat(started()).hasSize(1);

        clock.now = clock.now.plus(Duration.ofDays(29));
        retraining("{every: 30d}").check();
        assertThat(started()).hasSize(1);

        clock.now = clock.now.plus(Duration.ofDays(1));
        retraining("{every: 30d}").check();
        retraining("{every: 30d}").check();
        assertThat(started()).hasSize(2);
        assertThat(started().get(0).input()).contains("\"reason\":\"SCHEDULE\"");
    }

    @Test
    void everyKeyCanBeSet() throws IOException {
        RetrainingConfiguration configuration = configuration("{every: 7d, onDrift: true, tolerance: 0.05}");

        assertThat(configuration.every()).isEqualTo(Duration.ofDays(7));
        assertThat(configuration.onDrift()).isTrue();
        assertThat(configuration.tolerance()).isEqualTo(0.05);
    }

    private Retraining retraining(String yaml) throws IOException {
        return new Retraining(
                configuration(yaml),
                database,
                jobs,
                new Audit(clock),
                clock,
                trainings,
                at -> Map.of("clv", champion),
                () -> measured);
    }

    private static RetrainingConfiguration configuration(String yaml) throws IOException {
        return new YAMLMapper().readValue(yaml, RetrainingConfiguration.class);
    }

    /** Those of this test, newest first: the tests share a database. */
    private List<Job> started() {
        return jobs.jobs("TRAINING", null, 100).stream()
                .filter(job -> !job.createdAt().isBefore(clock.began))
                .toList();
    }

    private static Measurement drifted(String score, String input, String model) {
        String[] values = new String[200];
        Arrays.fill(values, "new");
        Drift drift = new CategoryReference(0, Map.of("old", 1.0), 1_000).compare(new TextColumn(input, values));
        return new Measurement("run", Instant.EPOCH, Subject.input(score, input), model, drift);
    }

    private static ModelRecipe recipe(String score) {
        return new ModelRecipe(
                new ScoreOutput(score, ScoreOutput.Kind.AMOUNT, "EUR"),
                score,
                "",
                "none",
                ModelRecipe.Target.SPEND,
                List.of("age"),
                Settings.none());
    }

    /** Each test a hundred years after the one before. */
    private static final class MovedClock extends Clock {
        private static long centuries;

        private final Instant began;
        private Instant now;

        MovedClock() {
            began = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(36_500 * centuries++));
            now = began;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Training implements JobKind {
        @Override
        public String name() {
            return "TRAINING";
        }

        @Override
        public Optional<String> run(JobContext context) {
            return Optional.empty();
        }
    }
}
