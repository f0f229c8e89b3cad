package cip.server.strategies;

import cip.core.decide.StrategyHash;
import java.time.Instant;

/**
 * A strategy going live.
 *
 * @param version counted from 1; the highest one is live
 * @param publishedBy user name, or {@code rules folder} when the operator changed the files
 */
public record Publication(int version, StrategyHash strategy, Instant publishedAt, String publishedBy, String reason) {}
