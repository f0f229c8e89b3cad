package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every model: shown on real ones with missing values, categories and transformations. */
class PmmlScorerLawsTest {
    private static final int ROWS = 300;

    private record Case(PmmlScorer scorer, FeatureMatrix rows) {
        static Case of(String name) {
            Path folder = SharedData.at("data/pmml-conformance/cases").resolve(name);
            PmmlModel model = PmmlModel.read(SharedData.bytes(folder.resolve("model.pmml")));
            FeatureMatrix all = Table.read(folder.resolve("input.csv")).matrix(model.features());
            return new Case(
                    PmmlScorer.of(model, new ScoreOutput("churn_risk", Kind.PROBABILITY, "")),
                    take(all, IntStream.range(0, ROWS).toArray()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sklearn-xgboost-XGBAuditNA", "sklearn-LogisticRegressionAuditNA", "rexp-RPartAuditNA"})
    void aBatchGivesWhatSingleRowsGiveInAnyOrder(String name) {
        Case model = Case.of(name);
        double[] batch = model.scorer().score(model.rows());
        int[] backwards = IntStream.range(0, ROWS).map(row -> ROWS - 1 - row).toArray();
        double[] reversed = model.scorer().score(take(model.rows(), backwards));
        for (int row = 0; row < ROWS; row++) {
            assertThat(model.scorer().score(take(model.rows(), row))).containsExactly(batch[row]);
            assertThat(reversed[ROWS - 1 - row]).isEqualTo(batch[row]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sklearn-xgboost-XGBAuditNA", "sklearn-TargetEncoderAuditNA"})
    void oneScorerServesManyThreads(String name) throws Exception {
        Case model = Case.of(name);
        double[] expected = model.scorer().score(model.rows());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<double[]> scoring = () -> model.scorer().score(model.rows());
            for (Future<double[]> scores : threads.invokeAll(List.of(scoring, scoring, scoring, scoring))) {
                assertThat(scores.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static FeatureMatrix take(FeatureMatrix matrix, int... rows) {
        return new FeatureMatrix(
                rows.length,
                matrix.columns().stream().map(column -> take(column, rows)).toList());
    }

    private static FeatureColumn take(FeatureColumn column, int... rows) {
        if (column instanceof NumberColumn numbers) {
            return new NumberColumn(
                    column.name(),
                    IntStream.of(rows).mapToDouble(row -> numbers.values()[row]).toArray());
        }
        @Nullable String[] values = ((TextColumn) column).values();
        return new TextColumn(
                column.name(), IntStream.of(rows).mapToObj(row -> values[row]).toArray(String[]::new));
    }
}
