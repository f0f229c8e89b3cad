package cip.plugins.trainer;

import static cip.plugins.trainer.EvidenceReading.curve;
import static cip.plugins.trainer.EvidenceReading.figure;
import static cip.plugins.trainer.EvidenceReading.row;
import static cip.plugins.trainer.EvidenceReading.rows;
import static cip.plugins.trainer.Shoppers.churn;
import static cip.plugins.trainer.Shoppers.clv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Point;
import cip.spi.Evidence.Row;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.PmmlReader;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables and curves of two trainings that look into everything. */
class EvidenceTest {
    private static final String[] ALL = {"income", "recency", "region"};
    private static final Shoppers SHOPPERS = Shoppers.generated(800, 7);
    private static final TrainingData RARE = rare();
    private static final TrainedModel CHURN = new BoostingTrainer()
            .train(
                    RARE,
                    churn(
                            "repeats",
                            "1",
                            "trees",
                            "40",
                            "compareRows",
                            "500",
                            "naive",
                            "recency",
                            "increasing",
                            "recency"));
    private static final TrainedModel CLV = new LinearTrainer(Objective.SQUARED)
            .train(SHOPPERS.spendFrom(ALL), clv("repeats", "1", "compareRows", "500", "naive", "income"));

    /** About one in seven leaves. */
    private static TrainingData rare() {
        double[] leaves = SHOPPERS.leaves().clone();
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = i % 3 == 0 ? leaves[i] : 0;
        }
        return new TrainingData(SHOPPERS.features(), leaves, SHOPPERS.groups());
    }

    @Test
    void classWeightsAndSmoteMoveTheScoresAwayFromWhatHappens() {
        double honest =
                figure(row(CHURN, "options", "as chosen"), "calibrationError").value();

        for (String option : List.of("class weights", "SMOTE")) {
            Row row = row(CHURN, "options", option);
            assertThat(figure(row, "meanScore").value())
                    .isGreaterThan(figure(row, "meanScore").baseline() + 0.05);
            assertThat(figure(row, "calibrationError").value()).isGreaterThan(honest);
        }
        assertThat(labels(CHURN, "options"))
                .containsExactly(
                        "as chosen",
                        "class weights",
                        "SMOTE",
                        "no monotone constraints",
                        "L2 ÷ 10",
                        "L2 × 10",
                        "L1 of 5");
    }

    @Test
    void resamplingAskedForIsUsedWhereModelsLearnAndCalibratedAway() {
        TrainedModel model =
                new BoostingTrainer().train(RARE, churn("repeats", "1", "trees", "40", "resampling", "smote"));

        assertThat(model.settings()).containsEntry("resampling", "smote").containsEntry("calibration", "platt");
        assertThat(model.fitted()).hasSize(800);
        double[] scores = new PmmlReader(model.pmml(), "churn_risk").score(SHOPPERS.features());
        assertThat(scores[5]).isCloseTo(model.fitted()[5], within(5e-6));
    }

    @Test
    void resamplingOfAnAmountIsRefused() {
        assertThatThrownBy(() -> new BoostingTrainer().train(SHOPPERS.spendFrom(ALL), clv("resampling", "smote")))
                .hasMessageContaining("is an amount");
    }

    @Test
    void baselinesAreMeasuredOnTheSameRows() {
        assertThat(labels(CHURN, "baselines"))
                .containsExactly("this model", "share of ones", "by recency alone", "logistic regression");
        assertThat(labels(CLV, "baselines")).containsExactly("this model", "mean", "income again", "boosted trees");
        assertThat(row(CHURN, "baselines", "share of ones").verdict()).isEqualTo("worse");
        assertThat(figure(row(CLV, "baselines", "this model"), "r2").value())
                .isCloseTo(CLV.metrics().get(0).value(), within(1e-12));
    }

    @Test
    void featureInUseEarnsItsPlaceAndImportanceHasAnInterval() {
        assertThat(row(CLV, "features", "income").verdict()).isEqualTo("earns its place");
        Metric share = figure(row(CLV, "importance", "income"), "lostShare");
        assertThat(share.low()).isLessThan(share.value()).isPositive();
        assertThat(share.high()).isGreaterThan(share.value());
    }

    @Test
    void generatedFeatureThatTheTargetWasMadeOfEarnsItsPlace() {
        double[] product = new double[800];
        Shoppers made = Shoppers.generated(800, 9);
        double[] income = ((NumberColumn) made.features().column("income")).values();
        double[] recency = ((NumberColumn) made.features().column("recency")).values();
        for (int i = 0; i < product.length; i++) {
            product[i] = Double.isNaN(recency[i]) ? 0 : income[i] / (recency[i] + 50);
        }
        TrainedModel model = new LinearTrainer(Objective.SQUARED)
                .train(
                        new Shoppers(made.features(), product, made.leaves(), made.groups()).spendFrom(ALL),
                        clv("repeats", "1", "compareRows", "800"));

        assertThat(model.evidence().tables().stream()
                        .filter(table -> table.name().equals("generated"))
                        .findFirst()
                        .orElseThrow()
                        .rows())
                .anySatisfy(row -> assertThat(row.verdict()).startsWith("earns its place"));
    }

    @Test
    void intervalsHoldTheShareOfTargetsTheyPromise() {
        for (int percent : new int[] {50, 80, 90, 95}) {
            Metric coverage = figure(row(CLV, "intervals", percent + " %"), "coverage");
            assertThat(coverage.value()).isCloseTo(percent / 100.0, within(0.03));
        }
        double half = figure(row(CLV, "intervals", "90 %"), "halfWidth").value();
        assertThat(half).isBetween(25.0, 50.0);
    }

    @Test
    void rocRisesFromNothingToEverythingAndItsAreaIsTheAuc() {
        Curve roc = curve(CHURN, "roc");
        double area = 0;
        for (int i = 1; i < roc.points().size(); i++) {
            Point from = roc.points().get(i - 1);
            Point to = roc.points().get(i);
            assertThat(to.x()).isGreaterThanOrEqualTo(from.x());
            assertThat(to.y()).isGreaterThanOrEqualTo(from.y());
            area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
        }
        assertThat(roc.points()).hasSizeBetween(10, 100);
        assertThat(roc.points().get(roc.points().size() - 1))
                .extracting(Point::x, Point::y)
                .containsExactly(1.0, 1.0);
        assertThat(area).isCloseTo(CHURN.metrics().get(0).value(), within(0.01));
    }

    @Test
    void calibrationCurveCountsEveryRowOnce() {
        assertThat(curve(CHURN, "calibration").points().stream()
                        .mapToDouble(Point::z)
                        .sum())
                .isEqualTo(800);
        assertThat(curve(CLV, "residuals").points().stream()
                        .mapToDouble(Point::z)
                        .sum())
                .isEqualTo(800);
    }

    private static List<String> labels(TrainedModel model, String table) {
        return rows(model, table).stream().map(Row::label).toList();
    }
}
