package cip.server.simulations;

import cip.core.customer.CustomerSchema;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.decisions.LiveBase;
import cip.server.jobs.JobRequests;
import cip.server.models.Contests;
import cip.server.publishing.PublishingConfiguration;
import cip.server.publishing.PublishingLimits;
import cip.server.strategies.Challengers;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publisher;
import cip.server.strategies.StrategyCandidates;
import cip.server.wiring.Platform;
import java.time.Duration;

/** Puts simulations together: their job, their routes, and publishing what was simulated. */
public final class SimulationsWiring {
    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofDays(1);

    private SimulationsWiring() {}

    /** @param contests say which challenger may be promoted */
    public static ModelAdmission admission(Platform platform, LiveStrategy live, Contests contests) {
        return new ModelAdmission(live, contests, platform.audit());
    }

    /** @param whenPublished decides for the whole base again */
    public static Simulations install(
            Platform platform,
            CustomerStore customers,
            LiveBase base,
            LookUps lookUps,
            PersonalData personal,
            PersonalModels personalModels,
            CustomerSchema schema,
            LiveStrategy live,
            StrategyCandidates candidates,
            Publisher publisher,
            Challengers challengers,
            ModelAdmission admission,
            PublishingLimits limits,
            PublishingConfiguration configuration,
            Runnable whenPublished) {
        platform.jobs().register(new SimulationJob(platform.database(), customers, live, platform.clock(), base::held));
        Simulations simulations = new Simulations(
                platform.database(), platform.jobs(), live, publisher, challengers, whenPublished, platform.clock());
        ModelPublications publications = new ModelPublications(
                platform.database(),
                simulations,
                live,
                admission,
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
                lookUps,
                new BothDecisions(live, customers, personal, lookUps),
                schema,
                personal,
                personalModels));
        SimulationRetention retention = new SimulationRetention(
                platform.database(), platform.audit(), platform.clock(), configuration.keepSimulations());
        platform.repeat("simulation-retention", FIRST_LOOK, LOOK, retention::removeOld);
        return simulations;
    }
}
