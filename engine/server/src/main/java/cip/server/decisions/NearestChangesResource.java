package cip.server.decisions;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Score;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.NearestChange;
import cip.core.simulate.NearestChanges;
import cip.core.simulate.ScoreGoal;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.http.Caller;
import cip.server.http.Roles;
import cip.server.strategies.LiveStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What would have to be different about a customer for a score on the other side of a threshold. */
@Path("/customers/{id}/nearest-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class NearestChangesResource {
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final LiveBase base;
    private final CustomerSchema schema;
    private final LookUps lookUps;
    private final Clock clock;
    private final Map<StrategyHash, Prepared> prepared = new ConcurrentHashMap<>();

    NearestChangesResource(
            CustomerStore customers,
            LiveStrategy strategy,
            LiveBase base,
            CustomerSchema schema,
            LookUps lookUps,
            Clock clock) {
        this.customers = customers;
        this.strategy = strategy;
        this.base = base;
        this.schema = schema;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /** Kept from one customer to the next, as sorting a large base takes longer than the search. */
    private record Prepared(Decider decider, CustomerBase base, NearestChanges changes) {
        boolean isOf(Decider otherDecider, CustomerBase otherBase) {
            return decider == otherDecider && base == otherBase;
        }
    }

    /** @param asOf the instant features were computed for */
    public record NearestChangesView(Instant asOf, List<ScoreGoalView> goals) {}

    /**
     * @param kind AMOUNT or PROBABILITY
     * @param side BELOW or AT_LEAST the threshold
     * @param now the score as it is
     * @param changes the nearest first; empty = nothing that customers of the base have gets there
     */
    public record ScoreGoalView(
            String score,
            String label,
            String kind,
            String unit,
            ScoreGoal.Side side,
            double threshold,
            double now,
            List<NearestChangeView> changes) {}

    /**
     * @param steps one or two attributes that change
     * @param share of the base's customers between now and then, 0 to 1, added up over the steps
     * @param score what it would be
     * @param segment label of the segment the customer would be in
     * @param firstAction name of the action that would be recommended first
     */
    public record NearestChangeView(
            List<ChangeStepView> steps, double share, double score, String segment, String firstAction) {
        static NearestChangeView of(NearestChange change, ScoreGoal goal) {
            Decision decision = change.decision();
            return new NearestChangeView(
                    change.steps().stream().map(ChangeStepView::of).toList(),
                    change.share(),
                    scoreOf(decision, goal.score()).value(),
                    decision.segment().label(),
                    decision.recommended().get(0).action().name());
        }
    }

    /** @param from number, text or true/false; {@code null} = missing */
    public record ChangeStepView(
            String attribute, String label, String type, String unit, @Nullable Object from, Object to) {
        static ChangeStepView of(NearestChange.Step step) {
            Attribute attribute = step.attribute();
            return new ChangeStepView(
                    attribute.name(),
                    attribute.label(),
                    attribute.type().name(),
                    attribute.unit(),
                    step.from(),
                    step.to());
        }
    }

    /**
     * The look-up is put on record.
     *
     * @param score name of the score; by default every score, across the thresholds next to it of the strategy that decides for the customer
     * @param threshold in the score's unit; to be given with the score
     */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public NearestChangesView nearest(
            @PathParam("id") String id,
            @QueryParam("score") @Nullable String score,
            @QueryParam("threshold") @Nullable Double threshold,
            @Context SecurityContext security) {
        SplitDecider deciders = strategy.snapshot().deciders();
        Decider decider = deciders.of(new CustomerId(id));
        CustomerBase decided = base.required();
        DecisionContext context = new DecisionContext(clock.instant());
        CustomerRecord customer = customers
                .find(new CustomerId(id), context.asOf())
                .orElseThrow(
                        () -> new EngineException(ErrorCode.NOT_FOUND, "There is no customer with the id " + id + "."));
        lookUps.one(Caller.of(security), customer.id());
        Decision now = decider.decide(List.of(customer), context).get(0);
        prepared.keySet().retainAll(deciders.split().strategies());
        NearestChanges changes = changes(decider, decided);
        return new NearestChangesView(
                context.asOf(),
                goals(decider, now, score, threshold).stream()
                        .map(goal -> view(goal, now, changes.reaching(goal, customer, context)))
                        .toList());
    }

    private static List<ScoreGoal> goals(
            Decider decider, Decision now, @Nullable String score, @Nullable Double threshold) {
        if (score == null && threshold == null) {
            return ScoreGoal.nearest(decider.strategy(), now);
        }
        if (score == null || threshold == null || !Double.isFinite(threshold)) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "score and threshold belong together, one was found.")
                    .about(score == null ? "score" : "threshold");
        }
        if (now.scores().stream().noneMatch(known -> known.output().name().equals(score))) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "The live strategy has no such score.").about("score");
        }
        return ScoreGoal.across(score, threshold, now);
    }

    private static ScoreGoalView view(ScoreGoal goal, Decision now, List<NearestChange> changes) {
        Score score = scoreOf(now, goal.score());
        return new ScoreGoalView(
                goal.score(),
                score.label(),
                score.output().kind().name(),
                score.output().unit(),
                goal.side(),
                goal.threshold(),
                score.value(),
                changes.stream()
                        .map(change -> NearestChangeView.of(change, goal))
                        .toList());
    }

    private static Score scoreOf(Decision decision, String name) {
        return decision.scores().stream()
                .filter(score -> score.output().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private NearestChanges changes(Decider decider, CustomerBase decided) {
        Prepared kept = prepared.get(decider.hash());
        if (kept == null || !kept.isOf(decider, decided)) {
            kept = new Prepared(decider, decided, new NearestChanges(decider, schema, decided));
            prepared.put(decider.hash(), kept);
        }
        return kept.changes();
    }
}
