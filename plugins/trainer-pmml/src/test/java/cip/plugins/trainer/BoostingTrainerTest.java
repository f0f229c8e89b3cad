package cip.plugins.trainer;

import static cip.plugins.trainer.Shoppers.churn;
import static cip.plugins.trainer.Shoppers.clv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.PmmlReader;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoostingTrainerTest {
    private static final String[] ALL = {"income", "recency", "region"};

    private final Shoppers shoppers = Shoppers.generated(1500, 7);
    private final BoostingTrainer trainer = new BoostingTrainer();

    @ParameterizedTest
    @ValueSource(strings = {"squared", "tweedie"})
    void pmmlOfAnAmountEqualsTheNativeModelOnEveryRow(String objective) {
        TrainedModel model = trainer.train(shoppers.spendFrom(ALL), clv("objective", objective, "repeats", "1"));

        assertEqualScores(model, shoppers.spendFrom(ALL), "clv");
    }

    @Test
    void pmmlOfAProbabilityEqualsTheNativeModelOnEveryRow() {
        TrainedModel model = trainer.train(shoppers.leavingFrom(ALL), churn());

        assertEqualScores(model, shoppers.leavingFrom(ALL), "churn_risk");
    }

    @Test
    void calibrationOfAnOverfittedModelIsKeptAndWrittenIntoThePmml() {
        TrainingOptions overfitting = churn("depth", "6", "trees", "100", "learningRate", "0.3");

        TrainedModel model = trainer.train(shoppers.leavingFrom(ALL), overfitting);

        assertThat(model.settings()).containsEntry("calibration", "platt");
        assertEqualScores(model, shoppers.leavingFrom(ALL), "churn_risk");
        assertThat(metric(model, "logLoss").value())
                .isLessThan(metric(model, "logLoss").baseline());
    }

    @Test
    void equalDataAndSeedGiveEqualBytes() {
        TrainingOptions options = churn("repeats", "1", "trees", "30");

        byte[] once = trainer.train(shoppers.leavingFrom(ALL), options).pmml();
        byte[] again = trainer.train(Shoppers.generated(1500, 7).leavingFrom(ALL), options)
                .pmml();

        assertThat(again).isEqualTo(once);
        assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("Timestamp");
    }

    @Test
    void unknownCategoryScoresLikeAMissingOne() {
        PmmlReader pmml = reader(trainer.train(shoppers.spendFrom(ALL), clv("repeats", "1")), "clv");

        double unknown = pmml.score(Map.of("income", 5000.0, "recency", 30.0, "region", "Mars"));

        assertThat(unknown).isFinite().isEqualTo(pmml.score(Map.of("income", 5000.0, "recency", 30.0)));
    }

    @Test
    void customerWithoutAnyValueGetsAScore() {
        PmmlReader clv = reader(trainer.train(shoppers.spendFrom(ALL), clv("repeats", "1")), "clv");
        PmmlReader churn = reader(trainer.train(shoppers.leavingFrom(ALL), churn("repeats", "1")), "churn_risk");

        assertThat(clv.score(Map.of())).isFinite();
        assertThat(churn.score(Map.of())).isBetween(0.0, 1.0);
    }

    @Test
    void targetOfOneClassIsRefused() {
        double[] stays = new double[shoppers.features().rows()];

        assertThatThrownBy(
                        () -> trainer.train(new TrainingData(shoppers.features(), stays, shoppers.groups()), churn()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The target is 0.0 in all 1500 rows");
    }

    @Test
    void negativeAmountIsRefusedByTweedie() {
        double[] spend = shoppers.spend().clone();
        spend[3] = -1;

        assertThatThrownBy(() -> trainer.train(
                        new TrainingData(shoppers.features(), spend, shoppers.groups()), clv("objective", "tweedie")))
                .hasMessageContaining("row 3 is -1.0");
    }

    @Test
    void unknownSettingIsRefused() {
        assertThatThrownBy(() -> trainer.train(shoppers.spendFrom(ALL), clv("treees", "10")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("treees");
    }

    @Test
    void identifierAsCategoryIsRefused() {
        assertThatThrownBy(() -> DesignMatrix.of(new FeatureMatrix(
                        60,
                        List.of(new TextColumn(
                                "reference",
                                IntStream.range(0, 60).mapToObj(i -> "R" + i).toArray(String[]::new))))))
                .hasMessageContaining("60 categories");
    }

    @Test
    void featureThatMayOnlyLowerTheScoreNeverRaisesIt() {
        TrainedModel model =
                trainer.train(shoppers.spendFrom(ALL), clv("repeats", "1", "decreasing", "recency", "depth", "4"));
        PmmlReader pmml = reader(model, "clv");

        double[] byRecency = IntStream.range(0, 365)
                .mapToDouble(days -> pmml.score(Map.of("income", 4000.0, "recency", (double) days, "region", "West")))
                .toArray();

        for (int day = 1; day < byRecency.length; day++) {
            assertThat(byRecency[day]).isLessThanOrEqualTo(byRecency[day - 1]);
        }
    }

    @Test
    void treesCarryTheirRowCounts() {
        String pmml = new String(
                trainer.train(shoppers.spendFrom(ALL), clv("trees", "2", "repeats", "1"))
                        .pmml(),
                StandardCharsets.UTF_8);

        assertThat(pmml).contains("<Node id=\"0\" recordCount=\"1500\"");
    }

    @Test
    void groupedMetricsOfTheRealRowsAreInLineWithThePublishedOnes() {
        TrainedModel model = trainer.train(
                Shoppers.real().spendFrom("age", "annual_income", "region", "loyalty_score", "purchase_frequency"),
                clv("depth", "3", "trees", "150", "repeats", "10"));

        assertThat(metric(model, "r2").value()).isBetween(0.97, 0.992);
        assertThat(metric(model, "rmse").value()).isBetween(12.3, 23.0);
        assertThat(metric(model, "r2").baseline()).isCloseTo(-0.056, within(0.05));
        assertThat(metric(model, "rmse").baseline()).isCloseTo(143.6, within(3.0));
        assertThat(model.notices()).anySatisfy(n -> assertThat(n).contains("238 rows only 60"));
        assertThat(model.notices()).anySatisfy(n -> assertThat(n).contains("gives the target away by itself"));
    }

    @Test
    void groupedChurnOfTheRealRowsIsInLineWithThePublishedOne() {
        TrainedModel model = trainer.train(
                Shoppers.real().leavingFrom("age", "region"),
                churn("depth", "3", "trees", "100", "repeats", "10", "threshold", "0.5"));

        assertThat(metric(model, "f1").value()).isCloseTo(0.996, within(0.02));
        assertThat(metric(model, "precision").value()).isCloseTo(0.992, within(0.03));
        assertThat(metric(model, "f1").baseline()).isZero();
    }

    @Test
    void intervalsHoldTheValue() {
        TrainedModel model = trainer.train(shoppers.leavingFrom(ALL), churn());

        assertThat(model.metrics()).hasSize(6).allSatisfy(metric -> assertThat(metric.value())
                .isBetween(metric.low(), metric.high()));
        assertThat(metric(model, "auc").baseline()).isEqualTo(0.5);
    }

    @Test
    void rowsThatAreOnlyLearnedFromDoNotCountInTheMetrics() {
        double[] wild = shoppers.spend().clone();
        boolean[] measured = new boolean[wild.length];
        for (int row = 0; row < wild.length; row++) {
            measured[row] = row % 3 != 0;
            wild[row] = measured[row] ? wild[row] : wild[row] + 1_000_000 * (row % 2);
        }
        TrainingData data = new TrainingData(shoppers.features(), wild, shoppers.groups(), measured);

        TrainedModel model = trainer.train(data, clv("repeats", "1", "trees", "1", "learningRate", "0.001"));

        assertThat(metric(model, "rmse").baseline()).isLessThan(100);
        assertThat(model.protocol()).contains("500 more rows were learned from");
        assertThat(model.fitted()).hasSize(1500);
    }

    @Test
    void noiseIsOfNoUse() {
        Random random = new Random(3);
        double[] noise = random.doubles(1500).toArray();
        TrainingData data = new TrainingData(
                new FeatureMatrix(
                        1500, List.of(shoppers.features().column("income"), new NumberColumn("noise", noise))),
                shoppers.spend(),
                shoppers.groups());

        TrainedModel model = trainer.train(data, clv("repeats", "1"));

        Map<String, Double> use =
                model.inputs().stream().collect(Collectors.toMap(i -> i.input().name(), TrainedModel.InputUse::use));
        assertThat(use.get("noise")).isLessThan(0.05);
        assertThat(use.get("income")).isGreaterThan(0.5);
    }

    private static void assertEqualScores(TrainedModel model, TrainingData data, String output) {
        double[] scores = reader(model, output).score(data.features());
        for (int row = 0; row < scores.length; row++) {
            double tolerance = 5e-6 * Math.abs(model.fitted()[row]);
            assertThat(scores[row]).as("row %d", row).isCloseTo(model.fitted()[row], within(tolerance));
        }
    }

    private static PmmlReader reader(TrainedModel model, String output) {
        return new PmmlReader(model.pmml(), output);
    }

    private static Metric metric(TrainedModel model, String name) {
        return model.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
