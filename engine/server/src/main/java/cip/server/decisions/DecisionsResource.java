package cip.server.decisions;

import cip.server.http.Caller;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
    @RolesAllowed(Roles.SIGNED_IN)
    public ObjectNode decide(@Valid @NotNull DecisionRequest request, @Context SecurityContext security) {
        return decisions.decide(request, Caller.of(security));
    }

    @GET
    @Path("decisions/{id}")
    @RolesAllowed(Roles.SIGNED_IN)
    public ObjectNode decision(@PathParam("id") String id, @Context SecurityContext security) {
        return decisions.decision(id, Caller.of(security));
    }

    @POST
    @Path("decisions/{id}/replay")
    @RolesAllowed(Roles.SIGNED_IN)
    public ObjectNode replay(@PathParam("id") String id, @Context SecurityContext security) {
        return decisions.replay(id, Caller.of(security));
    }

    @POST
    @Path("decision-runs")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST})
    public Response run(@Context SecurityContext security) {
        Job job = jobs.submit(
                DecisionRun.NAME, DecisionRun.LABEL, Caller.of(security).name(), "{}");
        return Response.accepted(job)
                .location(UriBuilder.fromPath("/api/jobs/{id}").build(job.id()))
                .build();
    }
}
