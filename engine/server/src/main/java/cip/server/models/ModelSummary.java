package cip.server.models;

import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model as a list shows it; all that is known of it is asked for by its hash.
 *
 * @param name of its score
 * @param aliases CHAMPION when the live strategy pins it, CHALLENGER, SHADOW
 * @param promotion whether it may replace the champion of now, whatever instant was asked for
 * @param archived that it was put away; {@code null} = it was not, or it is in use
 */
public record ModelSummary(
        String name,
        String label,
        ScoreOutput.Kind kind,
        String unit,
        String version,
        String hash,
        List<ModelCard.Metric> metrics,
        List<String> aliases,
        Instant createdAt,
        String createdBy,
        Standing promotion,
        @Nullable Archived archived) {
    public ModelSummary {
        metrics = List.copyOf(metrics);
        aliases = List.copyOf(aliases);
    }

    /** A promotion without its reasons. */
    public record Standing(Promotion.State state, boolean mayBePromoted, Promotion.Belief belief) {
        static Standing of(Promotion promotion) {
            return new Standing(promotion.state(), promotion.mayBePromoted(), promotion.belief());
        }
    }

    static ModelSummary of(
            RegisteredModel model, List<String> aliases, Promotion promotion, @Nullable Archived archived) {
        ModelCard card = model.card();
        return new ModelSummary(
                card.score(),
                card.label(),
                card.kind(),
                card.unit(),
                model.version(),
                card.hash(),
                card.metrics(),
                aliases,
                model.createdAt(),
                model.createdBy(),
                Standing.of(promotion),
                aliases.isEmpty() ? archived : null);
    }
}
