package cip.bench;

import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/**
 * P1: what scoring one row costs: the PMML evaluator used the plain way, one map per row; the same evaluator behind our
 * scorer, which is its reference; our scorer with the model compiled; and of trees XGBoost4J, which reads an array in place.
 */
final class ScoringPerRow implements Measurement {
    private static final int ROWS = 1_000;
    private static final double GOAL = 50;
    private static final double NATIVE_GOAL = 2;

    @Override
    public List<String> rows() {
        return List.of("P1");
    }

    @Override
    public List<Figure> measure() throws Exception {
        FeatureMatrix rows = rows(ROWS);
        NativeForest forest = new NativeForest(rows);
        Contest.Entrant xgboost = new Contest.Entrant(ROWS, forest::scores);
        return List.of(
                compare("CLV, 100 trees", GeneratedModels.clv(1), Kind.AMOUNT, "clv", rows, List.of(xgboost)),
                compare(
                        "churn, 100 trees",
                        GeneratedModels.churn(2),
                        Kind.PROBABILITY,
                        "churn_risk",
                        rows,
                        List.of(xgboost)),
                compare("k-means, k = 6", GeneratedModels.cluster(3), Kind.CLUSTER, "cluster", rows, List.of()));
    }

    /** @param xgboost a forest of the same size, where there is such a thing */
    private static Figure compare(
            String work, byte[] pmml, Kind kind, String score, FeatureMatrix rows, List<Contest.Entrant> xgboost)
            throws Exception {
        ScoreOutput output = new ScoreOutput(score, kind, "");
        PmmlScorer scorer = PmmlScorer.of(PmmlModel.read(pmml), output);
        Evaluator plain = new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(pmml))
                .build();
        PmmlScorer reference = PmmlScorer.byEvaluator(scorer.model(), output);
        List<Contest.Entrant> entrants = new ArrayList<>(List.of(
                new Contest.Entrant(ROWS, () -> plainly(plain, rows)),
                new Contest.Entrant(ROWS, () -> sum(reference.score(rows))),
                new Contest.Entrant(ROWS, () -> sum(scorer.score(rows)))));
        entrants.addAll(xgboost);
        double[] micros = new Contest(3, 15).medianMicros(entrants);
        double ratio = micros[0] / micros[2];
        double nativeRatio = xgboost.isEmpty() ? Double.POSITIVE_INFINITY : micros[3] / micros[2];
        return new Figure(
                "P1",
                work + ", per row and core",
                format("JPMML %.1f µs", micros[0])
                        + format("; our reference %.1f µs", micros[1])
                        + (xgboost.isEmpty() ? "" : format("; XGBoost4J in place %.2f µs", micros[3])),
                scorer.engine().name().toLowerCase(Locale.ROOT) + format(" %.3f µs", micros[2]),
                format("%.1f times as fast as JPMML", ratio)
                        + (xgboost.isEmpty() ? "" : format(", %.1f times as XGBoost4J", nativeRatio)),
                "≥ 50 times JPMML" + (xgboost.isEmpty() ? "" : ", ≥ 2 times XGBoost4J"),
                Figure.verdict(ratio >= GOAL && nativeRatio >= NATIVE_GOAL));
    }

    private static double plainly(Evaluator evaluator, FeatureMatrix rows) {
        double results = 0;
        for (int row = 0; row < rows.rows(); row++) {
            Map<String, Object> arguments = new HashMap<>();
            for (FeatureColumn column : rows.columns()) {
                arguments.put(column.name(), ((NumberColumn) column).values()[row]);
            }
            results += evaluator.evaluate(arguments).size();
        }
        return results;
    }

    private static double sum(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum;
    }

    static FeatureMatrix rows(int count) {
        Random random = new Random(7);
        List<FeatureColumn> columns = new ArrayList<>();
        for (int i = 0; i < GeneratedModels.FEATURES; i++) {
            double[] values = random.doubles(count, -2, 2).toArray();
            columns.add(new NumberColumn(GeneratedModels.feature(i), values));
        }
        return new FeatureMatrix(count, columns);
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
