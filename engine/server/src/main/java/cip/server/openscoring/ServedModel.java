package cip.server.openscoring;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.server.models.ModelCard;
import cip.server.models.RegisteredModel;
import cip.spi.ScoreOutput;
import org.jspecify.annotations.Nullable;

/** A model of the registry, ready to be asked. Thread-safe. */
final class ServedModel {
    private final RegisteredModel registered;
    private final PmmlModel pmml;
    private final int bytes;
    private @Nullable PmmlScorer scorer;

    /** @param bytes size of its file */
    ServedModel(RegisteredModel registered, PmmlModel pmml, int bytes) {
        this.registered = registered;
        this.pmml = pmml;
        this.bytes = bytes;
    }

    RegisteredModel registered() {
        return registered;
    }

    PmmlModel pmml() {
        return pmml;
    }

    int bytes() {
        return bytes;
    }

    /**
     * The scorer that says what each input adds, the same one that explains customers; made when first asked for.
     *
     * @throws EngineException INVALID_VALUE when the model cannot be explained
     */
    synchronized PmmlScorer explainer() {
        if (scorer == null) {
            ModelCard card = registered.card();
            scorer = PmmlScorer.of(pmml, new ScoreOutput(card.score(), card.kind(), card.unit()));
        }
        if (!scorer.canExplain()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "This model cannot be explained, because "
                                    + scorer.notCompiledBecause()
                                            .orElse("its file does not say how many training rows went where")
                                    + ".\nMaybe ask without explain.")
                    .about("explain");
        }
        return scorer;
    }
}
