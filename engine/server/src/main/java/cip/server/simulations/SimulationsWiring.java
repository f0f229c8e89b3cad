package cip.server.simulations;

import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.decisions.LiveBase;
import cip.server.jobs.JobRequests;
import cip.server.models.Contests;
import cip.server.publishing.PublishingConfiguration;
import cip.server.publishing.PublishingLimits;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publisher;
import cip.server.strategies.StrategyCandidates;
import cip.server.wiring.Platform;
import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Puts simulations together: their job, their routes, and publishing what was simulated. */
public final class SimulationsWiring {
    private static final long FIRST_LOOK_MINUTES = 10;
    private static final long LOOK_MINUTES = TimeUnit.DAYS.toMinutes(1);

    private SimulationsWiring() {}

    /** @param whenPublished decides for the whole base again */
    public static Simulations install(
            Platform platform,
            CustomerStore customers,
            LiveBase base,
            LookUps lookUps,
            LiveStrategy live,
            StrategyCandidates candidates,
            Publisher publisher,
            Contests contests,
            PublishingLimits limits,
            PublishingConfiguration configuration,
            Runnable whenPublished) {
        platform.jobs().register(new SimulationJob(platform.database(), customers, live, platform.clock(), base::held));
        Simulations simulations =
                new Simulations(platform.database(), platform.jobs(), live, publisher, whenPublished, platform.clock());
        ModelPublications publications = new ModelPublications(
                platform.database(),
                simulations,
                live,
                contests,
                limits,
                configuration.fourEyes(),
                platform.audit(),
                platform.clock());
        platform.route(new SimulationsResource(
                simulations,
                publications,
                candidates,
                live,
                new JobRequests(platform.idempotency(), platform.jobs()),
                platform.idempotency(),
                lookUps));
        removeOldOnes(
                platform,
                new SimulationRetention(
                        platform.database(), platform.audit(), platform.clock(), configuration.keepSimulations()));
        return simulations;
    }

    private static void removeOldOnes(Platform platform, SimulationRetention retention) {
        ScheduledExecutorService timer = platform.environment()
                .lifecycle()
                .scheduledExecutorService("simulation-retention-%d", true)
                .threads(1)
                .build();
        platform.manage(new Managed() {
            @Override
            public void start() {
                timer.scheduleWithFixedDelay(retention, FIRST_LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
            }
        });
    }
}
