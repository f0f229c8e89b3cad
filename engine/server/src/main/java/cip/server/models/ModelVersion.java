package cip.server.models;

import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model, with all that is known of it.
 *
 * @param name of its score
 * @param inputs names of the features it reads
 * @param aliases CHAMPION when the live strategy pins it, CHALLENGER, SHADOW
 * @param promotion whether it may replace the champion of now, whatever instant was asked for
 * @param note what somebody wrote about it; {@code null} = nothing
 * @param archived that it was put away; {@code null} = it was not, or it is in use
 */
public record ModelVersion(
        String name,
        String label,
        ScoreOutput.Kind kind,
        String unit,
        String version,
        String hash,
        List<String> inputs,
        List<ModelCard.Metric> metrics,
        List<String> aliases,
        Instant createdAt,
        String createdBy,
        ModelCard card,
        Promotion promotion,
        @Nullable ModelNote note,
        @Nullable Archived archived) {
    public ModelVersion {
        inputs = List.copyOf(inputs);
        metrics = List.copyOf(metrics);
        aliases = List.copyOf(aliases);
    }

    /** One that was just brought. */
    static ModelVersion unused(RegisteredModel model) {
        return of(model, List.of(), Promotion.notTested(), null, null);
    }

    static ModelVersion of(
            RegisteredModel model,
            List<String> aliases,
            Promotion promotion,
            @Nullable ModelNote note,
            @Nullable Archived archived) {
        ModelCard card = model.card();
        return new ModelVersion(
                card.score(),
                card.label(),
                card.kind(),
                card.unit(),
                model.version(),
                card.hash(),
                card.inputs().stream().map(ModelCard.Input::name).toList(),
                card.metrics(),
                aliases,
                model.createdAt(),
                model.createdBy(),
                card,
                promotion,
                note,
                aliases.isEmpty() ? archived : null);
    }
}
