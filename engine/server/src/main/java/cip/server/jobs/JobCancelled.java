package cip.server.jobs;

/** Ends the work of a job that somebody cancelled, or that must pause because the process stops. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelled(String jobId) {
        super("Job " + jobId + " was asked to stop.");
    }
}
