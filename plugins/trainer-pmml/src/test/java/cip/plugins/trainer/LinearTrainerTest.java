package cip.plugins.trainer;

import static cip.plugins.trainer.Shoppers.churn;
import static cip.plugins.trainer.Shoppers.clv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.PmmlReader;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {
    private static final String[] ALL = {"income", "recency", "region"};

    private final Shoppers shoppers = Shoppers.generated(800, 7);
    private final LinearTrainer linear = new LinearTrainer(Objective.SQUARED);
    private final LinearTrainer logistic = new LinearTrainer(Objective.LOGISTIC);

    @Test
    void pmmlOfAnAmountEqualsTheNativeModelOnEveryRow() {
        TrainedModel model = linear.train(shoppers.spendFrom(ALL), clv("repeats", "1"));

        assertEqualScores(model, shoppers.spendFrom(ALL), "clv");
        assertThat(metric(model, "r2").value()).isGreaterThan(0.75);
    }

    @Test
    void pmmlOfAProbabilityWithLogarithmsEqualsTheNativeModelOnEveryRow() {
        TrainedModel model =
                logistic.train(shoppers.leavingFrom(ALL), churn("repeats", "1", "logarithm", "recency,income"));

        assertEqualScores(model, shoppers.leavingFrom(ALL), "churn_risk");
    }

    @Test
    void intervalAskedForIsPutOutBesideTheScore() {
        TrainedModel model = linear.train(shoppers.spendFrom(ALL), clv("repeats", "1", "interval", "90"));
        Map<String, Object> row = Map.of("income", 5000.0, "recency", 30.0, "region", "West");

        double score = new PmmlReader(model.pmml(), "clv").score(row);
        double low = new PmmlReader(model.pmml(), "clv_low").score(row);
        double high = new PmmlReader(model.pmml(), "clv_high").score(row);

        assertThat(score - low).isCloseTo(high - score, within(1e-9)).isBetween(20.0, 60.0);
    }

    @Test
    void statisticsInTheFileSayWhatAnAverageCustomerIs() {
        String pmml = new String(
                linear.train(shoppers.spendFrom(ALL), clv("repeats", "1", "l1", "0"))
                        .pmml(),
                StandardCharsets.UTF_8);

        assertThat(pmml)
                .contains("<UnivariateStats field=\"income\">", "<NumericInfo mean=\"")
                .contains("<UnivariateStats field=\"region\">", "\"North\"", "O'Hara &amp; &lt;Sons&gt;");
    }

    @Test
    void missingNumberScoresAsTheAverageAndUnknownTextAsAMissingOne() {
        PmmlReader pmml = new PmmlReader(
                linear.train(shoppers.spendFrom(ALL), clv("repeats", "1")).pmml(), "clv");

        double unknown = pmml.score(Map.of("income", 5000.0, "recency", 30.0, "region", "Mars"));

        assertThat(unknown).isEqualTo(pmml.score(Map.of("income", 5000.0, "recency", 30.0)));
        assertThat(pmml.score(Map.of())).isFinite();
    }

    @Test
    void strongL1LeavesOutWhatIsOfLittleUse() {
        TrainedModel model = linear.train(shoppers.spendFrom(ALL), clv("repeats", "1", "l1", "0.5", "l2", "0"));

        assertThat(model.inputs()).extracting(use -> use.input().name()).containsExactly("income");
    }

    @Test
    void penaltyThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> linear.train(shoppers.spendFrom(ALL), clv("l1", "5")))
                .hasMessageContaining("penalty is too high");
    }

    @Test
    void settingsAreChosenWithinTheFoldsWhenTuned() {
        TrainedModel model =
                linear.train(shoppers.spendFrom(ALL), clv("repeats", "1", "tune", "true", "l1", "0.3", "l2", "0"));

        assertThat(Double.parseDouble(model.settings().get("l1"))).isLessThan(0.2);
        assertThat(model.protocol()).contains("settings were chosen anew");
    }

    @Test
    void scoreOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> linear.train(shoppers.leavingFrom(ALL), churn()))
                .hasMessageContaining("churn_risk is of kind PROBABILITY");
    }

    /** Reference: design table of grouped folds, 10 x 5, all features: R² .992, RMSE 12.3; three features .980 and 19.7. */
    @Test
    void groupedMetricsOfTheRealRowsEqualThePublishedOnes() {
        TrainedModel all = linear.train(
                Shoppers.real().spendFrom("age", "annual_income", "region", "loyalty_score", "purchase_frequency"),
                clv("repeats", "10", "l1", "0", "l2", "1e-6", "leaveOutGiveaways", "false"));
        TrainedModel three = linear.train(
                Shoppers.real().spendFrom("age", "annual_income", "region"),
                clv("repeats", "10", "l1", "0", "l2", "1e-6"));

        assertThat(metric(all, "r2").value()).isCloseTo(0.992, within(0.001));
        assertThat(metric(all, "rmse").value()).isCloseTo(12.3, within(0.4));
        assertThat(metric(three, "r2").value()).isCloseTo(0.980, within(0.001));
        assertThat(metric(three, "rmse").value()).isCloseTo(19.7, within(0.6));
    }

    private static void assertEqualScores(TrainedModel model, TrainingData data, String output) {
        double[] scores = new PmmlReader(model.pmml(), output).score(data.features());
        for (int row = 0; row < scores.length; row++) {
            assertThat(scores[row]).as("row %d", row).isCloseTo(model.fitted()[row], within(1e-9));
        }
    }

    private static Metric metric(TrainedModel model, String name) {
        return model.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
