package cip.plugins.trainer;

import static cip.plugins.trainer.Shoppers.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.spi.PmmlReader;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KMeansTrainerTest {
    private static final String[] FIVE_NUMBERS = {
        "age", "annual_income", "purchase_amount", "loyalty_score", "purchase_frequency"
    };

    private final Shoppers shoppers = Shoppers.generated(800, 7);
    private final KMeansTrainer trainer = new KMeansTrainer();

    @Test
    void pmmlEqualsTheNativeClustersOnEveryRow() {
        TrainedModel model = trainer.train(
                shoppers.clustersOf("income", "recency"), cluster("clusters", "4", "logarithm", "income"));

        double[] scores = new PmmlReader(model.pmml(), "cluster").score(shoppers.features());

        assertThat(scores).isEqualTo(model.fitted());
        assertThat(scores).contains(1, 2, 3, 4).doesNotContain(0, 5);
    }

    @Test
    void customerWithoutAnyValueGetsACluster() {
        TrainedModel model = trainer.train(shoppers.clustersOf("income", "recency"), cluster("clusters", "3"));

        assertThat(new PmmlReader(model.pmml(), "cluster").score(Map.of())).isIn(1.0, 2.0, 3.0);
    }

    @Test
    void equalDataAndSeedGiveEqualBytes() {
        byte[] once = trainer.train(shoppers.clustersOf("income", "recency"), cluster("clusters", "3"))
                .pmml();
        byte[] again = trainer.train(
                        Shoppers.generated(800, 7).clustersOf("income", "recency"), cluster("clusters", "3"))
                .pmml();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void realRowsFallIntoTheFivePublishedClusters() {
        TrainedModel model = trainer.train(Shoppers.real().clustersOf(FIVE_NUMBERS), cluster());

        assertThat(model.settings()).containsEntry("clusters", "5");
        Metric silhouette = metric(model, "silhouette");
        assertThat(silhouette.value()).isCloseTo(0.566, within(0.01));
        assertThat(silhouette.baseline()).isLessThan(silhouette.low());
        assertThat(metric(model, "stability").value()).isBetween(0.75, 0.92);
    }

    @Test
    void largestClusterComesFirst() {
        TrainedModel model = trainer.train(shoppers.clustersOf("income", "recency"), cluster("clusters", "3"));

        long[] sizes = new long[4];
        for (double number : model.fitted()) {
            sizes[(int) number]++;
        }

        assertThat(sizes[1]).isGreaterThanOrEqualTo(sizes[2]);
        assertThat(sizes[2]).isGreaterThanOrEqualTo(sizes[3]);
    }

    @Test
    void categoryIsRefused() {
        assertThatThrownBy(() -> trainer.train(shoppers.clustersOf("income", "region"), cluster()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("region is a text");
    }

    private static Metric metric(TrainedModel model, String name) {
        return model.metrics().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
