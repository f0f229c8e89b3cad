package cip.plugins.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Evidence;
import cip.spi.Evidence.Finding.Kind;
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

class PurchaseTrainerTest {
    private final PurchaseTrainer trainer = new PurchaseTrainer();

    @Test
    void parametersThatMadeTheCustomersAreFoundAgain() {
        TrainedModel model = trainer.train(GeneratedBuyers.of(20_000, 4).data(), GeneratedBuyers.clv());

        Evidence.Table parameters = table(model, "parameters");
        assertThat(parameters.rows())
                .extracting(Evidence.Row::label)
                .containsExactly("r", "alpha", "a", "b", "p", "q", "v");
        double[] truth = {0.8, 9, 0.9, 3, 6, 4, 60};
        for (int i = 0; i < truth.length; i++) {
            Metric found = parameters.rows().get(i).figures().get(0);
            assertThat(found.value() / truth[i])
                    .as(parameters.rows().get(i).label())
                    .isBetween(0.85, 1.15);
            assertThat(found.low()).isLessThan(found.value());
        }
        assertThat(metric(model, "totalRatio").value()).isCloseTo(1, within(0.03));
        assertThat(model.evidence().findings()).isEmpty();
    }

    @Test
    void pmmlEqualsTheClosedFormOnEveryCustomer() {
        TrainingData data = GeneratedBuyers.of(400, 5).data();
        assertEqualScores(trainer.train(data, GeneratedBuyers.clv("refundShare", "refund_share")), data);
        assertEqualScores(
                trainer.train(data, GeneratedBuyers.clv("averageOfRepeats", "true", "horizonDays", "30")), data);
    }

    @Test
    void pmmlOfTheCdnowSampleEqualsTheClosedFormOnEveryCustomer() {
        TrainingData data = data(Shop.Seen.at(Shop.cdnowSample(), LocalDate.of(1997, 9, 30), 273));

        assertEqualScores(trainer.train(data, GeneratedBuyers.clv("horizonDays", "273")), data);
    }

    @Test
    void pmmlAlsoSaysWhoIsAliveAndWhatIsExpected() {
        TrainingData data = data(Shop.Seen.at(Shop.cdnowSample(), LocalDate.of(1997, 9, 30), 273), true);
        byte[] pmml = trainer.train(data, GeneratedBuyers.clv("horizonDays", "273", "averageOfRepeats", "true"))
                .pmml();
        Map<String, Object> customer =
                Map.of("purchase_days", 3.0, "recency_days", 59.0, "tenure_days", 272.0, "average_order_value", 22.35);

        assertThat(new PmmlReader(pmml, "clv_alive_probability").score(customer))
                .isCloseTo(0.7266, within(0.0005));
        assertThat(new PmmlReader(pmml, "clv_expected_purchases").score(customer))
                .isCloseTo(1.226, within(0.002));
        assertThat(new PmmlReader(pmml, "clv_expected_value").score(customer)).isCloseTo(24.66, within(0.02));
    }

    @Test
    void leavingThatNothingShowsIsSaidOnTheCard() {
        TrainingData data = data(Shop.Seen.at(Shop.onlineRetail(), LocalDate.of(2011, 6, 9), 182));

        TrainedModel model = trainer.train(data, GeneratedBuyers.clv("horizonDays", "182"));

        Evidence.Finding finding = model.evidence().findings().get(0);
        assertThat(finding.kind()).isEqualTo(Kind.NOT_IDENTIFIED);
        assertThat(finding.text()).contains("do not say that customers ever leave", "-13255.6");
        assertThat(finding.features()).contains("recency_days");
        assertThat(model.notices()).contains(finding.text());
        assertThat(table(model, "parameters").rows().get(2).verdict()).isEqualTo("left open by the data");
        assertEqualScores(model, data);
    }

    @Test
    void customerOfWhomNoPurchaseIsKnownIsExpectedToDoAsSuchCustomersDid() {
        GeneratedBuyers buyers = GeneratedBuyers.of(300, 5);
        for (int i = 0; i < 100; i++) {
            buyers.purchaseDays()[i] = 0;
            buyers.recency()[i] = Double.NaN;
            buyers.tenure()[i] = Double.NaN;
            buyers.average()[i] = Double.NaN;
        }
        TrainedModel model = trainer.train(buyers.data(), GeneratedBuyers.clv());

        double mean = Arrays.stream(buyers.later()).limit(100).average().orElseThrow();
        assertThat(model.fitted()[7]).isCloseTo(mean, within(1e-9));
        assertThat(new PmmlReader(model.pmml(), "clv").score(Map.of())).isCloseTo(mean, within(1e-9));
        assertEqualScores(model, buyers.data());
    }

    @Test
    void whatHappenedAfterTheCutChangesNoParameter() {
        GeneratedBuyers buyers = GeneratedBuyers.of(300, 5);
        double[] before = trainer.train(buyers.data(), GeneratedBuyers.clv()).fitted();
        Arrays.setAll(buyers.later(), i -> 1000.0 * i);

        assertThat(trainer.train(buyers.data(), GeneratedBuyers.clv()).fitted()).isEqualTo(before);
    }

    @Test
    void refundsAreTakenOffInTotal() {
        TrainingData data = GeneratedBuyers.of(300, 5).data();
        double[] gross = trainer.train(data, GeneratedBuyers.clv()).fitted();
        double[] net = trainer.train(data, GeneratedBuyers.clv("refundShare", "refund_share"))
                .fitted();

        assertThat(net[0] / gross[0]).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void pastRatesAndTheMeanAreComparedOnTheSameCustomers() {
        TrainedModel model =
                trainer.train(GeneratedBuyers.of(2_000, 5).data(), GeneratedBuyers.clv("naive", "average_order_value"));

        Evidence.Table baselines = table(model, "baselines");
        assertThat(baselines.rows())
                .extracting(Evidence.Row::label, Evidence.Row::verdict)
                .containsExactly(
                        tuple("this model", ""),
                        tuple("the mean", "worse"),
                        tuple("past repeat rate", "worse"),
                        tuple("past spend rate", "worse"),
                        tuple("average_order_value again", "worse"));
        assertThat(model.metrics())
                .extracting(Metric::name)
                .containsExactly("r2", "rmse", "totalRatio", "mae", "spearman", "topTenthLift");
        assertThat(model.inputs()).allMatch(use -> use.use() > 0);
    }

    @Test
    void unknownSettingMissingFeatureAndOtherKindsAreRefused() {
        TrainingData data = GeneratedBuyers.of(100, 5).data();
        assertThatThrownBy(() -> trainer.train(data, GeneratedBuyers.clv("horizon", "30")))
                .hasMessageContaining("horizon is unknown");
        assertThatThrownBy(() -> trainer.train(data, GeneratedBuyers.clv("recencyDays", "silence")))
                .hasMessageContaining("names the feature silence");
        assertThatThrownBy(() -> trainer.train(
                        data,
                        new TrainingOptions(
                                new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""), 1, Settings.none())))
                .hasMessageContaining("of kind PROBABILITY");
    }

    private static TrainingData data(Shop.Seen seen) {
        return data(seen, false);
    }

    private static TrainingData data(Shop.Seen seen, boolean averageOfRepeats) {
        return new TrainingData(
                new FeatureMatrix(
                        seen.means().length,
                        List.of(
                                new NumberColumn("purchase_days", seen.purchaseDays()),
                                new NumberColumn("recency_days", seen.recencyDays()),
                                new NumberColumn("tenure_days", seen.tenureDays()),
                                new NumberColumn(
                                        "average_order_value", averageOfRepeats ? seen.repeatMeans() : seen.means()))),
                seen.laterSpend(),
                IntStream.range(0, seen.means().length).toArray());
    }

    private static void assertEqualScores(TrainedModel model, TrainingData data) {
        double[] scores = new PmmlReader(model.pmml(), "clv").score(data.features());
        for (int row = 0; row < scores.length; row++) {
            double expected = model.fitted()[row];
            assertThat(scores[row]).as("row %d", row).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
        }
    }

    private static Evidence.Table table(TrainedModel model, String name) {
        return model.evidence().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Metric metric(TrainedModel model, String name) {
        return model.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
