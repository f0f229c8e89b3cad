package cip.server.monitoring;

import cip.core.monitor.RealisedQuality;
import java.time.Instant;

/**
 * What the scores of a past run turned out to be worth.
 *
 * @param asOf the instant for which the run decided; what is measured happened in the 365 days after it
 * @param modelHash of the model that gave the scores
 */
record Realised(
        String run, String score, String modelHash, Instant asOf, Instant measuredAt, RealisedQuality quality) {}
