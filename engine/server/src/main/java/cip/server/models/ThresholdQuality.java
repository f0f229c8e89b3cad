package cip.server.models;

import cip.spi.ScoreOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Precision and recall of "the score is at least a threshold" for what the model predicts, or of "it is less" for that not
 * coming true, as a model's card measured them on customers whom the model had not seen. Between two thresholds of the card
 * both are read off the line; beyond the highest they are not known. Of "less" the card says it too: with the share π of those
 * for whom it came true, precision p and recall r of "at least" leave 1 − π − r π (1 − p) / p who are rightly below, and
 * (1 − r) π who are not.
 */
public final class ThresholdQuality {
    private static final String CURVE = "precisionRecall";
    /** From here on everybody for whom it came true is found: then everybody is measured. */
    private static final double ALL = 1 - 1e-9;

    private final ModelCard card;
    private final List<Measured> points;
    private final boolean above;

    private ThresholdQuality(ModelCard card, List<Measured> points, boolean above) {
        this.card = card;
        this.points = points;
        this.above = above;
    }

    /**
     * @param precision share of those on the side asked for who turned out so
     * @param recall share of those who turned out so who are on that side
     */
    public record Measured(double threshold, double precision, double recall) {
        Measured below(double positives) {
            double wronglyAbove = recall * positives * (1 - precision) / precision;
            double rightlyBelow = Math.max(0, 1 - positives - wronglyAbove);
            double all = rightlyBelow + (1 - recall) * positives;
            return new Measured(threshold, all == 0 ? Double.NaN : rightlyBelow / all, rightlyBelow / (1 - positives));
        }
    }

    /**
     * Empty when the model gives no probability, or its card does not say.
     *
     * @param above whether scores from the threshold up are asked for, or those below it
     */
    public static Optional<ThresholdQuality> of(ModelCard card, boolean above) {
        if (card.kind() != ScoreOutput.Kind.PROBABILITY) {
            return Optional.empty();
        }
        return card.evidence().curves().stream()
                .filter(curve -> curve.name().equals(CURVE) && curve.z().equals("threshold"))
                .findFirst()
                .map(ThresholdQuality::points)
                .filter(points -> points.size() > 1)
                .filter(points -> above || points.get(0).recall() >= ALL)
                .map(points -> new ThresholdQuality(card, points, above));
    }

    private static List<Measured> points(ModelEvidence.Curve curve) {
        List<Measured> points = new ArrayList<>();
        boolean recallFirst = curve.x().equals("recall");
        for (List<Double> point : curve.points()) {
            double recall = point.get(recallFirst ? 0 : 1);
            double precision = point.get(recallFirst ? 1 : 0);
            if (recall > 0) {
                points.add(new Measured(point.get(2), precision, recall));
            }
        }
        points.sort(Comparator.comparingDouble(Measured::threshold));
        return points;
    }

    /** Empty = it was not measured there. */
    public Optional<Measured> at(double threshold) {
        Optional<Measured> measured = above(threshold);
        double positives = points.get(0).precision();
        return above || measured.isEmpty()
                ? measured
                : measured.map(known -> known.below(positives)).filter(known -> !Double.isNaN(known.precision()));
    }

    private Optional<Measured> above(double threshold) {
        Measured lowest = points.get(0);
        if (threshold <= lowest.threshold()) {
            boolean everybody = threshold == lowest.threshold() || lowest.recall() >= ALL;
            return everybody
                    ? Optional.of(new Measured(threshold, lowest.precision(), lowest.recall()))
                    : Optional.empty();
        }
        for (int i = 1; i < points.size(); i++) {
            Measured above = points.get(i);
            if (threshold <= above.threshold()) {
                Measured below = points.get(i - 1);
                double way = (threshold - below.threshold()) / (above.threshold() - below.threshold());
                return Optional.of(new Measured(
                        threshold,
                        below.precision() + way * (above.precision() - below.precision()),
                        below.recall() + way * (above.recall() - below.recall())));
            }
        }
        return Optional.empty();
    }

    /** Of what and on whom it was measured. */
    public String text() {
        String asOf = card.data().asOf().replaceFirst("T.*", "");
        return String.format(
                Locale.ROOT,
                "Precision and recall of %s, as the card of %s version %s measured them on %,d customers as of %s whom it"
                        + " had not seen (%s; %s), and between its thresholds off the line. How the customers of today"
                        + " turn out is not known yet.",
                above ? "what it predicts" : "the opposite of what it predicts",
                card.label(),
                card.version(),
                card.data().customers(),
                asOf,
                card.data().target(),
                card.data().source());
    }

    /** How many customers it was measured on. */
    public int customers() {
        return card.data().customers();
    }
}
