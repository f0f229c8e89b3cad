package cip.server.shadows;

import cip.core.decide.Strategy;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.models.ModelRegistry;
import cip.server.models.RegisteredModel;
import cip.server.strategies.LiveStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What versions that decide nothing would change: shadows after every run, any other version on demand. */
@Path("/shadows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class ShadowsResource {
    private static final int RECENT_RUNS = 30;

    private final Shadows shadows;
    private final ModelRegistry models;
    private final LiveStrategy strategies;
    private final JobRequests requests;

    ShadowsResource(Shadows shadows, ModelRegistry models, LiveStrategy strategies, JobRequests requests) {
        this.shadows = shadows;
        this.models = models;
        this.strategies = strategies;
        this.requests = requests;
    }

    /** Every shadow with what it would have changed in the last run, by score. */
    @GET
    public List<ShadowView> all() {
        return shadows.watched().stream().map(model -> view(model, true)).toList();
    }

    /** One version, be it a shadow now or not. */
    @GET
    @Path("{hash}")
    public ShadowView one(@PathParam("hash") String hash) {
        return view(hash, shadows.watched().contains(hash));
    }

    /** Compares a version with the champion, over the base as the last run left it. */
    @POST
    @Path("{hash}/comparisons")
    @RolesAllowed({Roles.ADMIN, Roles.ANALYST})
    @Answers(status = 202, body = Job.class)
    public Response compare(
            @PathParam("hash") String hash,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return requests.once(
                key,
                caller,
                "POST /shadows/" + hash + "/comparisons",
                hash,
                handle -> shadows.compare(handle, hash, caller.name()));
    }

    private ShadowView view(String hash, boolean watched) {
        RegisteredModel model = models.model(hash);
        List<ShadowComparison> comparisons = shadows.comparisons(hash, RECENT_RUNS);
        List<ShadowView.RecentShadow> recent = new ArrayList<>(
                comparisons.stream().map(ShadowView.RecentShadow::of).toList());
        Collections.reverse(recent);
        return ShadowView.of(
                model.card(),
                model.version(),
                watched,
                shadows.isUnderWay(hash),
                comparisons.stream().findFirst().map(this::result).orElse(null),
                recent,
                shadows.realised(hash)
                        .map(measured -> new ShadowView.RealisedShadow(
                                measured.run(),
                                measured.measuredAt(),
                                measured.champion(),
                                measured.shadow(),
                                measured.contest()))
                        .orElse(null));
    }

    private ShadowView.ShadowResult result(ShadowComparison comparison) {
        Strategy strategy = strategies.strategy(comparison.strategy());
        return new ShadowView.ShadowResult(
                comparison.run(),
                comparison.asOf(),
                comparison.comparedAt(),
                comparison.champion(),
                models.model(comparison.champion()).version(),
                comparison.failure(),
                comparison.counts() == null ? null : ShadowView.ChangedDecisions.of(comparison.counts(), strategy),
                comparison.drift());
    }
}
