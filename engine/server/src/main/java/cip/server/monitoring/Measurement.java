package cip.server.monitoring;

import cip.core.monitor.Drift;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one subject had moved in one run.
 *
 * @param at when the run finished
 * @param modelHash of the model whose card is the reference; {@code null} = the run before is
 */
record Measurement(String run, Instant at, Subject subject, @Nullable String modelHash, Drift drift) {}
