package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.decide.TermPage;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a decided base holds for a strategy: its attributes and features, and the scores of models that it was decided with. Other
 * models score its features.
 *
 * @param decidedUnder the strategy that the base was decided under
 */
record HeldColumns(CustomerBase base, Strategy decidedUnder) {
    /** Model hash by score, of the scores that the base holds. */
    private Map<String, String> models() {
        Map<String, String> held = new HashMap<>();
        decidedUnder.models().forEach(model -> held.put(model.score(), model.hash()));
        return held;
    }

    /**
     * Some rows under a strategy.
     *
     * @param held of these rows, the columns that are wanted
     * @return the same with the scores of the strategy's models in the place of those of others
     */
    FeatureMatrix under(Decider decider, FeatureMatrix held, int from, int to) {
        Map<String, String> models = models();
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : held.columns()) {
            if (!models.containsKey(column.name())) {
                columns.add(column);
            }
        }
        Map<String, FeatureColumn> known = new HashMap<>();
        boolean allKnown = true;
        for (ModelReference model : decider.strategy().models()) {
            boolean same = model.hash().equals(models.get(model.score()));
            if (same && held.has(model.score())) {
                known.put(model.score(), held.column(model.score()));
            }
            allKnown &= same;
        }
        columns.addAll(allKnown ? known.values() : decider.scores(facts(from, to), known));
        return new FeatureMatrix(to - from, columns);
    }

    /** Attributes and features of some rows: what models read. */
    FeatureMatrix facts(int from, int to) {
        Set<String> facts = new LinkedHashSet<>(base.terms().names());
        facts.removeAll(models().keySet());
        facts.remove(StrategyVocabulary.SEGMENT);
        decidedUnder.tables().forEach(table -> table.outputs().forEach(output -> facts.remove(output.name())));
        return TermPage.of(base.terms(), facts, from, to);
    }
}
