package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.server.samples.SampleRetailer;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The models that come with the product, as they lie in {@code pmml/}. */
class ShippedModelsTest {
    private static final ModelFolder FOLDER =
            new ModelFolder(Path.of(System.getProperty("cip.root")).resolve("pmml"));

    @Test
    void everyCardFitsItsModel() {
        assertThat(FOLDER.all()).extracting(ShippedModel::score).contains("clv", "churn_risk", "cluster");
        for (ShippedModel model : FOLDER.all()) {
            PmmlModel pmml = PmmlModel.read(model.pmml());
            assertThat(pmml.hash()).isEqualTo(model.hash());
            assertThat(pmml.features().stream().map(FeatureInput::name))
                    .containsExactlyInAnyOrderElementsOf(model.card().inputs().stream()
                            .map(ModelCard.Input::name)
                            .toList());
            assertThat(model.card().toJson()).isEqualTo(model.cardJson());
            assertThat(model.pmml()).hasSizeLessThan(1_000_000);
        }
    }

    @Test
    void customerOfWhomNothingIsKnownIsScored() {
        for (ShippedModel model : FOLDER.all()) {
            assertThat(scorer(model).score(unknown(model))[0]).as(model.score()).isFinite();
        }
    }

    @Test
    void metricsBeatTheirBaselines() {
        assertThat(metric("clv", "r2").value()).isGreaterThan(0.5);
        ModelCard.Metric auc = metric("churn_risk", "auc");
        assertThat(auc.low()).isGreaterThan(0.5);
        ModelCard.Metric silhouette = metric("cluster", "silhouette");
        assertThat(silhouette.low()).isGreaterThan(silhouette.baseline());
    }

    @Test
    void customersAreShownAgainOnlyWithWhatTheyHave() {
        TrainingHistory history = TrainingHistory.of(new SampleRetailer(3), 200, "sample");
        List<TrainingHistory.Row> whole = history.wholeRows();

        assertThat(whole).hasSize(history.customers());
        assertThat(history.rows()).hasSizeGreaterThan(history.customers());
        assertThat(history.rows().stream().filter(row -> !row.whole())).allSatisfy(row -> {
            CustomerRecord known = whole.get(row.customer()).record();
            assertThat(row.record().id()).isEqualTo(known.id());
            assertThat(row.record().attributes().isEmpty())
                    .isNotEqualTo(row.record().purchases().equals(PurchaseSummary.none()));
        });
    }

    private static ModelCard.Metric metric(String score, String name) {
        return FOLDER.read(score, "1").card().metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PmmlScorer scorer(ShippedModel model) {
        return PmmlScorer.of(PmmlModel.read(model.pmml()), model.output());
    }

    private static FeatureMatrix unknown(ShippedModel model) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (ModelCard.Input input : model.card().inputs()) {
            columns.add(
                    input.type() == FeatureInput.Type.TEXT
                            ? new TextColumn(input.name(), new @Nullable String[1])
                            : new NumberColumn(input.name(), new double[] {Double.NaN}));
        }
        return new FeatureMatrix(1, columns);
    }
}
