package cip.server.jobs;

import cip.server.store.Database;
import java.time.Clock;

/** Runs a job as the job runner does, and stops where a test wants: what is left then is what a kill would leave. */
public final class JobsByHand {
    private final Database database;
    private final JobStore store = new JobStore();
    private final JobRunner runner;
    private final JobKind kind;

    public JobsByHand(Database database, Clock clock, JobKind kind) {
        this.database = database;
        this.kind = kind;
        this.runner = new JobRunner(database, clock);
        runner.register(kind);
    }

    public JobRunner runner() {
        return runner;
    }

    /** A job that waits. */
    public Job asked(String input) {
        return database.write(handle -> runner.enqueue(handle, kind.name(), "By hand", "ann", input));
    }

    /** Works from the last checkpoint until the end. */
    public void run(Job job) {
        kind.run(context(job, Integer.MAX_VALUE));
    }

    /** Works until the end while something else happens at every step. */
    public void run(Job job, Runnable atEveryStep) {
        Job now = database.read(handle -> store.find(handle, job.id())).orElseThrow();
        kind.run(new JobContext(now, store, (done, total, doing) -> atEveryStep.run(), () -> false));
    }

    /** Works from the last checkpoint and is interrupted at its n-th step from there. */
    public void runUntilStep(Job job, int n) {
        try {
            kind.run(context(job, n - 1));
        } catch (JobCancelled stopped) {
            return;
        }
        throw new AssertionError("The job ended before its step " + n + ".");
    }

    private JobContext context(Job job, int steps) {
        int[] left = {steps};
        Job now = database.read(handle -> store.find(handle, job.id())).orElseThrow();
        return new JobContext(now, store, (done, total, doing) -> {}, () -> left[0]-- <= 0);
    }
}
