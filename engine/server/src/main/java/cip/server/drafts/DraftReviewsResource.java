package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Revision;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The way of a draft to the live strategy: simulate, submit, approve, publish. */
@Path("/drafts/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DraftReviewsResource {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_REASON = 500;

    private final Drafts drafts;
    private final DraftReviews reviews;
    private final DraftSchedules schedules;
    private final DraftViews views;
    private final DraftPrivacy privacy;
    private final LiveStrategy live;
    private final JobRequests requests;
    private final Idempotency idempotency;

    DraftReviewsResource(
            Drafts drafts,
            DraftReviews reviews,
            DraftSchedules schedules,
            DraftViews views,
            DraftPrivacy privacy,
            LiveStrategy live,
            JobRequests requests,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.schedules = schedules;
        this.views = views;
        this.privacy = privacy;
        this.live = live;
        this.requests = requests;
        this.idempotency = idempotency;
    }

    /** @param text what others should know about the step; may be empty */
    public record Remark(@NotNull @Size(max = LONGEST_TEXT) String text) {}

    /** @param place what it is about, e.g. {@code segments/at_risk}; {@code null} = the whole */
    public record Comment(@NotBlank @Size(max = LONGEST_TEXT) String text, @Nullable @Size(max = 500) String place) {}

    /** @param text what has to be changed */
    public record Refusal(@NotBlank @Size(max = LONGEST_TEXT) String text) {}

    /**
     * @param reason as the history of the strategy and the audit trail have it
     * @param share of the customers on whom it is tried as the challenger of the live strategy, 0.001 to 0.5 in steps of 0.001;
     *     left out = it is for everybody
     * @param overrideReason why a model that has not won against the champion decides all the same; {@code null} = it does not
     */
    public record NewPublication(
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable @DecimalMin("0.001") @DecimalMax("0.5") Double share,
            @Nullable @Size(max = LONGEST_REASON) String overrideReason) {
        DraftPublications.Way way() {
            return DraftPublications.Way.of(share, reason, overrideReason);
        }
    }

    /**
     * @param at in the future, at most 366 days from now
     * @param reason as the history of the strategy and the audit trail have it
     * @param share of the customers on whom it is tried as the challenger, as for {@link NewPublication}; left out = it is for
     *     everybody
     * @param overrideReason as for {@link NewPublication}
     */
    public record NewSchedule(
            @NotNull Instant at,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable @DecimalMin("0.001") @DecimalMax("0.5") Double share,
            @Nullable @Size(max = LONGEST_REASON) String overrideReason) {
        DraftPublications.Way way() {
            return DraftPublications.Way.of(share, reason, overrideReason);
        }
    }

    /** Starts a simulation of the draft against the live strategy; the job's id is also the simulation's. */
    @POST
    @Path("simulation")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    @Answers(status = 202, body = Job.class)
    public Response simulate(
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Draft draft = drafts.draft(id);
        String route = "POST /drafts/" + id + "/review/simulation";
        return requests.answered(key, caller, route, draft.revision()).orElseGet(() -> {
            StrategyHash strategy = reviews.tried(draft);
            privacy.requireSimulated(live.strategy(strategy), caller);
            return requests.once(
                    key, caller, route, draft.revision(), handle -> reviews.simulate(handle, draft, strategy, caller));
        });
    }

    /** Submits the draft as it was simulated, for somebody else to approve. */
    @POST
    @Path("submission")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    public DraftView submit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Remark body,
            @Context SecurityContext security) {
        return views.view(reviews.submit(id, Revision.required(ifMatch), body.text(), Caller.of(security)));
    }

    /** Says something about the draft. */
    @POST
    @Path("comments")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public DraftView comment(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Comment body,
            @Context SecurityContext security) {
        return views.view(
                reviews.comment(id, Revision.optional(ifMatch), body.place(), body.text(), Caller.of(security)));
    }

    /** Asks the authors of a submitted draft for changes. */
    @POST
    @Path("refusal")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public DraftView refuse(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Refusal body,
            @Context SecurityContext security) {
        return views.view(reviews.askForChanges(id, Revision.required(ifMatch), body.text(), Caller.of(security)));
    }

    /** Approves a submitted draft; its authors cannot. */
    @POST
    @Path("approval")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public DraftView approve(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Remark body,
            @Context SecurityContext security) {
        return views.view(reviews.approve(id, Revision.required(ifMatch), body.text(), Caller.of(security)));
    }

    /** Makes an approved draft the live strategy, or its challenger for a share of the customers; If-Match names the revision meant. */
    @POST
    @Path("publication")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    @Answers(body = Publication.class)
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull NewPublication body,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        int seen = Revision.required(ifMatch);
        Idempotency.Attempt attempt =
                idempotency.attempt(key, caller, "POST /drafts/" + id + "/review/publication", body);
        return attempt.answered().orElseGet(() -> Response.ok(reviews.publish(
                        id,
                        seen,
                        body.way(),
                        caller,
                        (handle, publication) -> attempt.keep(handle, Made.done(publication))))
                .build());
    }

    /** Lets an approved draft be published at an instant; saving or refusing it takes that back. */
    @POST
    @Path("schedule")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public DraftView schedule(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewSchedule body,
            @Context SecurityContext security) {
        return views.view(
                schedules.schedule(id, Revision.required(ifMatch), body.at(), body.way(), Caller.of(security)));
    }

    /** Takes a draft off the schedule; it stays approved. */
    @DELETE
    @Path("schedule")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public DraftView unschedule(@PathParam("id") String id, @Context SecurityContext security) {
        return views.view(schedules.takeBack(id, Caller.of(security)));
    }
}
