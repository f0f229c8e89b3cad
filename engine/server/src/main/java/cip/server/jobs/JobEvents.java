package cip.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners how far jobs are, as long as they listen. */
public final class JobEvents {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final long INTERVAL_MILLIS = 400;

    private final JobRunner runner;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer;

    public JobEvents(JobRunner runner, ObjectMapper json, ScheduledExecutorService timer) {
        this.runner = runner;
        this.json = json;
        this.timer = timer;
    }

    /** Somebody who listens until the job ends or they leave; leaving is no failure. */
    interface Listener {
        void hear(String event, String data);

        boolean hasLeft();

        /** There is nothing more to hear. */
        void end();
    }

    /** Returns at once; the route must have answered before the first event may be written. */
    void follow(String jobId, Listener listener) {
        timer.execute(new Following(jobId, listener));
    }

    private final class Following implements Runnable {
        private final String jobId;
        private final Listener listener;
        private String last = "";

        Following(String jobId, Listener listener) {
            this.jobId = jobId;
            this.listener = listener;
        }

        /** A listener who hears no more comes back by itself; one who is kept waiting does not. */
        @Override
        public void run() {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.debug("A look at job {} failed.", jobId, e);
                listener.end();
            }
        }

        /** Sends the job when it changed, then looks again a little later. */
        private void look() {
            Job job = runner.job(jobId);
            String data = text(job);
            if (!data.equals(last)) {
                send("progress", data);
                last = data;
            }
            if (job.state().hasEnded()) {
                send("end", data);
            }
            if (job.state().hasEnded() || listener.hasLeft()) {
                listener.end();
            } else {
                timer.schedule(this, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void send(String name, String data) {
            if (!listener.hasLeft()) {
                listener.hear(name, data);
            }
        }
    }

    private String text(Job job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job could not be written as JSON.", e);
        }
    }
}
