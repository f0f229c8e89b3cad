package cip.core.score;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** The scores of a strategy, in its order, each from one model. Safe to share between threads. */
public record ScoreSet(List<Entry> entries) {
    public ScoreSet {
        entries = List.copyOf(entries);
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException("The score " + entry.name() + " is defined twice.");
            }
        }
    }

    /** @param label as people read it, e.g. {@code Customer lifetime value} */
    public record Entry(PmmlScorer scorer, String label) {
        public String name() {
            return scorer.output().name();
        }
    }

    /**
     * The scores of a batch.
     *
     * @param scores one number column per score, named like it; NaN = no score
     * @param problems exactly one for every NaN, score by score in row order
     */
    public record Scored(FeatureMatrix scores, List<ScoreProblem> problems) {
        public Scored {
            problems = List.copyOf(problems);
        }
    }

    /** The score columns alone. */
    public FeatureMatrix score(FeatureMatrix features) {
        return scoreWithProblems(features).scores();
    }

    /** @throws cip.core.error.EngineException INVALID_MODEL when the features lack an input of a model */
    public Scored scoreWithProblems(FeatureMatrix features) {
        return scored(
                features,
                entries.stream()
                        .map(entry -> entry.scorer().scoreWithProblems(features))
                        .toList());
    }

    /** @param attributions score by score */
    public record Explained(Scored scored, List<IntFunction<Optional<Attribution>>> attributions) {}

    /** The same with what each input adds. @throws cip.core.error.EngineException as {@link #scoreWithProblems} */
    public Explained explained(FeatureMatrix features) {
        List<ExplainedScores> explained = entries.stream()
                .map(entry -> entry.scorer().explainedScores(features))
                .toList();
        return new Explained(
                scored(features, explained.stream().map(ExplainedScores::result).toList()),
                explained.stream().map(ExplainedScores::attributions).toList());
    }

    private Scored scored(FeatureMatrix features, List<ScoreResult> results) {
        List<FeatureColumn> columns = new ArrayList<>(entries.size());
        List<ScoreProblem> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            columns.add(new NumberColumn(entries.get(i).name(), results.get(i).scores()));
            problems.addAll(results.get(i).problems());
        }
        return new Scored(new FeatureMatrix(features.rows(), columns), problems);
    }

    /** Names of the features that any of the models reads. */
    public Set<String> inputs() {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> entry.scorer().inputs().forEach(input -> names.add(input.name())));
        return names;
    }

    /** Hash of the model behind each score, by the score's name, in order. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        entries.forEach(entry -> hashes.put(entry.name(), entry.scorer().model().hash()));
        return hashes;
    }
}
