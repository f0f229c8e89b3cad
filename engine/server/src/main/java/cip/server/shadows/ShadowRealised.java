package cip.server.shadows;

import cip.core.monitor.Contest;
import cip.core.monitor.RealisedQuality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What both models' scores of one run turned out to be worth, on the same customers.
 *
 * @param model hash of the shadow
 * @param contest the shadow as challenger against the champion; {@code null} = too few customers
 */
public record ShadowRealised(
        String run,
        String model,
        Instant measuredAt,
        RealisedQuality champion,
        RealisedQuality shadow,
        @Nullable Contest contest) {}
