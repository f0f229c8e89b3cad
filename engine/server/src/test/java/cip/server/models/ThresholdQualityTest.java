package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdQualityTest {
    private static final ModelCard CHURN = card("churn_risk");
    private static final ThresholdQuality QUALITY =
            ThresholdQuality.of(CHURN, true).orElseThrow();
    private static final List<List<Double>> POINTS = curve("precisionRecall");

    @Test
    void atItsThresholdsItIsWhatTheCardMeasured() {
        for (List<Double> point : POINTS) {
            if (point.get(0) > 0) {
                ThresholdQuality.Measured at = QUALITY.at(point.get(2)).orElseThrow();
                assertThat(at.recall()).isCloseTo(point.get(0), within(1e-12));
                assertThat(at.precision()).isCloseTo(point.get(1), within(1e-12));
            }
        }
    }

    @Test
    void betweenThresholdsItLiesBetweenThem() {
        ThresholdQuality.Measured below = QUALITY.at(0.49).orElseThrow();
        ThresholdQuality.Measured middle = QUALITY.at(0.5).orElseThrow();
        ThresholdQuality.Measured above = QUALITY.at(0.51).orElseThrow();

        assertThat(middle.recall()).isBetween(above.recall(), below.recall());
        assertThat(middle.precision()).isBetween(below.precision(), above.precision());
    }

    @Test
    void beyondTheHighestThresholdNothingIsKnownAndBelowTheLowestEverybodyIsFound() {
        assertThat(QUALITY.at(0.999)).isEmpty();
        assertThat(QUALITY.at(0).orElseThrow().recall()).isEqualTo(1);
        assertThat(QUALITY.at(0).orElseThrow().precision()).isCloseTo(0.368, within(0.005));
    }

    /** The card's ROC curve, which knows the share of wrong alarms, has to give the same. */
    @Test
    void belowAThresholdItIsWhatTheOtherCurveOfTheCardSays() {
        ThresholdQuality below = ThresholdQuality.of(CHURN, false).orElseThrow();
        double positives = QUALITY.at(0).orElseThrow().precision();
        for (List<Double> point : curve("roc")) {
            double wrongly = point.get(0);
            double found = point.get(1);
            if (found > 0 && found < 0.999) {
                ThresholdQuality.Measured at = below.at(point.get(2)).orElseThrow();
                double rightlyBelow = (1 - wrongly) * (1 - positives);
                assertThat(at.recall()).isCloseTo(1 - wrongly, within(2e-3));
                assertThat(at.precision())
                        .isCloseTo(rightlyBelow / (rightlyBelow + (1 - found) * positives), within(2e-3));
            }
        }
    }

    @Test
    void anAmountHasNoPrecision() {
        assertThat(ThresholdQuality.of(card("clv"), true)).isEmpty();
    }

    @Test
    void itSaysOnWhomItWasMeasured() {
        assertThat(QUALITY.text())
                .contains("Churn risk version 1", "20,855 customers", "2026-06-30", "no purchase in the 12 months");
    }

    private static List<List<Double>> curve(String name) {
        return CHURN.evidence().curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static ModelCard card(String score) {
        Path file = Path.of(System.getProperty("cip.root"), "pmml", score, "1", "card.json");
        try {
            return ModelCard.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
