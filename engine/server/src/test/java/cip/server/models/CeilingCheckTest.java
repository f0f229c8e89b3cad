package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.server.samples.SampleRetailer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingCheckTest {
    private static final CeilingCheck CHECK =
            CeilingCheck.of(new SampleRetailer(TrainingRun.DEFAULT_SEED), TrainingRun.DEFAULT_CUSTOMERS);
    private static final List<ModelCard> SHIPPED = new ModelFolder(
                    Path.of(System.getProperty("cip.root")).resolve("pmml"))
            .all().stream().map(ShippedModel::card).toList();

    @Test
    void noShippedModelIsBetterThanTheTruthBehindItsCustomers() {
        assertThat(SHIPPED).extracting(ModelCard::score).contains("clv", "churn_risk");
        SHIPPED.forEach(CHECK::require);
    }

    @Test
    void aModelThatIsBetterThanTheTruthIsRefusedAsALeak() {
        assertThatThrownBy(() -> CHECK.require(better("clv", "r2", 0.9)))
                .hasMessageContaining("The r2 of clv is 0.9000")
                .hasMessageContaining("Maybe a feature holds what happened after the cut.");
        assertThatThrownBy(() -> CHECK.require(better("churn_risk", "auc", 0.96)))
                .hasMessageContaining("auc");
        assertThatThrownBy(() -> CHECK.require(better("churn_risk", "f1", 0.86)))
                .hasMessageContaining("f1");
    }

    private static ModelCard better(String score, String metric, double value) {
        ModelCard card = SHIPPED.stream()
                .filter(shipped -> shipped.score().equals(score))
                .findFirst()
                .orElseThrow();
        return new ModelCard(
                card.score(),
                card.version(),
                card.label(),
                card.description(),
                card.kind(),
                card.unit(),
                card.hash(),
                card.trainer(),
                card.settings(),
                card.seed(),
                card.data(),
                card.protocol(),
                List.of(new ModelCard.Metric(metric, value, null, null, null)),
                card.notices(),
                card.inputs(),
                card.scores(),
                card.evidence());
    }
}
