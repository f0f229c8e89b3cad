package cip.server.models;

import cip.core.simulate.Rate;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.Curve;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far what comes true is from a score, as measured on rows that the model had not learned from.
 *
 * @param percent of an amount: the share of customers whom the bounds were to hold; of a probability: 95, that of the interval
 *     of the share; 0 = nothing is known
 * @param levels of the score, ascending; one when the same holds for all, none when nothing is known
 */
public record ScoreIntervals(Basis basis, int percent, List<Level> levels) {
    private static final int SAME_PERCENT = 80;
    private static final int SHARE_PERCENT = 95;

    public ScoreIntervals {
        levels = List.copyOf(levels);
    }

    /** What the bounds mean. */
    public enum Basis {
        /** An amount lies between score + low and score + high, which hold the score and differ by its level. */
        BY_LEVEL,
        /** The same, but as wide for all customers. */
        SAME_FOR_ALL,
        /** Of customers with such a score, it happened to a share between low and high. */
        OBSERVED_SHARE,
        /** The card says nothing. */
        NONE
    }

    /**
     * @param from the lowest score of the level; of the first one lower scores too
     * @param coverage share of customers whom the bounds held at least; {@code null} = the share to whom it happened is told
     * @param observed share to whom it happened; {@code null} = of amounts
     */
    public record Level(double from, double low, double high, @Nullable Double coverage, @Nullable Double observed) {}

    static ScoreIntervals of(ModelCard card) {
        return switch (card.kind()) {
            case PROBABILITY ->
                card.evidence().curves().stream()
                        .filter(curve -> curve.name().equals("calibration"))
                        .findFirst()
                        .map(ScoreIntervals::shares)
                        .orElse(none());
            case AMOUNT ->
                table(card, "intervalsByScore")
                        .map(table -> new ScoreIntervals(Basis.BY_LEVEL, SAME_PERCENT, levels(table)))
                        .or(() -> table(card, "intervals").flatMap(ScoreIntervals::same))
                        .orElse(none());
            case CLUSTER -> none();
        };
    }

    private static ScoreIntervals none() {
        return new ScoreIntervals(Basis.NONE, 0, List.of());
    }

    private static Optional<Table> table(ModelCard card, String name) {
        return card.evidence().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    private static List<Level> levels(Table table) {
        return table.rows().stream()
                .map(row -> new Level(
                        required(row, "from"),
                        Math.min(0, required(row, "below")),
                        Math.max(0, required(row, "above")),
                        figure(row, "coverage"),
                        null))
                .toList();
    }

    private static Optional<ScoreIntervals> same(Table table) {
        return table.rows().stream()
                .filter(row -> row.label().startsWith(SAME_PERCENT + " "))
                .findFirst()
                .map(row -> {
                    double half = required(row, "halfWidth");
                    Level level = new Level(0, -half, half, figure(row, "coverage"), null);
                    return new ScoreIntervals(Basis.SAME_FOR_ALL, SAME_PERCENT, List.of(level));
                });
    }

    /** A level of the curve ends half-way to the next one. */
    private static ScoreIntervals shares(Curve calibration) {
        List<Level> levels = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < calibration.points().size(); i++) {
            List<Double> point = calibration.points().get(i);
            long rows = Math.round(point.get(2));
            Rate share = new Rate(Math.round(point.get(1) * rows), rows);
            if (i > 0) {
                from = (calibration.points().get(i - 1).get(0) + point.get(0)) / 2;
            }
            levels.add(new Level(from, share.low(), share.high(), null, point.get(1)));
        }
        return new ScoreIntervals(Basis.OBSERVED_SHARE, SHARE_PERCENT, levels);
    }

    private static double required(ComparedRow row, String name) {
        Double value = figure(row, name);
        return value == null ? 0 : value;
    }

    private static @Nullable Double figure(ComparedRow row, String name) {
        return row.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .map(Figure::value)
                .orElse(null);
    }
}
