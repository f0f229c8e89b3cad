package cip.server.reports;

import cip.core.decide.CustomerBase;
import cip.core.decide.SplitDecider;
import cip.core.decide.Strategy;
import cip.core.error.EngineException;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.core.simulate.Interest;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.decisions.LiveBase;
import cip.server.http.Caller;
import cip.server.http.Questions;
import cip.server.http.Roles;
import cip.server.models.ModelCard;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.Publication;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base at a glance: key figures, segments, actions waiting, a picture of two scores, and how many meet a condition. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OverviewResource {
    private static final int MOST_POINTS = 100_000;

    private final LiveBase base;
    private final LiveStrategy strategy;
    private final KeyFiguresHistory history;
    private final OverviewConfiguration configuration;
    private final CustomerStore customers;
    private final ConditionCounter counter;
    private final Questions questions = new Questions();
    private final PersonalData personal;
    private final LookUps lookUps;

    public OverviewResource(
            LiveBase base,
            LiveStrategy strategy,
            KeyFiguresHistory history,
            OverviewConfiguration configuration,
            CustomerStore customers,
            PersonalData personal,
            LookUps lookUps) {
        this.base = base;
        this.strategy = strategy;
        this.history = history;
        this.configuration = configuration;
        this.customers = customers;
        this.personal = personal;
        this.lookUps = lookUps;
        this.counter = new ConditionCounter(customers, configuration);
    }

    /** @param version publication number */
    public record LiveVersion(String hash, String shortHash, int version, Instant publishedAt) {}

    /** Key figures of the last run, and of the one before; {@code null} where nothing has been decided yet. */
    public record Kpis(
            @Nullable Double averageClv,
            @Nullable Double churnRiskShare,
            double atRiskThreshold,
            @Nullable Double valueAtRisk,
            @Nullable Integer actionsRecommended,
            @Nullable PreviousKpis previous) {}

    /** @param asOf when that run finished */
    public record PreviousKpis(
            int customers,
            @Nullable Double averageClv,
            @Nullable Double churnRiskShare,
            double valueAtRisk,
            int actionsRecommended,
            Instant asOf) {
        static PreviousKpis of(KeyFigures figures) {
            return new PreviousKpis(
                    figures.customers(),
                    figures.averageClv(),
                    figures.churnRiskShare(),
                    figures.valueAtRisk(),
                    figures.actionsRecommended(),
                    figures.at());
        }
    }

    /** @param metric the model card's first figure; {@code null} = it has none */
    public record ModelFigures(
            String name, String label, String version, String hash, String kind, ModelCard.@Nullable Metric metric) {}

    /**
     * @param asOf the instant of the decided base; {@code null} = nothing has been decided yet
     * @param customers in the base
     * @param decided of those, by the last run
     * @param history one entry per run, oldest first
     */
    public record OverviewView(
            @Nullable Instant asOf,
            LiveVersion strategy,
            long customers,
            int decided,
            Kpis kpis,
            List<KeyFigures> history,
            List<Overview.SegmentFigures> segments,
            List<Overview.ActionFigures> actions,
            List<ModelFigures> models) {}

    /** The key figures of the last run over the whole base. */
    @GET
    @Path("overview")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public OverviewView overview() {
        LiveStrategy.Snapshot live = strategy.snapshot();
        Optional<CustomerBase> decided = base.current();
        List<KeyFigures> runs = history.latest();
        Overview overview = decided.map(this::overviewOf).orElse(new Overview(List.of(), List.of()));
        return new OverviewView(
                decided.map(CustomerBase::asOf).orElse(null),
                version(live.publication()),
                customers.count(),
                decided.map(CustomerBase::size).orElse(0),
                kpis(runs),
                runs,
                overview.segments(),
                overview.actions(),
                models(live.decider().strategy()));
    }

    private Overview overviewOf(CustomerBase decided) {
        return Overview.of(decided, strategy.deciders(decided.split()), configuration.valueScore());
    }

    private static LiveVersion version(Publication publication) {
        return new LiveVersion(
                publication.strategy().value(),
                publication.strategy().abbreviated(),
                publication.version(),
                publication.publishedAt());
    }

    private Kpis kpis(List<KeyFigures> runs) {
        if (runs.isEmpty()) {
            return new Kpis(null, null, configuration.atRiskThreshold(), null, null, null);
        }
        KeyFigures now = runs.get(runs.size() - 1);
        return new Kpis(
                now.averageClv(),
                now.churnRiskShare(),
                now.atRiskThreshold(),
                now.valueAtRisk(),
                now.actionsRecommended(),
                runs.size() < 2 ? null : PreviousKpis.of(runs.get(runs.size() - 2)));
    }

    private List<ModelFigures> models(Strategy liveStrategy) {
        return liveStrategy.models().stream()
                .map(model -> new ModelFigures(
                        model.score(),
                        model.label(),
                        model.version(),
                        model.hash(),
                        model.output().kind().name(),
                        strategy.card(model.hash()).metrics().stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /** Customers as points, for a drawing. */
    @GET
    @Path("overview/scatter")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Scatter scatter(@QueryParam("limit") @DefaultValue("10000") @Min(1) @Max(MOST_POINTS) int limit) {
        CustomerBase current = base.required();
        return Scatter.of(current, strategy.deciders(current.split()), configuration, limit);
    }

    /** @param condition the condition tree */
    public record CountRequest(@NotNull JsonNode condition) {}

    /** Counts the customers who meet a condition. A later question of the same series ends it with 409. */
    @POST
    @Path("conditions/count")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public ConditionCount count(
            @Valid @NotNull CountRequest request,
            @HeaderParam(Questions.HEADER) @Nullable String question,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Interest interest = questions.in(question, caller);
        SplitDecider deciders = strategy.snapshot().deciders();
        CustomerBase customers = base.required();
        ConditionCount count;
        try {
            Condition condition = ConditionJson.read(request.condition());
            personal.requireCountable(condition, deciders.champion().vocabulary(), caller);
            count = counter.count(condition, deciders, customers, personal.isSeenBy(caller), interest);
        } catch (EngineException refused) {
            throw refused.about("condition");
        }
        lookUps.several(caller, "sample of a condition", count.sample().size());
        return count;
    }
}
