package cip.server.jobs;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long jobs: what runs, how far it is, and stopping it. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource {
    private static final int LARGEST_PAGE = 200;

    private final JobRunner runner;
    private final JobEvents events;

    public JobsResource(JobRunner runner, JobEvents events) {
        this.runner = runner;
        this.events = events;
    }

    /**
     * Jobs, newest first.
     *
     * @param nextCursor asks for older jobs; {@code null} = these are the oldest
     */
    public record JobPage(List<Job> items, @Nullable String nextCursor, @Nullable Long total) {}

    @GET
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "ANALYST"})
    public JobPage page(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.max(1, Math.min(LARGEST_PAGE, limit));
        List<Job> found = runner.jobs(cursor, size + 1);
        return found.size() <= size
                ? new JobPage(found, null, null)
                : new JobPage(found.subList(0, size), found.get(size - 1).id(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "ANALYST"})
    public Job job(@PathParam("id") String id) {
        return runner.job(id);
    }

    /** The job whenever it moves on: events named progress, the last one named end. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "ANALYST"})
    public void events(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse) {
        runner.job(id);
        events.follow(id, sink, sse);
    }

    /** Cancels; only who asked for the job, or an admin, may. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({"ADMIN", "MARKETER", "ANALYST"})
    public void cancel(@PathParam("id") String id, @Context SecurityContext caller) {
        Job job = runner.job(id);
        boolean own = job.requestedBy().equals(caller.getUserPrincipal().getName());
        if (!own && !caller.isUserInRole("ADMIN")) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "Job " + id + " was asked for by somebody else.\nMaybe ask an admin to cancel it.");
        }
        runner.cancel(id);
    }
}
