package cip.core.decide;

import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.ScoringEngine;
import cip.spi.ScoreOutput;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled models, read and proven once for all strategies that pin the same bytes, for as long as one of these strategies is
 * in use. A model that only the evaluator scores is read anew each time: it may have run out of the time in which it has to
 * be compiled. Thread-safe.
 */
final class SharedModels {
    private final Artefacts artefacts;
    private final Map<Pinned, WeakReference<PmmlScorer>> compiled = new HashMap<>();

    SharedModels(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    private record Pinned(String hash, ScoreOutput output) {}

    PmmlScorer scorer(ModelReference model) {
        Pinned pinned = new Pinned(model.hash(), model.output());
        PmmlScorer known = known(pinned);
        if (known != null) {
            return known;
        }
        PmmlScorer read = PmmlScorer.of(PmmlModel.read(artefacts.pmml(model.hash())), model.output());
        if (read.engine() == ScoringEngine.COMPILED) {
            keep(pinned, read);
        }
        return read;
    }

    private synchronized @Nullable PmmlScorer known(Pinned pinned) {
        WeakReference<PmmlScorer> reference = compiled.get(pinned);
        return reference == null ? null : reference.get();
    }

    private synchronized void keep(Pinned pinned, PmmlScorer scorer) {
        compiled.values().removeIf(reference -> reference.refersTo(null));
        compiled.put(pinned, new WeakReference<>(scorer));
    }
}
