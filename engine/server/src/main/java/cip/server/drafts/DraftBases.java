package cip.server.drafts;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyProblem;
import cip.core.simulate.BaseScores;
import cip.core.simulate.BaseSimulation;
import cip.server.strategies.LiveStrategy;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The decided base as a draft sees it: with what the draft's own models give to the customers, never with what those give that
 * it was decided with. Thread-safe.
 */
final class DraftBases {
    private static final long MEMORY =
            Math.min(256L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);

    private final LiveStrategy live;
    private final ModelScores scores;

    /** @param worker with one thread, in which other models score the base */
    DraftBases(LiveStrategy live, Executor worker) {
        this.live = live;
        this.scores = new ModelScores(this::scored, worker, System::nanoTime, MEMORY);
    }

    /**
     * A base.
     *
     * @param models hash by score of those that took the place of what it was decided with
     * @param scoring whose scores are not there: then nobody can be counted
     */
    record Seen(CustomerBase base, Map<String, String> models, List<ModelScoring> scoring) {
        boolean isWhole() {
            return scoring.isEmpty();
        }
    }

    ModelScores scores() {
        return scores;
    }

    /** Begins to score what is missing. @param draft without {@link #problems} */
    Seen of(Strategy draft, CustomerBase decided) {
        Strategy under = decidedUnder(decided);
        List<ModelReference> others = others(draft, under);
        if (others.isEmpty()) {
            return new Seen(decided, Map.of(), List.of());
        }
        List<NumberColumn> columns = new ArrayList<>();
        List<ModelScoring> scoring = new ArrayList<>();
        for (ModelReference model : others) {
            ModelScores.Known known = scores.of(decided, model);
            known.column().ifPresentOrElse(columns::add, () -> scoring.add(known.scoring()));
        }
        Map<String, String> models =
                others.stream().collect(Collectors.toMap(ModelReference::score, ModelReference::hash));
        return new Seen(scoring.isEmpty() ? decided.with(columns) : decided, models, scoring);
    }

    /** Models of the draft that cannot score the base, because it holds other features than they read. */
    List<StrategyProblem> problems(Strategy draft, CustomerBase decided) {
        Strategy under = decidedUnder(decided);
        if (BaseSimulation.reads(under, draft)) {
            return List.of();
        }
        return others(draft, under).stream()
                .map(model -> new StrategyProblem(
                        DraftModels.PART + "/" + model.score(),
                        model.label() + ": the customers were decided with other features than the draft's, so version "
                                + model.version() + " cannot score them."
                                + "\nMaybe take in what is live, or wait until they are decided anew."))
                .toList();
    }

    private static List<ModelReference> others(Strategy draft, Strategy under) {
        return draft.models().stream()
                .filter(model -> under.models().stream()
                        .noneMatch(held -> held.score().equals(model.score())
                                && held.hash().equals(model.hash())))
                .toList();
    }

    private NumberColumn scored(CustomerBase decided, ModelReference model, LongConsumer progress) {
        Strategy under = decidedUnder(decided);
        Decider decider = live.compile(under.withModels(under.models().stream()
                .map(held -> held.score().equals(model.score()) ? model : held)
                .toList()));
        return BaseScores.of(decider, model.score(), decided, under, progress);
    }

    private Strategy decidedUnder(CustomerBase decided) {
        return live.strategy(decided.split().champion());
    }
}
