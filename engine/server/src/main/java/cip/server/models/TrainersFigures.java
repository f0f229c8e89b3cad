package cip.server.models;

import cip.core.monitor.Outcomes;
import cip.core.monitor.RealisedQuality;
import cip.core.monitor.RealisedQuality.RealisedFigure;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel.Metric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures that trainers measure, of any scores, beside those of a guess that is the same for everybody. */
final class TrainersFigures {
    private TrainersFigures() {}

    /** @param guess for everybody @return empty = too few customers did what is predicted, or too few are there */
    static List<Metric> of(ScoreOutput.Kind kind, Outcomes outcomes, double guess) {
        double[] same = new double[outcomes.rows()];
        Arrays.fill(same, guess);
        List<RealisedFigure> ofGuess = figures(kind, new Outcomes(same, outcomes.actual(), outcomes.groups()));
        return figures(kind, outcomes).stream()
                .map(figure -> new Metric(
                        figure.name(),
                        figure.value(),
                        named(ofGuess, figure.name()),
                        known(figure.low()),
                        known(figure.high())))
                .toList();
    }

    private static List<RealisedFigure> figures(ScoreOutput.Kind kind, Outcomes outcomes) {
        return RealisedQuality.asTrainersMeasure(outcomes, kind == ScoreOutput.Kind.PROBABILITY);
    }

    private static double named(List<RealisedFigure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(RealisedFigure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
