package cip.server.jobs;

/**
 * The life of a job. It begins QUEUED and becomes RUNNING when a worker is free. It ends SUCCEEDED, FAILED with an error
 * that says what to do, or CANCELLED when somebody asked for it, which a queued job becomes at once and a running one at
 * its next step. When the process dies, a RUNNING job is QUEUED again at the next start and goes on from its last
 * checkpoint. An ended job never changes.
 */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean hasEnded() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
