package cip.server.strategies;

import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.models.Archived;
import cip.server.models.PinnableModels;
import cip.server.models.PinnableModels.Pinnable;
import java.util.Optional;
import java.util.Set;

/** Which registered version a strategy may pin for which score: one rule for drafts and for simulations of models. Thread-safe. */
public final class ModelPins {
    private final PinnableModels models;

    ModelPins(PinnableModels models) {
        this.models = models;
    }

    /**
     * A score with another version behind it.
     *
     * @param now how the strategy pins the score
     * @throws EngineException NOT_FOUND when no version has this hash; INVALID_VALUE when it does not give the score; CONFLICT
     *     when it was put away
     */
    public ModelReference pinned(ModelReference now, String hash) {
        ModelReference pinned = known(now, hash);
        Optional<Archived> archived = now.hash().equals(hash) ? Optional.empty() : models.archived(hash);
        if (archived.isPresent()) {
            throw new EngineException(
                            ErrorCode.CONFLICT,
                            "Version " + pinned.version() + " of " + now.score() + " was put away by "
                                    + archived.get().by() + ".\nMaybe take it back on the page Models first.")
                    .about("models." + now.score());
        }
        return pinned;
    }

    /**
     * The same of what has been decided about: it may have been put away since.
     *
     * @throws EngineException as {@link #pinned}
     */
    public ModelReference known(ModelReference now, String hash) {
        if (now.hash().equals(hash)) {
            return now;
        }
        Pinnable model = models.find(hash)
                .orElseThrow(() ->
                        new EngineException(ErrorCode.NOT_FOUND, "There is no model with the hash " + hash + "."));
        if (!model.score().equals(now.score()) || model.kind() != now.output().kind()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The model " + hash + " gives " + model.score() + " (" + model.kind() + "), expected "
                                    + now.score() + " (" + now.output().kind() + ").")
                    .about("models." + now.score());
        }
        return new ModelReference(now.label(), now.output(), model.version(), hash);
    }

    /** Names of what a version reads; none when there is no such version. */
    public Set<String> inputs(String hash) {
        return models.find(hash).map(Pinnable::inputs).orElse(Set.of());
    }
}
