package cip.server.monitoring;

import cip.core.decide.CustomerBase;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.decisions.DecisionRun;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.monitoring.RealisedStore.WaitingRun;
import cip.server.store.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
    private final JobRunner jobs;
    private final RealisedStore store = new RealisedStore();

    RealisedHistory(Database database, CustomerStore customers, JobRunner jobs) {
        this.database = database;
        this.customers = customers;
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

    private Optional<WaitingRun> due(Instant now) {
        return known(now).map(known -> known.minus(RealisedJob.HORIZON)).flatMap(this::latestWaiting);
    }

    private Optional<WaitingRun> latestWaiting(Instant upTo) {
        return database.read(handle -> store.latestWaiting(handle, upTo));
    }

    /** Until when it is known what happened; empty = there is no transaction. */
    private Optional<Instant> known(Instant now) {
        return customers.lastTransaction().map(last -> last.isBefore(now) ? last : now);
    }

    /**
     * What is compared next: a run whose days are over, else the one whose days are over first.
     *
     * @return empty = no run waits for a comparison
     */
    Optional<MonitoringView.NextComparison> next(Instant now) {
        return due(now).or(() -> database.read(handle -> store.firstWaiting(handle, now)))
                .map(run -> new MonitoringView.NextComparison(
                        run.asOf(),
                        run.asOf().plus(RealisedJob.HORIZON),
                        known(now).orElse(null)));
    }

    private void compare(WaitingRun run) {
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
