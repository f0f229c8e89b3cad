package cip.server.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

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

    void follow(String jobId, SseEventSink sink, Sse sse) {
        tell(jobId, sink, sse, new AtomicReference<>(""));
    }

    /** Sends the job when it changed since {@code last}, then looks again a little later. */
    private void tell(String jobId, SseEventSink sink, Sse sse, AtomicReference<String> last) {
        if (sink.isClosed()) {
            return;
        }
        Job job = runner.job(jobId);
        String data = text(job);
        if (!data.equals(last.getAndSet(data))) {
            sink.send(event(sse, "progress", data));
        }
        if (job.state().hasEnded()) {
            sink.send(event(sse, "end", data)).thenRun(sink::close);
            return;
        }
        timer.schedule(() -> tell(jobId, sink, sse, last), INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static OutboundSseEvent event(Sse sse, String name, String data) {
        return sse.newEventBuilder().name(name).data(String.class, data).build();
    }

    private String text(Job job) {
        try {
            return json.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job could not be written as JSON.", e);
        }
    }
}
