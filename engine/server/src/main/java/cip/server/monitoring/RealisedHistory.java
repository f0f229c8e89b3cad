package cip.server.monitoring;

import cip.core.decide.CustomerBase;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.decisions.DecisionRun;
import cip.server.decisions.PastRuns;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the scores of past runs compared with what happened. After each run at most one past run is taken: the latest whose 365
 * days are over, by the transactions that are known, and that has not been compared yet.
 */
final class RealisedHistory implements DecisionRun.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(RealisedHistory.class);

    private final Database database;
    private final CustomerStore customers;
    private final PastRuns runs;
    private final JobRunner jobs;
    private final RealisedStore store = new RealisedStore();

    RealisedHistory(Database database, CustomerStore customers, PastRuns runs, JobRunner jobs) {
        this.database = database;
        this.customers = customers;
        this.runs = runs;
        this.jobs = jobs;
    }

    /** What goes wrong is logged: the decisions of the run are good all the same. */
    @Override
    public void finished(String runId, CustomerBase base, Instant at) {
        try {
            due(at).ifPresent(this::compare);
        } catch (RuntimeException e) {
            LOG.error("After run {} the scores of earlier runs could not be compared with what happened.", runId, e);
        }
    }

    private Optional<PastRuns.PastRun> due(Instant now) {
        Optional<Instant> last = customers.lastTransaction();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Instant known = last.get().isBefore(now) ? last.get() : now;
        Set<String> measured = database.read(store::runs);
        return runs.upTo(known.minus(RealisedJob.HORIZON)).stream()
                .filter(run -> !measured.contains(run.id()))
                .findFirst();
    }

    private void compare(PastRuns.PastRun run) {
        String input = RealisedJob.Input.text(run.id());
        boolean asked = jobs.jobs(RealisedJob.NAME, null, 1).stream()
                .filter(job -> !job.state().hasEnded())
                .map(Job::input)
                .anyMatch(input::equals);
        if (!asked) {
            String day = run.asOf().atZone(ZoneOffset.UTC).toLocalDate().toString();
            jobs.submit(RealisedJob.NAME, "Compare the scores of " + day + " with what happened", Audit.SYSTEM, input);
        }
    }

    /** Of the latest run that has been compared, by score. */
    List<Realised> latest() {
        return database.read(store::latest);
    }

    /** Of one score, the latest run first. */
    List<Realised> history(String score, int limit) {
        return database.read(handle -> store.history(handle, score, limit));
    }
}
