package cip.server.jobs;

import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.store.Work;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers a POST that asks for a job: 202 with the job and where to follow it, the same job for the same key. */
public final class JobRequests {
    private final Idempotency idempotency;
    private final JobRunner jobs;

    public JobRequests(Idempotency idempotency, JobRunner jobs) {
        this.idempotency = idempotency;
        this.jobs = jobs;
    }

    /**
     * The job that was made for this key, to be looked for before dear work; empty = none yet.
     *
     * @throws cip.core.error.EngineException IDEMPOTENCY_KEY_REUSED
     */
    public Optional<Response> answered(@Nullable String key, Caller caller, String route, Object body) {
        return idempotency.attempt(key, caller, route, body).answered();
    }

    /**
     * @param enqueue stores the job in the transaction it is given; run at most once for a key
     * @throws cip.core.error.EngineException IDEMPOTENCY_KEY_REUSED, or whatever {@code enqueue} throws
     */
    public Response once(@Nullable String key, Caller caller, String route, Object body, Work<Job> enqueue) {
        AtomicReference<@Nullable Job> queued = new AtomicReference<>();
        Response response = idempotency.once(key, caller, route, body, handle -> {
            Job job = enqueue.with(handle);
            queued.set(job);
            return Made.accepted("/api/jobs/" + job.id(), job);
        });
        Optional.ofNullable(queued.get()).ifPresent(jobs::wake);
        return response;
    }
}
