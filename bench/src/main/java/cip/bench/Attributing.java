package cip.bench;

import cip.core.score.AttributionColumns;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.util.List;
import java.util.Locale;

/** P10: what it costs to say exactly what each input adds to a score, for many rows at once and row by row. */
final class Attributing implements Measurement {
    private static final int ROWS = 1_000;
    private static final double GOAL_MICROS = 30;

    @Override
    public List<String> rows() {
        return List.of("P10");
    }

    @Override
    public List<Figure> measure() throws Exception {
        FeatureMatrix rows = ScoringPerRow.rows(ROWS);
        PmmlScorer scorer = PmmlScorer.of(
                PmmlModel.read(GeneratedModels.churn(2)), new ScoreOutput("churn_risk", Kind.PROBABILITY, ""));
        NativeForest forest = new NativeForest(rows);
        double[] micros = new Contest(3, 15)
                .medianMicros(List.of(
                        new Contest.Entrant(ROWS, forest::contributions),
                        new Contest.Entrant(ROWS, () -> together(scorer, rows)),
                        new Contest.Entrant(ROWS, () -> rowByRow(scorer, rows))));
        return List.of(
                figure("in batches", micros[0], micros[1], "≤ 30 µs", micros[1] <= GOAL_MICROS),
                figure("row by row", micros[0], micros[2], "≤ 1/10 of it", 10 * micros[2] <= micros[0]));
    }

    private static Figure figure(String how, double peer, double micros, String goal, boolean met) {
        return new Figure(
                "P10",
                "exact attributions of a sum of 100 trees, per row and model, " + how,
                String.format(Locale.ROOT, "XGBoost predictContrib %.0f µs", peer),
                String.format(Locale.ROOT, "%.1f µs", micros),
                String.format(Locale.ROOT, "%.1f times as fast", peer / micros),
                goal,
                Figure.verdict(met));
    }

    private static double together(PmmlScorer scorer, FeatureMatrix rows) {
        AttributionColumns attributions = scorer.attributions(rows).orElseThrow();
        double sum = 0;
        for (double[] amounts : attributions.amounts()) {
            for (double amount : amounts) {
                sum += amount;
            }
        }
        return sum;
    }

    private static double rowByRow(PmmlScorer scorer, FeatureMatrix rows) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += scorer.attribution(rows, row).orElseThrow().sum();
        }
        return sum;
    }
}
