package cip.server.monitoring;

import cip.core.decide.SplitDecider;
import cip.core.monitor.Drift;
import cip.server.decisions.LiveBase;
import cip.server.http.Page;
import cip.server.http.Roles;
import cip.server.models.ModelCard;
import cip.server.strategies.LiveStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far inputs, scores, segments and first actions have moved. */
@Path("/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class MonitoringResource {
    private static final int RECENT_RUNS = 30;

    private final DriftHistory history;
    private final RealisedHistory realised;
    private final LiveBase base;
    private final LiveStrategy strategy;
    private final Clock clock;
    private final Supplier<RetrainingPlan> plan;

    /** @param plan of the trainings that nobody asks for */
    MonitoringResource(
            DriftHistory history,
            RealisedHistory realised,
            LiveBase base,
            LiveStrategy strategy,
            Clock clock,
            Supplier<RetrainingPlan> plan) {
        this.history = history;
        this.realised = realised;
        this.base = base;
        this.strategy = strategy;
        this.clock = clock;
        this.plan = plan;
    }

    /**
     * One subject in one run.
     *
     * @param runId the job that decided for the whole base
     * @param modelHash of the model whose card is the reference; {@code null} = the run before is
     */
    public record MeasurementView(String runId, Instant at, @Nullable String modelHash, Drift drift) {}

    /** Drift as the last run left it. */
    @GET
    public MonitoringView latest() {
        SplitDecider deciders = base.current()
                .map(decided -> strategy.deciders(decided.split()))
                .orElseGet(() -> strategy.snapshot().deciders());
        return MonitoringView.of(
                history.latest(),
                history.points(RECENT_RUNS),
                realised.latest().stream().map(this::view).toList(),
                realised.next(clock.instant()).orElse(null),
                deciders,
                model -> strategy.card(model.hash()).inputs().stream()
                        .map(ModelCard.Input::name)
                        .toList());
    }

    /** What starts a training without anybody asking, and when the next is due. */
    @GET
    @Path("retraining")
    public RetrainingPlan retraining() {
        return plan.get();
    }

    /** What one score turned out to be worth, the latest run first; none while no run is a year old. */
    @GET
    @Path("realised")
    public List<MonitoringView.RealisedScore> realised(
            @QueryParam("score") @NotBlank String score,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(Page.LARGEST) int limit) {
        return realised.history(score, limit).stream().map(this::view).toList();
    }

    private MonitoringView.RealisedScore view(Realised measured) {
        ModelCard card = strategy.card(measured.modelHash());
        return new MonitoringView.RealisedScore(
                measured.score(),
                card.label(),
                card.version(),
                card.hash(),
                card.kind(),
                card.unit(),
                measured.asOf(),
                measured.measuredAt(),
                measured.quality(),
                card.metrics());
    }

    /** One subject's measurements, newest first; none for a subject that has never been measured. */
    @GET
    @Path("history")
    public List<MeasurementView> history(
            @QueryParam("subject") @NotBlank String subject,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(Page.LARGEST) int limit) {
        return history.history(new Subject(subject), limit).stream()
                .map(measurement -> new MeasurementView(
                        measurement.run(), measurement.at(), measurement.modelHash(), measurement.drift()))
                .toList();
    }
}
