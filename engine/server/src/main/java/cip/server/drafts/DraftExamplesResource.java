package cip.server.drafts;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** The examples of a draft: pinning customers, and what it decides for those it has. */
@Path("/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DraftExamplesResource {
    private final DraftExamples examples;
    private final DraftViews views;

    DraftExamplesResource(DraftExamples examples, DraftViews views) {
        this.examples = examples;
        this.views = views;
    }

    /**
     * @param why one sentence: what the customer is an example of
     * @param allActions whether all actions recommended are expected in this order, not only the one ranked first; by default no
     */
    public record Pin(
            @NotBlank String customerId, @NotBlank @Size(max = 300) String why, @Nullable Boolean allActions) {}

    /** Adds a customer to a draft as an example, as they are and as they are decided now; the look-up is put on record. */
    @POST
    @Path("{id}/examples")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(status = 201, body = DraftView.class)
    public Response pin(@PathParam("id") String id, @Valid @NotNull Pin body, @Context SecurityContext security) {
        CustomerId customer = new CustomerId(body.customerId());
        boolean onlyFirst = body.allActions() == null || !body.allActions();
        Draft draft = examples.pin(id, customer, body.why(), onlyFirst, Caller.of(security));
        return Response.status(Response.Status.CREATED)
                .entity(views.view(draft))
                .tag(new EntityTag(String.valueOf(draft.revision())))
                .build();
    }

    /** Decides the examples of a draft that need not be saved; stores nothing. */
    @POST
    @Path("examples")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public DraftExamplesView run(@Valid @NotNull DraftsResource.UnsavedDraft body, @Context SecurityContext security) {
        return examples.run(DraftDocument.read(body.document()), new StrategyHash(body.basedOn()), Caller.of(security));
    }
}
