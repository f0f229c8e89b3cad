package cip.server.strategies;

import cip.core.decide.Arm;
import cip.core.decide.ChallengerShare;
import cip.core.decide.CustomerBase;
import cip.core.decide.SplitDecider;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ArmComparison;
import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The strategy that is tried on a share of the customers; an approved draft becomes one when it is published to a share. */
@Path("/strategies/live/challenger")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChallengersResource {
    /** With the words put before it, it fits where reasons of publications are kept. */
    private static final int LONGEST_REASON = 450;

    private final Challengers challengers;
    private final LiveStrategy live;
    private final Supplier<Optional<CustomerBase>> base;
    private final Runnable whenPublished;

    private volatile @Nullable Compared compared;

    /** The comparison of one base, which takes as long as a simulation. */
    private record Compared(CustomerBase base, ArmComparison comparison) {}

    /** @param whenPublished decides for the whole base again */
    ChallengersResource(
            Challengers challengers, LiveStrategy live, Supplier<Optional<CustomerBase>> base, Runnable whenPublished) {
        this.challengers = challengers;
        this.live = live;
        this.base = base;
        this.whenPublished = whenPublished;
    }

    /**
     * @param expectedVersion the version the caller sees as live
     * @param share of the customers, 0.001 to 0.5 in steps of 0.001
     * @param reason as the history of the strategy and the audit trail have it
     */
    public record ShareChange(
            @Min(1) int expectedVersion, @NotNull Double share, @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /**
     * @param expectedVersion the version the caller sees as live
     * @param kept the strategy that decides for everybody from now on
     * @param reason as the history of the strategy and the audit trail have it
     */
    public record ChallengerEnd(
            @Min(1) int expectedVersion, @NotNull Arm kept, @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** The challenger compared with the champion, over the customers as they were decided last; 404 when none is tried. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public ChallengerView challenger() {
        LiveStrategy.Snapshot now = live.snapshot();
        ChallengerShare share = now.deciders()
                .split()
                .challenged()
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND,
                        "No challenger is tried.\nMaybe publish an approved draft to a share of the customers."));
        return new ChallengerView(
                now.publication().version(),
                now.publication().strategy().value(),
                share.strategy().value(),
                share.share(),
                live.challengedSince(share.salt()).orElseThrow(),
                base.get()
                        .filter(decided -> decided.split().equals(now.deciders().split()))
                        .map(decided -> ChallengerView.ComparisonView.of(
                                comparison(decided, now.deciders()), decided.asOf(), now.deciders()))
                        .orElse(null));
    }

    @SuppressWarnings("ReferenceEquality") // another base is another object
    private ArmComparison comparison(CustomerBase decided, SplitDecider deciders) {
        Compared known = compared;
        if (known != null && known.base() == decided) {
            return known.comparison();
        }
        ArmComparison made = ArmComparison.of(decided, deciders);
        compared = new Compared(decided, made);
        return made;
    }

    /** Tries the challenger on more or fewer customers; who has it keeps it when the share grows. */
    @PUT
    @Path("share")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public Publication changeShare(@Valid @NotNull ShareChange body, @Context SecurityContext security) {
        Publication published = challengers.changeShare(
                body.share(), body.expectedVersion(), Caller.of(security).name(), body.reason());
        whenPublished.run();
        return published;
    }

    /** Ends the comparison: the champion or the challenger decides for everybody. */
    @POST
    @Path("end")
    @RolesAllowed({Roles.ADMIN, Roles.APPROVER})
    public Publication end(@Valid @NotNull ChallengerEnd body, @Context SecurityContext security) {
        Publication published = challengers.end(
                body.kept(), body.expectedVersion(), Caller.of(security).name(), body.reason());
        whenPublished.run();
        return published;
    }
}
