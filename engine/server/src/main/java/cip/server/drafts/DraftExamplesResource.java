package cip.server.drafts;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
import cip.core.simulate.Interest;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Questions;
import cip.server.http.Revision;
import cip.server.http.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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

/** The examples of a draft: pinning customers, what it decides for those it has, and which rules they stand for. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DraftExamplesResource {
    private final DraftExamples examples;
    private final DraftCoverages coverages;
    private final DraftContents contents;
    private final DraftViews views;
    private final Questions questions;

    DraftExamplesResource(
            DraftExamples examples,
            DraftCoverages coverages,
            DraftContents contents,
            DraftViews views,
            Questions questions) {
        this.examples = examples;
        this.coverages = coverages;
        this.contents = contents;
        this.views = views;
        this.questions = questions;
    }

    /**
     * @param why one sentence: what the customer is an example of
     * @param allActions whether all actions recommended are expected in this order, not only the one ranked first; by default no
     */
    public record Pin(
            @NotBlank String customerId, @NotBlank @Size(max = 300) String why, @Nullable Boolean allActions) {}

    /**
     * @param document whole; {@code null} = the changes tell it
     * @param place of a rule that decides customers: {@code segments/at_risk}, {@code engagement/win_back},
     *     {@code tables/care/rows/3}, or {@code tables/care/otherwise} for those whom no row fits
     * @param why one sentence; {@code null} = the rule in words
     * @param allActions whether all actions recommended are expected in this order, not only the one ranked first; by default no
     */
    public record RuleToExemplify(
            @NotBlank String basedOn,
            @Nullable JsonNode document,
            DraftContents.@Nullable @Valid DraftChanges changes,
            @NotBlank @Size(max = 500) String place,
            @Nullable @Size(max = 300) String why,
            @Nullable Boolean allActions) {}

    /** @param example in the form of those in {@code rules/examples.json} */
    public record TypicalExample(JsonNode example) {}

    /** Adds a customer to a draft as an example, as they are and as they are decided now; the look-up is put on record. */
    @POST
    @Path("{id}/examples")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(status = 201, body = DraftView.class)
    public Response pin(@PathParam("id") String id, @Valid @NotNull Pin body, @Context SecurityContext security) {
        CustomerId customer = new CustomerId(body.customerId());
        boolean onlyFirst = !Boolean.TRUE.equals(body.allActions());
        Draft draft = examples.pin(id, customer, body.why(), onlyFirst, Caller.of(security));
        return Response.status(Response.Status.CREATED)
                .entity(views.view(draft))
                .tag(Revision.tag(draft.revision()))
                .build();
    }

    /**
     * Finds an example of one rule of a draft: a customer like most of those it decides, as they are now and with what the
     * draft decides for them. Stores nothing but that the customer was looked up; whoever pins it saves it with the draft.
     */
    @POST
    @Path("examples/typical")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    public TypicalExample typical(@Valid @NotNull RuleToExemplify body, @Context SecurityContext security) {
        return new TypicalExample(coverages.typical(
                contents.document(body.document(), body.changes()),
                new StrategyHash(body.basedOn()),
                body.place(),
                body.why(),
                !Boolean.TRUE.equals(body.allActions()),
                Caller.of(security)));
    }

    /** Decides the examples of a draft that need not be saved; stores nothing. */
    @POST
    @Path("examples")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public DraftExamplesView run(@Valid @NotNull DraftsResource.UnsavedDraft body) {
        return examples.run(contents.document(body.document(), body.changes()), new StrategyHash(body.basedOn()));
    }

    /**
     * Counts for every segment, engagement rule and row of a table whom it decides and how many examples stand for it; stores
     * nothing. A later question of the same series ends it with 409.
     */
    @POST
    @Path("coverage")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public DraftCoverage coverage(
            @Valid @NotNull DraftsResource.UnsavedDraft body,
            @HeaderParam(Questions.HEADER) @Nullable String question,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Interest interest = questions.in(question, caller);
        return coverages.of(
                contents.document(body.document(), body.changes()), new StrategyHash(body.basedOn()), caller, interest);
    }
}
