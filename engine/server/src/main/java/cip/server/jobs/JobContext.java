package cip.server.jobs;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a kind's code sees of its job. Not safe to share between threads. */
public final class JobContext {
    private final Job job;
    private final JobStore store;
    private final Progress progress;
    private final BooleanSupplier mustStop;

    /** Hears of every step; called on the worker thread. */
    interface Progress {
        void reached(long done, @Nullable Long total, @Nullable String doing);
    }

    JobContext(Job job, JobStore store, Progress progress, BooleanSupplier mustStop) {
        this.job = job;
        this.store = store;
        this.progress = progress;
        this.mustStop = mustStop;
    }

    public String jobId() {
        return job.id();
    }

    public String requestedBy() {
        return job.requestedBy();
    }

    /** The input as given when the job was asked for. */
    public String input() {
        return job.input();
    }

    /** Where an earlier run of this job got to; empty = it begins. */
    public Optional<String> checkpoint() {
        return Optional.ofNullable(job.checkpoint());
    }

    /**
     * Reports how far the work is. Call it every few hundred milliseconds.
     *
     * @param total rows in all; {@code null} = not known yet
     * @throws JobCancelled when the work must stop here
     */
    public void step(long done, @Nullable Long total) {
        step(done, total, null);
    }

    /** @param doing what is done now, in plain words; {@code null} = nothing worth saying */
    public void step(long done, @Nullable Long total, @Nullable String doing) {
        if (mustStop.getAsBoolean()) {
            throw new JobCancelled(job.id());
        }
        progress.reached(done, total, doing);
    }

    /** Writes how far the work is in the same transaction as the work itself. */
    public void checkpoint(Handle handle, String checkpoint, long done) {
        store.checkpoint(handle, job.id(), checkpoint, done);
    }
}
