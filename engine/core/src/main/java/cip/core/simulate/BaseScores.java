package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** What a model that a base was not decided with gives to its customers, from the features that the base holds. */
public final class BaseScores {
    private static final int PAGE = 16_384;

    private BaseScores() {}

    /**
     * Page by page, in the thread of the caller.
     *
     * @param decider of a strategy with the model
     * @param score that the model gives
     * @param base that the strategy {@linkplain BaseSimulation#reads can read}
     * @param decidedUnder the strategy that the base was decided under
     * @param progress hears between pages how many customers are done; what it throws ends the scoring
     * @return one for each customer, in the order of the base; NaN = no score
     */
    public static NumberColumn of(
            Decider decider, String score, CustomerBase base, Strategy decidedUnder, LongConsumer progress) {
        HeldColumns held = new HeldColumns(base, decidedUnder);
        double[] values = new double[base.size()];
        for (int from = 0; from < base.size(); from += PAGE) {
            progress.accept(from);
            int to = Math.min(base.size(), from + PAGE);
            FeatureMatrix facts = held.facts(from, to);
            NumberColumn page =
                    (NumberColumn) decider.scores(facts, others(decider.strategy(), score, to - from)).stream()
                            .filter(column -> column.name().equals(score))
                            .findFirst()
                            .orElseThrow();
            System.arraycopy(page.values(), 0, values, from, to - from);
        }
        progress.accept(base.size());
        return new NumberColumn(score, values);
    }

    /** Scores that nobody asks for, so that their models have nothing to do. */
    private static Map<String, FeatureColumn> others(Strategy strategy, String score, int rows) {
        double[] missing = new double[rows];
        Arrays.fill(missing, Double.NaN);
        Map<String, FeatureColumn> others = new HashMap<>();
        for (ModelReference model : strategy.models()) {
            if (!model.score().equals(score)) {
                others.put(model.score(), new NumberColumn(model.score(), missing));
            }
        }
        return others;
    }
}
