package cip.server.jobs;

import java.util.Optional;

/** One kind of long work. Its code runs on a worker thread, again from the last checkpoint after a crash. */
public interface JobKind {
    /** Upper-case, at most 32 characters, e.g. {@code IMPORT}. */
    String name();

    /**
     * Does the work.
     *
     * @return where the result is found, e.g. {@code /api/imports/…}
     * @throws JobCancelled when {@link JobContext#step} says so; let it pass
     * @throws cip.core.error.EngineException to end FAILED with its message
     */
    Optional<String> run(JobContext context);

    /**
     * Takes back what a cancelled or failed job must not leave behind. Runs when the work is over, and again when the process
     * was killed before the end of the job was stored.
     */
    default void cleanUp(Job job) {}
}
