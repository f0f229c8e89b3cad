package cip.server.shadows;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.monitor.Drift;
import cip.core.monitor.QuantileReference;
import cip.core.simulate.BaseSimulation;
import cip.core.simulate.Simulation;
import cip.server.decisions.LiveBase;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.models.ModelCard;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.StrategyCandidates;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.ScoreOutput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares a shadow with the champion over the base in memory, as the last run left it: the simulation of a model swap, with
 * the scores listened to. Why a shadow cannot be compared is kept too. After a crash it begins again.
 */
final class ShadowJob implements JobKind {
    static final String NAME = "SHADOW_COMPARISON";

    private static final int LONGEST_FAILURE = 2_000;

    private final Database database;
    private final ModelRegistry models;
    private final LiveStrategy strategies;
    private final StrategyCandidates candidates;
    private final Supplier<LiveBase.Held> base;
    private final Clock clock;
    private final ShadowStore store = new ShadowStore();

    ShadowJob(
            Database database,
            ModelRegistry models,
            LiveStrategy strategies,
            StrategyCandidates candidates,
            Supplier<LiveBase.Held> base,
            Clock clock) {
        this.database = database;
        this.models = models;
        this.strategies = strategies;
        this.candidates = candidates;
        this.base = base;
        this.clock = clock;
    }

    /** @param model hash of the shadow */
    record Input(String model) {
        static String text(String model) {
            return "{\"model\":\"" + model + "\"}";
        }
    }

    /** What there is to keep. */
    private record Result(Simulation counts, @Nullable Drift drift, @Nullable KeptScores kept) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext context) {
        ModelCard card = models.model(input(context.input()).model()).card();
        LiveBase.Held held = base.get();
        Decider champion = strategies.decider(held.base().split().champion());
        Optional<ModelReference> decided = champion.strategy().models().stream()
                .filter(model -> model.score().equals(card.score()))
                .findFirst();
        boolean compared = database.read(handle -> store.find(handle, held.run(), card.hash()))
                .filter(known -> known.failure() == null)
                .isPresent();
        if (!compared && decided.isPresent() && !decided.get().hash().equals(card.hash())) {
            compare(held, champion, decided.get().hash(), card, context);
        }
        return Optional.of("/api/shadows/" + card.hash());
    }

    private void compare(LiveBase.Held held, Decider champion, String deciding, ModelCard card, JobContext context) {
        try {
            Result result = compared(held, champion, card, context);
            Simulation counts = result.counts();
            Simulation told = new Simulation(
                    counts.customers(),
                    counts.changed(),
                    counts.valueBefore(),
                    counts.valueAfter(),
                    counts.segments(),
                    counts.actions(),
                    List.of());
            keep(comparison(held, deciding, card, null, told, result.drift()), result.kept());
        } catch (EngineException e) {
            String why = String.valueOf(e.getMessage());
            String told = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
            keep(comparison(held, deciding, card, told, null, null), null);
            throw e;
        }
    }

    private Result compared(LiveBase.Held held, Decider champion, ModelCard card, JobContext context) {
        if (held.customersRevision() == null) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "Customers changed while they were decided, so their features are not those of the run."
                            + "\nMaybe wait for the next run, which compares again.");
        }
        CustomerBase decided = held.base();
        Decider after =
                strategies.compile(candidates.withModels(champion.strategy(), Map.of(card.score(), card.hash())));
        double[] shadow = new double[decided.size()];
        Arrays.fill(shadow, Double.NaN);
        Simulation counts = new BaseSimulation(champion, after, decided, champion.strategy())
                .run(change -> {}, done -> context.step(done, (long) decided.size()), (from, terms) -> {
                    double[] page = ((NumberColumn) terms.column(card.score())).values();
                    System.arraycopy(page, 0, shadow, from, page.length);
                });
        if (card.kind() == ScoreOutput.Kind.CLUSTER) {
            return new Result(counts, null, null);
        }
        NumberColumn before = (NumberColumn) decided.terms().column(card.score());
        Drift drift = QuantileReference.of(before.values()).compare(new NumberColumn(card.score(), shadow));
        return new Result(counts, drift, KeptScores.of(decided, before.values(), shadow));
    }

    private ShadowComparison comparison(
            LiveBase.Held held,
            String deciding,
            ModelCard card,
            @Nullable String failure,
            @Nullable Simulation counts,
            @Nullable Drift drift) {
        return new ShadowComparison(
                held.run(),
                card.score(),
                card.hash(),
                deciding,
                held.base().split().champion(),
                held.base().asOf(),
                clock.instant(),
                failure,
                counts,
                drift);
    }

    private void keep(ShadowComparison comparison, @Nullable KeptScores kept) {
        database.execute(handle -> store.insert(handle, comparison, kept));
    }

    private static Input input(String json) {
        try {
            return new ObjectMapper().readValue(json, Input.class);
        } catch (JsonProcessingException e) {
            throw new EngineException(ErrorCode.INTERNAL, "The input of a comparison is not JSON.", e);
        }
    }
}
