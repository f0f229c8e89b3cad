package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.simulate.Interest;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Questions;
import cip.server.http.Revision;
import cip.server.http.Roles;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The strategies that are worked on. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class DraftsResource {
    private static final String A_LINE = "\\P{Cntrl}*";

    private final Drafts drafts;
    private final DraftEdits edits;
    private final DraftContents contents;
    private final DraftViews views;
    private final DraftEffects effects;
    private final DraftThresholds thresholds;
    private final DraftDrl drl;
    private final LiveStrategy live;
    private final Questions questions;
    private final Idempotency idempotency;

    DraftsResource(
            Drafts drafts,
            DraftEdits edits,
            DraftContents contents,
            DraftViews views,
            DraftEffects effects,
            DraftThresholds thresholds,
            DraftDrl drl,
            LiveStrategy live,
            Questions questions,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.edits = edits;
        this.contents = contents;
        this.views = views;
        this.effects = effects;
        this.thresholds = thresholds;
        this.drl = drl;
        this.live = live;
        this.questions = questions;
        this.idempotency = idempotency;
    }

    /** @param strategy hash of one whose content to begin with; {@code null} = the live one */
    public record NewDraft(
            @NotBlank @Size(max = 200) @Pattern(regexp = A_LINE, message = "holds a control character") String name,
            @Nullable String strategy) {}

    /**
     * @param basedOn hash of the strategy the document changes
     * @param document whole, may be unfinished
     */
    public record DraftContent(
            @NotBlank @Size(max = 200) @Pattern(regexp = A_LINE, message = "holds a control character") String name,
            @NotBlank String basedOn,
            @NotNull JsonNode document) {}

    /**
     * A draft that need not be saved.
     *
     * @param document whole; {@code null} = the changes tell it
     */
    public record UnsavedDraft(
            @NotBlank String basedOn,
            @Nullable JsonNode document,
            DraftContents.@Nullable @Valid DraftChanges changes) {}

    /**
     * @param document whole; {@code null} = the changes tell it
     * @param place of a condition or comparison, as problems name it, e.g. {@code segments/at_risk/when/all/1}
     */
    public record PlaceInDraft(
            @NotBlank String basedOn,
            @Nullable JsonNode document,
            DraftContents.@Nullable @Valid DraftChanges changes,
            @NotBlank @Size(max = 500) String place) {}

    /**
     * @param document whole; {@code null} = the changes tell it
     * @param rule id of a segment or an action, or the name of a table
     */
    public record RuleOfDraft(
            @NotBlank String basedOn,
            @Nullable JsonNode document,
            DraftContents.@Nullable @Valid DraftChanges changes,
            @NotBlank String rule) {}

    /** @param drl generated, for reading only */
    public record RuleDrl(String rule, String drl) {}

    /** Drafts, newest first. */
    @GET
    public Page<DraftView.DraftSummary> page(
            @QueryParam("discarded") @DefaultValue("false") boolean discarded,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<DraftView.DraftSummary> found = drafts.page(discarded, cursor, limit + 1).stream()
                .map(views::summary)
                .toList();
        return Page.of(found, limit, DraftView.DraftSummary::id, null);
    }

    /** Starts a draft of the live strategy, as it is or with the content of an earlier one. */
    @POST
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(status = 201, body = DraftView.DraftSummary.class)
    public Response create(
            @Valid @NotNull NewDraft body,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        StrategyHash strategy = Optional.ofNullable(body.strategy())
                .map(StrategyHash::new)
                .orElseGet(() -> live.snapshot().publication().strategy());
        Drafts.Start start = drafts.start(body.name(), strategy, caller);
        DraftView.DraftSummary made = views.summary(start.draft());
        return idempotency.once(key, caller, "POST /drafts", body, handle -> {
            drafts.create(handle, start, caller);
            return Made.created("/api/drafts/" + made.id(), made);
        });
    }

    /** One draft, with what is wrong with it, what it changes and how far it has come. */
    @GET
    @Path("{id}")
    @Answers(body = DraftView.class)
    public Response one(@PathParam("id") String id) {
        return answer(drafts.draft(id));
    }

    /** Saves a draft whole; the header If-Match names the revision it was made on. */
    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(body = DraftView.class)
    public Response save(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DraftContent body,
            @Context SecurityContext security) {
        return answer(edits.save(
                id,
                Revision.required(ifMatch),
                body.name(),
                new StrategyHash(body.basedOn()),
                DraftDocument.read(body.document()),
                Caller.of(security)));
    }

    /**
     * Saves what changed in the revision that the header If-Match names, as a JSON Patch (RFC 6902, without move and copy) of
     * name, basedOn and document. The answer leaves out the document, which the caller has.
     */
    @PATCH
    @Path("{id}")
    @Consumes({JsonPatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(body = DraftView.class)
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull List<JsonPatch.@Valid @NotNull PatchOperation> body,
            @Context SecurityContext security) {
        int seen = Revision.required(ifMatch);
        DraftContents.Content after = contents.patched(id, seen, body);
        Draft saved = edits.save(id, seen, after.name(), after.basedOn(), after.document(), Caller.of(security));
        return Response.ok(views.view(saved, false))
                .tag(Revision.tag(saved.revision()))
                .build();
    }

    /** What was saved some time: the newest hundred, and whatever was submitted. */
    @GET
    @Path("{id}/revisions/{revision}")
    public DraftRevision revision(@PathParam("id") String id, @PathParam("revision") int revision) {
        drafts.draft(id);
        return drafts.revision(id, revision);
    }

    /** What happened to a draft, and what was said about it, newest first. */
    @GET
    @Path("{id}/events")
    public Page<DraftEvent> events(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable Integer cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        drafts.draft(id);
        List<DraftEvent> found = drafts.events(id, cursor == null ? Integer.MAX_VALUE : cursor, limit + 1);
        return Page.of(found, limit, event -> String.valueOf(event.number()), null);
    }

    /** Discards a draft; it can be restored. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    public void discard(@PathParam("id") String id, @Context SecurityContext security) {
        edits.discard(id, Caller.of(security));
    }

    /** Brings a discarded draft back. */
    @POST
    @Path("{id}/restoration")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(body = DraftView.class)
    public Response restore(@PathParam("id") String id, @Context SecurityContext security) {
        return answer(edits.restore(id, Caller.of(security)));
    }

    /** Counts whom a draft would reach; stores nothing. A later question of the same series ends it with 409. */
    @POST
    @Path("effect")
    public DraftEffect effect(
            @Valid @NotNull UnsavedDraft body,
            @HeaderParam(Questions.HEADER) @Nullable String question,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Interest interest = questions.in(question, caller);
        return effects.of(
                contents.document(body.document(), body.changes()), new StrategyHash(body.basedOn()), caller, interest);
    }

    /** How many customers meet one condition of a draft alone, what its tables give included; stores nothing. */
    @POST
    @Path("count")
    public DraftCount count(@Valid @NotNull PlaceInDraft body, @Context SecurityContext security) {
        return effects.count(
                contents.document(body.document(), body.changes()),
                new StrategyHash(body.basedOn()),
                body.place(),
                Caller.of(security));
    }

    /** Looks a draft over for gaps, overlaps, contradictions and the like; stores nothing. */
    @POST
    @Path("findings")
    public DraftFindings findings(@Valid @NotNull UnsavedDraft body, @Context SecurityContext security) {
        return effects.findings(
                contents.document(body.document(), body.changes()),
                new StrategyHash(body.basedOn()),
                Caller.of(security));
    }

    /**
     * How the values of a compared term are distributed, and what every threshold would come to; stores nothing. A later
     * question of the same series ends it with 409.
     */
    @POST
    @Path("distribution")
    public DraftDistribution distribution(
            @Valid @NotNull PlaceInDraft body,
            @HeaderParam(Questions.HEADER) @Nullable String question,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Interest interest = questions.in(question, caller);
        return thresholds.of(
                contents.document(body.document(), body.changes()),
                new StrategyHash(body.basedOn()),
                body.place(),
                caller,
                interest);
    }

    /** The Drools text of one segment, action or table of a draft; stores nothing. */
    @POST
    @Path("drl")
    public RuleDrl drl(@Valid @NotNull RuleOfDraft body) {
        String text = drl.of(
                contents.document(body.document(), body.changes()), new StrategyHash(body.basedOn()), body.rule());
        return new RuleDrl(body.rule(), text);
    }

    private Response answer(Draft draft) {
        return Response.ok(views.view(draft))
                .tag(Revision.tag(draft.revision()))
                .build();
    }
}
