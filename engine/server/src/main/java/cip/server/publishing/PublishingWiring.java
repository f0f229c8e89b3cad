package cip.server.publishing;

import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;

/** Puts the rules of publishing together. */
public final class PublishingWiring {
    private PublishingWiring() {}

    public static PublishingLimits install(Platform platform, LiveStrategy live) {
        PublishingLimits limits = new PublishingLimits(platform.database(), live, platform.audit(), platform.clock());
        platform.route(new PublishingLimitsResource(limits));
        return limits;
    }
}
