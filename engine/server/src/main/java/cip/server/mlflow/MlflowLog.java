package cip.server.mlflow;

import cip.core.error.EngineException;
import cip.server.models.ShippedModel;
import cip.server.models.TrainedModels;
import cip.server.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every model that a training made and logs it, once for each training. What goes wrong is kept with the training
 * and in the log, and stops nothing. Thread-safe.
 */
final class MlflowLog implements TrainedModels {
    private static final Logger LOG = LoggerFactory.getLogger(MlflowLog.class);

    private final Database database;
    private final Clock clock;
    private final Optional<MlflowRuns> runs;
    private final MlflowStore store = new MlflowStore();

    /** @param runs empty = nothing is logged */
    MlflowLog(Database database, Clock clock, Optional<MlflowRuns> runs) {
        this.database = database;
        this.clock = clock;
        this.runs = runs;
    }

    @Override
    public void trained(String jobId, ShippedModel model) {
        runs.filter(configured -> !isLogged(jobId, model)).ifPresent(configured -> log(configured, jobId, model));
    }

    private boolean isLogged(String jobId, ShippedModel model) {
        return entries(jobId).stream().anyMatch(entry -> entry.model().equals(model.hash()) && entry.problem() == null);
    }

    private void log(MlflowRuns configured, String jobId, ShippedModel model) {
        String run = null;
        String problem = null;
        try {
            run = configured.log(jobId, model);
        } catch (EngineException failure) {
            LOG.warn("The model {} of {} was not logged: {}", model.hash(), model.score(), failure.getMessage());
            problem = failure.getMessage();
        } catch (RuntimeException failure) {
            LOG.error("The model {} of {} was not logged.", model.hash(), model.score(), failure);
            problem = "The run could not be written; the log of the engine names the reason.";
        }
        keep(jobId, model, run, problem);
    }

    private void keep(String jobId, ShippedModel model, @Nullable String run, @Nullable String problem) {
        MlflowEntry entry = new MlflowEntry(jobId, model.hash(), model.score(), run, problem, clock.instant());
        database.execute(handle -> store.put(handle, entry));
    }

    /** What became of the models of a training; empty when nothing is logged. */
    List<MlflowEntry> entries(String jobId) {
        return database.read(handle -> store.of(handle, jobId));
    }
}
