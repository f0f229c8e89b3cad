package cip.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells listeners how far jobs are, as long as they listen. */
public final class JobEvents {
    private static final long INTERVAL_MILLIS = 400;

    private final JobRunner runner;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer;

    public JobEvents(JobRunner runner, ObjectMapper json, ScheduledExecutorService timer) {
        this.runner = runner;
        this.json = json;
        this.timer = timer;
    }

    /** Returns at once; the route must have answered before the first event may be written. */
    void follow(String jobId, SseEventSink sink, Sse sse, AtomicBoolean left) {
        timer.execute(new Listener(jobId, sink, sse, left));
    }

    /** Somebody who listens until the job ends or they leave; leaving is no failure. */
    private final class Listener implements Runnable {
        private final String jobId;
        private final SseEventSink sink;
        private final Sse sse;
        private final AtomicBoolean left;
        private String last = "";

        Listener(String jobId, SseEventSink sink, Sse sse, AtomicBoolean left) {
            this.jobId = jobId;
            this.sink = sink;
            this.sse = sse;
            this.left = left;
        }

        /** Sends the job when it changed, then looks again a little later. */
        @Override
        public void run() {
            Job job = runner.job(jobId);
            String data = text(job);
            if (!data.equals(last)) {
                send("progress", data);
                last = data;
            }
            if (job.state().hasEnded()) {
                send("end", data);
            }
            if (job.state().hasEnded() || left.get() || sink.isClosed()) {
                sink.close();
            } else {
                timer.schedule(this, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void send(String name, String data) {
            if (!left.get() && !sink.isClosed()) {
                sink.send(sse.newEventBuilder()
                        .name(name)
                        .data(String.class, data)
                        .build());
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
