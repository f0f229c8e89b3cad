package cip.server.decisions;

import cip.core.decide.StrategyHash;
import java.time.Instant;

/** A run over the whole base that came to its end. */
record FinishedRun(String id, StrategyHash strategy, Instant asOf, Instant finishedAt) {}
