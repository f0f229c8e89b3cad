package cip.server.monitoring;

import cip.core.decide.CustomerBase;
import cip.core.decide.ModelReference;
import cip.core.decide.SplitDecider;
import cip.core.monitor.Drift;
import cip.core.monitor.Verdict;
import cip.server.decisions.DecisionRun;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures drift after every run and keeps what was measured. Thread-safe. */
public final class DriftHistory implements DecisionRun.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(DriftHistory.class);

    private final Database database;
    private final LiveStrategy strategy;
    private final DriftStore store = new DriftStore();
    private volatile int drifted;

    DriftHistory(Database database, LiveStrategy strategy) {
        this.database = database;
        this.strategy = strategy;
    }

    /**
     * Measures the base of a run; does nothing when it has been measured. What goes wrong is logged: the decisions of the
     * run are good all the same.
     */
    @Override
    public void finished(String runId, CustomerBase base, Instant at) {
        try {
            measure(runId, base, at);
        } catch (RuntimeException e) {
            LOG.error("The drift of run {} could not be measured.", runId, e);
        }
    }

    private void measure(String runId, CustomerBase base, Instant at) {
        if (database.read(handle -> store.has(handle, runId))) {
            return;
        }
        SplitDecider deciders = strategy.deciders(base.split());
        MeasuredBase measured = new MeasuredBase(runId, base, at);
        List<Measurement> measurements = new ArrayList<>();
        for (ModelReference model : deciders.champion().strategy().models()) {
            measurements.addAll(measured.of(strategy.card(model.hash())));
        }
        measurements.add(measured.segments(deciders, before(Subject.SEGMENTS)));
        measurements.add(measured.actions(deciders, before(Subject.ACTIONS)));
        database.execute(handle -> store.insert(handle, measurements));
        drifted = countDrifted(measurements);
    }

    private @Nullable Drift before(Subject mix) {
        Optional<Measurement> before = database.read(handle -> store.latest(handle, mix));
        return before.map(Measurement::drift).orElse(null);
    }

    /** Counts anew what the last run found, after a start. */
    void reload() {
        drifted = countDrifted(latest());
    }

    private static int countDrifted(List<Measurement> measurements) {
        return (int) measurements.stream()
                .filter(measurement -> measurement.drift().verdict() == Verdict.DRIFT)
                .count();
    }

    /** How many subjects had drifted in the last run. */
    int drifted() {
        return drifted;
    }

    /** Of the run that was measured last; empty = none has been. */
    List<Measurement> latest() {
        return database.read(store::latest);
    }

    /** Newest first. */
    List<Measurement> history(Subject subject, int limit) {
        return database.read(handle -> store.history(handle, subject, limit));
    }

    /** Every subject's measurements in the latest runs, oldest first. */
    List<DriftStore.Point> points(int runs) {
        return database.read(handle -> store.points(handle, runs));
    }
}
