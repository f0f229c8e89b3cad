package cip.plugins.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainerSetting;
import cip.spi.TrainingOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered to be set is what the trainers take. */
class AdjustableTest {
    private static final ScoreOutput AMOUNT = new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR");
    private static final ScoreOutput CHURN = new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, "");
    private static final ScoreOutput CLUSTER = new ScoreOutput("cluster", ScoreOutput.Kind.CLUSTER, "");
    private static final List<String> FEATURES = List.of("age", "region");

    record Offer(Trainer trainer, ScoreOutput output) {
        void check(Map<String, String> settings) {
            trainer.check(new TrainingOptions(output, 1, new Settings(settings)));
        }
    }

    static Stream<Offer> offers() {
        return Stream.of(
                new Offer(new BoostingTrainer(), AMOUNT),
                new Offer(new BoostingTrainer(), CHURN),
                new Offer(new LinearTrainer(Objective.SQUARED), AMOUNT),
                new Offer(new LinearTrainer(Objective.LOGISTIC), CHURN),
                new Offer(new KMeansTrainer(), CLUSTER));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void everySettingIsTakenAsItIsByDefaultAndAtBothEnds(Offer offer) {
        Map<String, String> usual = new HashMap<>();
        for (TrainerSetting setting : offer.trainer().adjustable(offer.output())) {
            usual.put(setting.name(), setting.byDefault());
            assertThat(setting.problem(setting.byDefault(), FEATURES)).isEmpty();
            for (String value : values(setting)) {
                assertThat(setting.problem(value, FEATURES)).as(setting.name()).isEmpty();
                assertThatCode(() -> offer.check(Map.of(setting.name(), value)))
                        .as("%s = %s", setting.name(), value)
                        .doesNotThrowAnyException();
            }
        }
        assertThatCode(() -> offer.check(usual)).doesNotThrowAnyException();
        assertThat(usual).isNotEmpty();
    }

    @Test
    void whatIsOutOfRangeOrNoNumberIsRefusedInWords() {
        assertThat(Adjustable.DEPTH.problem("9", FEATURES)).hasValue("The setting depth is 9, expected 1 to 8.");
        assertThat(Adjustable.DEPTH.problem("2.5", FEATURES))
                .hasValue("The setting depth is 2.5, expected a whole number.");
        assertThat(Adjustable.TREE_L2.problem("NaN", FEATURES)).hasValue("The setting l2 is NaN, expected a number.");
        assertThat(Adjustable.LOGARITHM.problem("age, income", FEATURES))
                .hasValue("The setting logarithm is income, expected names of candidate features.");
        assertThat(Adjustable.LOGARITHM.problem("", FEATURES)).isEmpty();
    }

    @Test
    void settingsThatDoNotGoTogetherAreRefusedBeforeThereAreData() {
        assertThatThrownBy(() ->
                        new Offer(new BoostingTrainer(), CHURN).check(Map.of("tune", "true", "resampling", "smote")))
                .hasMessageContaining("tune and resampling");
        assertThatThrownBy(() ->
                        new Offer(new BoostingTrainer(), CHURN).check(Map.of("increasing", "age", "decreasing", "age")))
                .hasMessageContaining("both in increasing and in decreasing");
        assertThatThrownBy(() -> new Offer(new KMeansTrainer(), CLUSTER)
                        .check(Map.of("fewestClusters", "6", "mostClusters", "4")))
                .hasMessageContaining("mostClusters is 4, expected 6 to 50");
    }

    private static List<String> values(TrainerSetting setting) {
        if (!setting.choices().isEmpty()) {
            return setting.choices();
        }
        return switch (setting.kind()) {
            case WHOLE_NUMBER ->
                List.of(Integer.toString((int) setting.lowest()), Integer.toString((int) setting.highest()));
            case NUMBER ->
                List.of(Double.toString(setting.lowest()), Double.toString(Math.min(setting.highest(), 1000)));
            default -> List.of("age", "age,region");
        };
    }
}
