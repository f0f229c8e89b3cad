package cip.server.simulations;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import cip.server.strategies.StrategyCandidates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What another strategy would do to every customer, and publishing it once that has been seen. */
@Path("/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class SimulationsResource {
    private final Simulations simulations;
    private final ModelPublications publications;
    private final StrategyCandidates candidates;
    private final LiveStrategy live;
    private final JobRequests requests;
    private final Idempotency idempotency;
    private final LookUps lookUps;
    private final BothDecisions both;
    private final CustomerSchema schema;
    private final PersonalData personal;
    private final PersonalModels personalModels;

    SimulationsResource(
            Simulations simulations,
            ModelPublications publications,
            StrategyCandidates candidates,
            LiveStrategy live,
            JobRequests requests,
            Idempotency idempotency,
            LookUps lookUps,
            BothDecisions both,
            CustomerSchema schema,
            PersonalData personal,
            PersonalModels personalModels) {
        this.simulations = simulations;
        this.publications = publications;
        this.candidates = candidates;
        this.live = live;
        this.requests = requests;
        this.idempotency = idempotency;
        this.lookUps = lookUps;
        this.both = both;
        this.schema = schema;
        this.personal = personal;
        this.personalModels = personalModels;
    }

    /** @param models hash of the model to try by the score it gives */
    public record SimulationRequest(@NotEmpty Map<@NotBlank String, @NotBlank String> models) {}

    /**
     * @param reason as the audit trail has it
     * @param overrideReason why a challenger that has not won against the champion, or under which an example is not met, is
     *     published all the same; {@code null} = it is not
     */
    public record PublicationRequest(
            @NotBlank @Size(max = 500) String reason, @Nullable @Size(max = 500) String overrideReason) {}

    /** @param text why the caller agrees, may be empty */
    public record ApprovalRequest(@NotNull @Size(max = 2_000) String text) {}

    /** One customer who changes. */
    public record ChangeView(
            String customerId,
            String segmentBefore,
            String segmentAfter,
            String actionBefore,
            String actionAfter,
            double valueBefore,
            double valueAfter) {}

    /** Starts a simulation of the live strategy with other models; the job's id is also the simulation's. */
    @POST
    @Answers(status = 202, body = Job.class)
    public Response start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull SimulationRequest request,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        String route = "POST /simulations";
        return requests.answered(key, caller, route, request).orElseGet(() -> {
            Strategy now = live.snapshot().decider().strategy();
            Strategy tried = candidates.withModels(now, request.models());
            personalModels.requireCountable(tried, now, caller);
            StrategyHash after = candidates.keep(tried);
            String label = label(after, request.models().keySet());
            return requests.once(
                    key, caller, route, request, handle -> simulations.enqueue(handle, after, label, null, caller));
        });
    }

    /** Simulations, newest first, with their totals alone. */
    @GET
    public Page<SimulationSummary> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<SimulationSummary> found = simulations.page(cursor, limit + 1).stream()
                .map(simulation -> SimulationSummary.of(
                        simulation,
                        live.strategy(simulation.before()),
                        live.strategy(simulation.after()),
                        simulations.obstacle(simulation).orElse(null)))
                .toList();
        return Page.of(found, limit, SimulationSummary::id, null);
    }

    /** One simulation, with its result once it has finished. */
    @GET
    @Path("{id}")
    public SimulationView one(@PathParam("id") String id, @Context SecurityContext security) {
        return whole(simulations.simulation(id), Caller.of(security));
    }

    private SimulationView whole(StoredSimulation simulation, Caller caller) {
        List<AttributeGroups> groups = simulation
                .finished()
                .map(finished -> AttributeGroups.of(
                        finished.counts().groups(),
                        schema,
                        attribute -> !attribute.identifiesPerson() || personal.isSeenBy(caller)))
                .orElse(List.of());
        ModelGate gate = publications.gate();
        return SimulationView.of(
                simulation,
                live.strategy(simulation.before()),
                live.strategy(simulation.after()),
                simulations.obstacle(simulation).orElse(null),
                publications.challengers(simulation),
                publications.unmetExamples(simulation),
                publications.excesses(simulation),
                publications.approvals(simulation),
                groups,
                gate.mayApprove(simulation, caller),
                gate.mayPublish(simulation, caller));
    }

    /** One customer under both strategies, with the reasons of each. */
    @GET
    @Path("{id}/customers/{customer}")
    public BothDecisions.BothSides both(
            @PathParam("id") String id, @PathParam("customer") String customer, @Context SecurityContext security) {
        return both.of(shown(id, security), customer, Caller.of(security));
    }

    /** Customers who get another segment or first action, in the order of their ids. */
    @GET
    @Path("{id}/changes")
    public Page<ChangeView> changes(
            @PathParam("id") String id,
            @QueryParam("segmentBefore") @Nullable String segmentBefore,
            @QueryParam("segmentAfter") @Nullable String segmentAfter,
            @QueryParam("actionBefore") @Nullable String actionBefore,
            @QueryParam("actionAfter") @Nullable String actionAfter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @Context SecurityContext security) {
        ChangeFilter filter = new ChangeFilter(segmentBefore, segmentAfter, actionBefore, actionAfter);
        List<ChangeView> found = simulations.changes(shown(id, security).id(), filter, cursor, limit + 1).stream()
                .map(change -> new ChangeView(
                        change.customer().value(),
                        change.segmentBefore(),
                        change.segmentAfter(),
                        change.actionBefore(),
                        change.actionAfter(),
                        change.valueBefore(),
                        change.valueAfter()))
                .toList();
        lookUps.several(Caller.of(security), "customers a simulation moves", Math.min(limit, found.size()));
        return Page.of(found, limit, ChangeView::customerId, null);
    }

    /** A simulation whose customers the caller may be told of. */
    private StoredSimulation shown(String id, SecurityContext security) {
        StoredSimulation simulation = simulations.simulation(id);
        personalModels.requireCountable(
                live.strategy(simulation.after()), live.strategy(simulation.before()), Caller.of(security));
        return simulation;
    }

    /** Agrees to publish other models although they go beyond a limit; whoever asked for the simulation cannot. */
    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public SimulationView approve(
            @PathParam("id") String id, @Valid @NotNull ApprovalRequest request, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        publications.approve(simulations.simulation(id), request.text(), caller);
        return whole(simulations.simulation(id), caller);
    }

    /** Publishes exactly the strategy that was simulated; a challenger that has not won needs a reason of its own. */
    @POST
    @Path("{id}/publication")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    @Answers(body = Publication.class)
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull PublicationRequest request,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Idempotency.Attempt attempt =
                idempotency.attempt(key, caller, "POST /simulations/" + id + "/publication", request);
        return attempt.answered().orElseGet(() -> Response.ok(publications.publish(
                        simulations.simulation(id),
                        caller,
                        request.reason(),
                        Optional.ofNullable(request.overrideReason())
                                .filter(text -> !text.isBlank())
                                .orElse(null),
                        (handle, publication) -> attempt.keep(handle, Made.done(publication))))
                .build());
    }

    /** What is tried, e.g. "Churn risk version 2". */
    private String label(StrategyHash after, Set<String> scores) {
        return live.decider(after).strategy().models().stream()
                .filter(model -> scores.contains(model.score()))
                .map(model -> model.label() + " version " + model.version())
                .collect(Collectors.joining(", "));
    }
}
