package cip.server.shadows;

import cip.server.decisions.LiveBase;
import cip.server.jobs.JobRequests;
import cip.server.models.ModelRegistry;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.StrategyCandidates;
import cip.server.wiring.Platform;

/** Puts the comparing of shadows together. */
public final class ShadowsWiring {
    private ShadowsWiring() {}

    public static Shadows install(
            Platform platform,
            ModelRegistry models,
            LiveStrategy strategies,
            StrategyCandidates candidates,
            LiveBase base) {
        platform.jobs()
                .register(new ShadowJob(
                        platform.database(), models, strategies, candidates, base::requiredHeld, platform.clock()));
        Shadows shadows = new Shadows(platform.database(), platform.jobs(), models, base, strategies, platform.clock());
        platform.route(new ShadowsResource(
                shadows, models, strategies, new JobRequests(platform.idempotency(), platform.jobs())));
        return shadows;
    }
}
