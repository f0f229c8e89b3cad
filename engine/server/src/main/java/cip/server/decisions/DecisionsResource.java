package cip.server.decisions;

import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Decisions: logged ones with their reasons, and runs over the whole base; see also {@link SingleDecisionResource}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private final Decisions decisions;
    private final JobRunner jobs;
    private final JobRequests requests;

    DecisionsResource(Decisions decisions, JobRunner jobs, JobRequests requests) {
        this.decisions = decisions;
        this.jobs = jobs;
        this.requests = requests;
    }

    /** A logged decision with its reasons. */
    @GET
    @Path("decisions/{id}")
    @RolesAllowed(Roles.SIGNED_IN)
    public ObjectNode decision(@PathParam("id") String id, @Context SecurityContext security) {
        return decisions.decision(id, Caller.of(security));
    }

    /** Computes a logged decision again from what it was made of, and compares. */
    @POST
    @Path("decisions/{id}/replay")
    @RolesAllowed(Roles.SIGNED_IN)
    public ObjectNode replay(@PathParam("id") String id, @Context SecurityContext security) {
        return decisions.replay(id, Caller.of(security));
    }

    /** Decides for every customer, as a job. */
    @POST
    @Path("decision-runs")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST})
    @Answers(status = 202, body = Job.class)
    public Response run(@HeaderParam(Idempotency.HEADER) @Nullable String key, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return requests.once(
                key,
                caller,
                "POST /decision-runs",
                "",
                handle -> jobs.enqueue(handle, DecisionRun.NAME, DecisionRun.LABEL, caller.name(), "{}"));
    }
}
