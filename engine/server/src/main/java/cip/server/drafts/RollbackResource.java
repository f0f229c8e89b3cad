package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import cip.server.http.Roles;
import cip.server.strategies.LiveStrategy;
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

    private final LiveStrategy live;
    private final Publisher publisher;
    private final Runnable whenPublished;

    RollbackResource(LiveStrategy live, Publisher publisher, Runnable whenPublished) {
        this.live = live;
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
        StrategyHash strategy = new StrategyHash(hash);
        Publication earlier = live.publicationOf(strategy)
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "No strategy with the hash " + hash + " was ever published."));
        if (strategy.equals(live.snapshot().publication().strategy())) {
            throw new EngineException(
                    ErrorCode.CONFLICT, "Version " + earlier.version() + " is live already: nothing would change.");
        }
        Publication published = publisher.publish(
                strategy,
                body.expectedVersion(),
                Caller.of(security).name(),
                "Back to version " + earlier.version() + ": " + body.reason());
        whenPublished.run();
        return published;
    }
}
