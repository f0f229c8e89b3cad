package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.server.http.Caller;
import cip.server.http.Roles;
import cip.server.strategies.Publication;
import cip.server.strategies.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The fast way back: what was live once can be live again at once, because it was approved then. */
@Path("/strategies/{hash}/rollback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RollbackResource {
    /** With the words put before it, it fits where reasons of publications are kept. */
    private static final int LONGEST_REASON = 450;

    private final Publisher publisher;
    private final Runnable whenPublished;

    RollbackResource(Publisher publisher, Runnable whenPublished) {
        this.publisher = publisher;
        this.whenPublished = whenPublished;
    }

    /**
     * @param expectedVersion the version the caller sees as live
     * @param reason as the history of the strategy and the audit trail have it
     */
    public record RollbackRequest(@Min(1) int expectedVersion, @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** Publishes an earlier strategy again, as it was. */
    @POST
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public Publication rollBack(
            @PathParam("hash") String hash, @Valid @NotNull RollbackRequest body, @Context SecurityContext security) {
        Publication published =
                publisher.goBack(new StrategyHash(hash), body.expectedVersion(), Caller.of(security), body.reason());
        whenPublished.run();
        return published;
    }
}
