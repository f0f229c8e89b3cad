package cip.server.models;

import cip.core.decide.CustomerBase;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.monitor.AttributionSummary;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What versions of models add up over the base as the last run left it. Worked out when first asked for, a few at a time, and
 * kept for as long as the base is the same. Thread-safe.
 */
final class BaseAttributions {
    /** Fixed, so that a figure that changes has a reason. */
    static final long SEED = 20_260_301;

    private static final int MOST_KEPT = 64;
    private static final int MOST_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    /** Very deep trees take longer than a page may: then fewer customers do. */
    private static final long MOST_NANOS = Duration.ofSeconds(15).toNanos();

    private final ModelRegistry registry;
    private final Supplier<CustomerBase> base;
    private final Predicate<String> saysWho;
    private final KeptAnswers<Asked, ModelAttributions> kept = new KeptAnswers<>(MOST_KEPT, MOST_AT_ONCE);

    /**
     * @param base throws CONFLICT when no run over the whole base has finished yet
     * @param saysWho whether the values of an attribute or feature say who a customer is
     */
    BaseAttributions(ModelRegistry registry, Supplier<CustomerBase> base, Predicate<String> saysWho) {
        this.registry = registry;
        this.base = base;
        this.saysWho = saysWho;
    }

    private record Asked(String model, StrategySplit split, Instant asOf, int customers, int rows) {}

    /**
     * @param rows how many customers are drawn at most
     * @throws EngineException NOT_FOUND; CONFLICT when no run over the whole base has finished yet
     */
    ModelAttributions of(String hash, int rows) {
        RegisteredModel model = registry.model(hash);
        CustomerBase decided = base.get();
        Asked asked = new Asked(hash, decided.split(), decided.asOf(), decided.size(), rows);
        return kept.of(asked, () -> computed(model, decided, rows));
    }

    private ModelAttributions computed(RegisteredModel model, CustomerBase decided, int rows) {
        ModelCard card = model.card();
        PmmlScorer scorer = PmmlScorer.of(
                PmmlModel.read(registry.pmml(model.hash())), new ScoreOutput(card.score(), card.kind(), card.unit()));
        Optional<String> missing = scorer.inputs().stream()
                .map(FeatureInput::name)
                .filter(name -> !decided.terms().has(name))
                .findFirst();
        if (missing.isPresent()) {
            return unknown(decided, "the live strategy has no feature " + missing.get() + ", which it reads.");
        }
        if (!scorer.canExplain()) {
            return unknown(
                    decided,
                    scorer.notCompiledBecause()
                                    .orElse(
                                            "its file does not say how many training rows went where, or the means of its inputs")
                            + ".");
        }
        long begun = System.nanoTime();
        return AttributionSummary.of(scorer, decided.terms(), rows, SEED, () -> System.nanoTime() - begun < MOST_NANOS)
                .map(summary -> ModelAttributions.of(summary, decided, SEED, saysWho))
                .orElseGet(() -> unknown(decided, "none of the customers has a score that can be explained."));
    }

    private static ModelAttributions unknown(CustomerBase decided, String because) {
        return ModelAttributions.unknown(decided, SEED, because);
    }
}
