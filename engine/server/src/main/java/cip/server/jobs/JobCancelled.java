package cip.server.jobs;

import java.util.concurrent.CancellationException;

/** Ends the work of a job that somebody cancelled, or that must pause because the process stops. */
public final class JobCancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    JobCancelled(String jobId) {
        super("Job " + jobId + " was asked to stop.");
    }
}
