package cip.server.mlflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of logging one trained model.
 *
 * @param job the training
 * @param model hash of the version
 * @param runId of MLflow; {@code null} = it was not logged
 * @param problem why it was not logged; {@code null} = it was
 */
public record MlflowEntry(
        String job, String model, String score, @Nullable String runId, @Nullable String problem, Instant at) {}
