package cip.server.monitoring;

import cip.server.customers.CustomerStore;
import cip.server.decisions.DecisionRun;
import cip.server.decisions.LiveBase;
import cip.server.decisions.PastRuns;
import cip.server.models.Trainings;
import cip.server.shadows.Shadows;
import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;
import com.codahale.metrics.Gauge;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Puts the monitoring together. */
public final class MonitoringWiring {
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofHours(1);

    private MonitoringWiring() {}

    /**
     * @param champions hash of the model behind each score of the strategy that was live at an instant
     * @return what is told of every finished run
     */
    public static DecisionRun.Listener install(
            Platform platform,
            LiveBase base,
            LiveStrategy strategy,
            CustomerStore customers,
            PastRuns runs,
            Trainings trainings,
            Shadows shadows,
            Function<Instant, Map<String, String>> champions,
            RetrainingConfiguration configuration) {
        DriftHistory history = new DriftHistory(platform.database(), strategy);
        RealisedHistory realised = new RealisedHistory(platform.database(), customers, platform.jobs());
        platform.jobs()
                .register(new RealisedJob(
                        platform.database(),
                        customers,
                        runs,
                        strategy,
                        trainings::comingTrue,
                        shadows,
                        platform.clock()));
        Retraining retraining = new Retraining(
                configuration,
                platform.database(),
                platform.jobs(),
                platform.audit(),
                platform.clock(),
                trainings,
                champions,
                history::latest);
        platform.route(new MonitoringResource(history, realised, base, strategy, platform.clock(), retraining::plan));
        platform.environment().metrics().registerGauge("drift.subjects", (Gauge<Integer>) history::drifted);
        platform.repeat("retraining", FIRST_LOOK, LOOK, retraining::check);
        platform.manage(new Managed() {
            @Override
            public void start() {
                history.reload();
            }
        });
        return history.andThen(realised).andThen(retraining);
    }
}
