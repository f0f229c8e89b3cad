package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Contest;
import cip.core.monitor.Verdict;
import cip.server.models.DriftDemonstration.Moved;
import cip.server.models.DriftDemonstration.Round;
import cip.server.strategies.PublishedStrategy;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cycle of {@code ./run drift-demo} in small, with a trainer that takes no time. */
class DriftDemonstrationTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));
    private static final ModelRecipe CHURN = new ModelRecipe(
            new ScoreOutput("churn_risk", ScoreOutput.Kind.PROBABILITY, ""),
            "Churn risk",
            "",
            "means",
            ModelRecipe.Target.CHURN,
            List.of("region", "annual_income"),
            Settings.none());

    private static Map<DriftScenario, Round> rounds = Map.of();

    @BeforeAll
    static void run() throws IOException {
        List<Round> all = demonstration().run(4_000, 3, round -> {});
        rounds = List.of(DriftScenario.values()).stream()
                .collect(Collectors.toMap(Function.identity(), scenario -> all.get(scenario.ordinal())));
    }

    @Test
    void otherCustomersOfTheSamePopulationAreNoDriftAndGiveNoVictory() {
        Round round = round(DriftScenario.NOTHING);

        assertThat(round.verdict()).isEqualTo(Verdict.STABLE);
        assertThat(round.contest().outcome()).isEqualTo(Contest.Outcome.LOST);
    }

    @Test
    void incomesThatGrowAreADriftAndTheChallengerThatKnowsWhatFollowedWins() {
        Round round = round(DriftScenario.SHIFT);

        assertThat(verdict(round, "annual_income")).isEqualTo(Verdict.DRIFT);
        assertThat(verdict(round, "region")).isEqualTo(Verdict.STABLE);
        assertThat(round.contest().outcome()).isEqualTo(Contest.Outcome.WON);
        assertThat(round.contest().bias()).isBetween(-0.1, 0.1);
    }

    @Test
    void aRegionNobodyHasSeenIsADriftAndTheChallengerThatKnowsItWins() {
        Round round = round(DriftScenario.NEW_REGION);

        assertThat(verdict(round, "region")).isEqualTo(Verdict.DRIFT);
        assertThat(verdict(round, "annual_income")).isEqualTo(Verdict.STABLE);
        assertThat(round.contest().outcome()).isEqualTo(Contest.Outcome.WON);
    }

    @Test
    void noiseInWhatTheModelHardlyUsesMovesTheInputAndNotTheScore() {
        Round round = round(DriftScenario.NOISE);

        assertThat(verdict(round, "annual_income")).isNotEqualTo(Verdict.STABLE);
        assertThat(verdict(round, "churn_risk")).isEqualTo(Verdict.STABLE);
        assertThat(round.contest().outcome()).isEqualTo(Contest.Outcome.LOST);
    }

    @Test
    void theSameSeedGivesTheSameRounds() throws IOException {
        assertThat(demonstration().run(600, 4, round -> {}))
                .isEqualTo(demonstration().run(600, 4, round -> {}));
    }

    private static DriftDemonstration demonstration() throws IOException {
        FittedFeatures features = new FittedFeatures(
                FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json"))),
                FeatureReference.parse(Files.readString(ROOT.resolve("rules/feature-reference.json"))),
                PublishedStrategy.schema());
        return new DriftDemonstration(name -> new RegionMeans(), features, List.of(CHURN));
    }

    private static Round round(DriftScenario scenario) {
        return Optional.ofNullable(rounds.get(scenario)).orElseThrow();
    }

    private static Verdict verdict(Round round, String name) {
        return round.moved().stream()
                .filter(moved -> moved.name().equals(name))
                .map(Moved::drift)
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
