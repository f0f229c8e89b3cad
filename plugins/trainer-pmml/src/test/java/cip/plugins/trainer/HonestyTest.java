package cip.plugins.trainer;

import static cip.plugins.trainer.EvidenceReading.figure;
import static cip.plugins.trainer.EvidenceReading.row;
import static cip.plugins.trainer.EvidenceReading.rows;
import static cip.plugins.trainer.Shoppers.churn;
import static cip.plugins.trainer.Shoppers.cluster;
import static cip.plugins.trainer.Shoppers.clv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.Evidence.Row;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import cip.spi.TrainedModel;
import cip.spi.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a card must say of data that make models look better than they are. */
class HonestyTest {
    private static final String[] FIVE = {
        "age", "annual_income", "purchase_amount", "loyalty_score", "purchase_frequency"
    };

    private final Shoppers shoppers = Shoppers.generated(600, 7);
    private final Shoppers real = Shoppers.real();

    @Test
    void theRealRowsAreSaidToBeSixtyDistinctOnes() {
        TrainedModel model = new LinearTrainer(Objective.SQUARED)
                .train(
                        real.spendFrom("age", "annual_income", "region", "loyalty_score", "purchase_frequency"),
                        clv("repeats", "1"));

        assertThat(texts(model, Kind.COPIES)).singleElement().asString().contains("Of 238 rows only 60 are distinct");
        assertThat(figure(row(model, "copies", "rows dealt singly"), "r2").value())
                .isGreaterThan(figure(row(model, "copies", "copies kept together, all rows"), "r2")
                        .value());
    }

    @Test
    void theChurnLabelOfTheRealRowsIsSaidToBeAFunctionOfItsInputs() {
        TrainedModel model = new BoostingTrainer()
                .train(real.leavingFrom(FIVE), churn("repeats", "1", "trees", "20", "compareRows", "1000"));

        assertThat(texts(model, Kind.COMPUTABLE_TARGET)).hasSize(2).anySatisfy(text -> assertThat(text)
                .contains("a tree of depth 3", "almost without error"));
        assertThat(model.inputs()).isNotEmpty();
    }

    @Test
    void silhouetteOfTheRealRowsIsGivenWithAndWithoutCopies() {
        TrainedModel model =
                new KMeansTrainer().train(real.clustersOf(FIVE), cluster("clusters", "5", "aims", "silhouette > 0.55"));

        assertThat(figure(row(model, "copies", "all rows"), "silhouette").value())
                .isCloseTo(0.631, within(0.003));
        Row distinct = row(model, "copies", "each distinct row once");
        assertThat(figure(distinct, "rows").value()).isEqualTo(47);
        assertThat(figure(distinct, "silhouette").value()).isBetween(0.55, 0.57);
        assertThat(row(model, "aims", "silhouette > 0.55").verdict()).isEqualTo("reached");
        assertThat(rows(model, "clusters")).hasSize(5);
    }

    @Test
    void aimsAreComparedOnAllRowsAndOnDistinctOnes() {
        TrainedModel model = new LinearTrainer(Objective.SQUARED)
                .train(
                        real.spendFrom("age", "annual_income", "region"),
                        clv("repeats", "1", "aims", "r2 > 0.80, rmse < 0.01 sd"));

        assertThat(row(model, "aims", "r2 > 0.8").verdict()).isEqualTo("reached");
        assertThat(row(model, "aims", "rmse < 0.01 sd").verdict()).isEqualTo("not reached");
        assertThat(figure(row(model, "aims", "r2 > 0.8"), "distinctRows").value())
                .isBetween(0.9, 1.0);
    }

    @Test
    void snapshotOfWhatHappenedLaterIsLeftOutAndNamed() {
        TrainingData data = with("amount_today", shoppers.spend(), shoppers.spend());

        TrainedModel model = new BoostingTrainer().train(data, clv("repeats", "1", "trees", "20"));

        assertThat(findings(model, Kind.GIVEAWAY)).singleElement().satisfies(finding -> {
            assertThat(finding.features()).containsExactly("amount_today");
            assertThat(finding.text()).contains("It was left out");
        });
        assertThat(model.inputs()).extracting(use -> use.input().name()).doesNotContain("amount_today");
    }

    @Test
    void featureThatTellsWhoSpendsNothingIsLeftOut() {
        double[] spends = Arrays.stream(shoppers.spend())
                .map(spend -> Math.max(0, spend - 60))
                .toArray();
        double[] visits = Arrays.stream(spends)
                .map(spend -> spend == 0 ? 0 : 1 + Math.floor(spend) % 7)
                .toArray();

        TrainedModel model =
                new BoostingTrainer().train(with("visits_today", visits, spends), clv("repeats", "1", "trees", "20"));

        assertThat(texts(model, Kind.GIVEAWAY)).singleElement().asString().contains("for whom the target is 0");
    }

    @Test
    void giveawayIsKeptWhenTheSettingsSaySo() {
        TrainingData data = with("amount_today", shoppers.spend(), shoppers.spend());

        TrainedModel model =
                new BoostingTrainer().train(data, clv("repeats", "1", "trees", "20", "leaveOutGiveaways", "false"));

        assertThat(texts(model, Kind.GIVEAWAY)).singleElement().asString().contains("kept because the settings");
        assertThat(model.inputs()).extracting(use -> use.input().name()).contains("amount_today");
    }

    @Test
    void productOfTheInputsIsRecognised() {
        double[] price = shoppers.spend().clone();
        double[] pieces = new double[price.length];
        double[] value = new double[price.length];
        for (int i = 0; i < price.length; i++) {
            price[i] = 1 + price[i];
            pieces[i] = 1 + (i * 37) % 23;
            value[i] = price[i] * pieces[i];
        }
        TrainingData data = new TrainingData(
                new FeatureMatrix(
                        price.length, List.of(new NumberColumn("price", price), new NumberColumn("pieces", pieces))),
                value,
                shoppers.groups());

        TrainedModel model =
                new BoostingTrainer().train(data, clv("repeats", "1", "trees", "10", "compareRows", "1000"));

        assertThat(texts(model, Kind.COMPUTABLE_TARGET))
                .singleElement()
                .asString()
                .contains("a product of powers");
    }

    @Test
    void linearModelThatDoesAsWellIsNamed() {
        TrainedModel model = new BoostingTrainer()
                .train(
                        real.spendFrom("age", "annual_income", "region"),
                        clv("repeats", "1", "depth", "3", "trees", "100"));

        assertThat(texts(model, Kind.SIMPLER_MODEL)).singleElement().asString().contains("linear regression");
    }

    @Test
    void wideIntervalAndFewOfAClassAreSaid() {
        Shoppers few = Shoppers.generated(90, 3);

        TrainedModel model = new LinearTrainer(Objective.LOGISTIC)
                .train(few.leavingFrom("income", "recency"), churn("repeats", "1"));

        assertThat(texts(model, Kind.UNSTABLE_METRIC)).isNotEmpty();
        assertThat(texts(model, Kind.FEW_ROWS)).hasSize(2);
    }

    private TrainingData with(String name, double[] values, double[] target) {
        List<FeatureColumn> columns = new ArrayList<>(shoppers.features().columns());
        columns.add(new NumberColumn(name, values));
        return new TrainingData(new FeatureMatrix(values.length, columns), target, shoppers.groups());
    }

    private static List<Finding> findings(TrainedModel model, Kind kind) {
        return model.evidence().findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static List<String> texts(TrainedModel model, Kind kind) {
        return findings(model, kind).stream().map(Finding::text).toList();
    }
}
