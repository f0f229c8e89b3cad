package cip.server.jobs;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import cip.server.http.Page;
import cip.server.http.QuietLeaving;
import cip.server.http.Role;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Long jobs: what runs, how far it is, and stopping it. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private final JobRunner runner;
    private final JobEvents events;

    public JobsResource(JobRunner runner, JobEvents events) {
        this.runner = runner;
        this.events = events;
    }

    /** Jobs, newest first. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Page<Job> page(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return Page.of(runner.jobs(cursor, limit + 1), limit, Job::id, null);
    }

    /** One job. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Job job(@PathParam("id") String id) {
        return runner.job(id);
    }

    /** The job whenever it moves on: events named progress, the last one named end. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";charset=UTF-8")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public void events(
            @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request) {
        runner.job(id);
        events.follow(id, new Stream(sink, sse, QuietLeaving.left(request)));
    }

    /** A listener at the other end of a stream of events. */
    private record Stream(SseEventSink sink, Sse sse, AtomicBoolean left) implements JobEvents.Listener {
        @Override
        public void hear(String event, String data) {
            sink.send(sse.newEventBuilder().name(event).data(String.class, data).build());
        }

        @Override
        public boolean hasLeft() {
            return left.get() || sink.isClosed();
        }

        @Override
        public void end() {
            sink.close();
        }
    }

    /** Cancels; only who asked for the job, or an admin, may. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public void cancel(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Job job = runner.job(id);
        if (!job.requestedBy().equals(caller.name()) && !caller.has(Role.ADMIN)) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "Job " + id + " was asked for by somebody else.\nMaybe ask an admin to cancel it.");
        }
        runner.cancel(id);
    }
}
