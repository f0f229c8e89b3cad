package cip.plugins.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Evidence;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.PmmlReader;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilenceTrainerTest {
    private final SilenceTrainer trainer = new SilenceTrainer();

    /** AUC .7475 and Brier .1649 were worked out elsewhere, from the same file and cut. */
    @Test
    void whoPurchasesNothingInTheCdnowHoldOutIsToldAsElsewhere() {
        TrainedModel model = trainer.train(
                data(Shop.Seen.at(Shop.cdnow(), LocalDate.of(1997, 9, 30), 273)), options("horizonDays", "273"));

        Metric auc = model.metrics().get(0);
        assertThat(auc.name()).isEqualTo("auc");
        assertThat(auc.value()).isCloseTo(0.7475, within(0.0015));
        assertThat(auc.low()).isBetween(0.73, auc.value());
        assertThat(model.metrics().get(1).value()).isCloseTo(0.1649, within(0.001));
        assertThat(model.metrics().get(1).baseline()).isCloseTo(0.2098, within(0.001));
    }

    @Test
    void pmmlEqualsTheClosedFormOnEveryCustomer() {
        TrainingData data = data(Shop.Seen.at(Shop.cdnowSample(), LocalDate.of(1997, 9, 30), 273));
        TrainedModel model = trainer.train(data, options("horizonDays", "91"));

        double[] scores = new PmmlReader(model.pmml(), "churn_risk").score(data.features());
        for (int row = 0; row < scores.length; row++) {
            assertThat(scores[row]).as("row %d", row).isCloseTo(model.fitted()[row], within(1e-12));
        }
        assertThat(new PmmlReader(model.pmml(), "churn_risk_alive_probability")
                        .score(Map.of("purchase_days", 3.0, "recency_days", 59.0, "tenure_days", 272.0)))
                .isCloseTo(0.7266, within(0.0005));
    }

    @Test
    void probabilitiesOfCustomersWhoBehaveAsTheModelSaysComeTrue() {
        GeneratedBuyers buyers = GeneratedBuyers.of(20_000, 4);
        TrainedModel model = trainer.train(
                new TrainingData(
                        buyers.features(),
                        Arrays.stream(buyers.later())
                                .map(later -> later == 0 ? 1 : 0)
                                .toArray(),
                        IntStream.range(0, 20_000).toArray()),
                options());

        Evidence.Curve calibration = model.evidence().curves().get(0);
        assertThat(calibration.points())
                .allSatisfy(point -> assertThat(point.y()).isCloseTo(point.x(), within(0.03)));
        assertThat(model.inputs()).allMatch(use -> use.use() > 0);
        assertThat(model.evidence().findings()).isEmpty();
    }

    @Test
    void nothingButAProbabilityOfZerosAndOnesIsTrained() {
        TrainingData data = GeneratedBuyers.of(100, 5).data();
        assertThatThrownBy(() -> trainer.train(data, GeneratedBuyers.clv())).hasMessageContaining("of kind AMOUNT");
        assertThatThrownBy(() -> trainer.train(data, options())).hasMessageContaining("expected 0 or 1");
    }

    private static TrainingData data(Shop.Seen seen) {
        return new TrainingData(
                new FeatureMatrix(
                        seen.means().length,
                        List.of(
                                new NumberColumn("purchase_days", seen.purchaseDays()),
                                new NumberColumn("recency_days", seen.recencyDays()),
                                new NumberColumn("tenure_days", seen.tenureDays()))),
                Arrays.stream(seen.laterDays()).map(days -> days == 0 ? 1 : 0).toArray(),
                IntStream.range(0, seen.means().length).toArray());
    }

    private static TrainingOptions options(String... settings) {
        return new TrainingOptions(
                new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""),
                7,
                new Settings(settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1])));
    }
}
