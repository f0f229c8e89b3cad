package cip.server.decisions;

import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;

/** Decisions: for one customer at once, logged ones with their reasons, and runs over the whole base. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
    private final Decisions decisions;
    private final JobRunner jobs;

    public DecisionsResource(Decisions decisions, JobRunner jobs) {
        this.decisions = decisions;
        this.jobs = jobs;
    }

    @POST
    @Path("decisions")
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "AGENT", "ANALYST"})
    public ObjectNode decide(DecisionRequest request) {
        return decisions.decide(request);
    }

    @GET
    @Path("decisions/{id}")
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "AGENT", "ANALYST"})
    public ObjectNode decision(@PathParam("id") String id) {
        return decisions.decision(id);
    }

    @POST
    @Path("decisions/{id}/replay")
    @RolesAllowed({"ADMIN", "MARKETER", "APPROVER", "AGENT", "ANALYST"})
    public ObjectNode replay(@PathParam("id") String id) {
        return decisions.replay(id);
    }

    @POST
    @Path("decision-runs")
    @RolesAllowed({"ADMIN", "MARKETER", "ANALYST"})
    public Response run(@Context SecurityContext caller) {
        Job job = jobs.submit(
                DecisionRun.NAME, DecisionRun.LABEL, caller.getUserPrincipal().getName(), "{}");
        return Response.accepted(job)
                .location(UriBuilder.fromPath("/api/jobs/{id}").build(job.id()))
                .build();
    }
}
