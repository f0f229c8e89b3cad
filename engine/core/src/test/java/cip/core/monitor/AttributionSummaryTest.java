package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.monitor.AttributionSummary.InputEffect;
import cip.core.monitor.DependencePart.Kind;
import cip.core.score.Attribution.Scale;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against the definition of the Shapley value worked out here for a tree of two inputs, and against sums done by hand. */
class AttributionSummaryTest {
    private static final int ROWS = 400;
    private static final String SPLIT = "<SimplePredicate field=\"%s\" operator=\"%s\" value=\"%s\"/>";

    /** Of 100 training rows 60 are below 10; of these 15 are in the North (8), 45 not (2); the others get 5. */
    private static final PmmlScorer TREE = scorer(
            """
            <DataDictionary><DataField name="age" optype="continuous" dataType="double"/>
            <DataField name="region" optype="categorical" dataType="string"><Value value="North"/><Value value="South"/><Value value="West"/></DataField>
            <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
            <TreeModel functionName="regression" splitCharacteristic="binarySplit" missingValueStrategy="defaultChild">
            <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="age"/><MiningField name="region"/></MiningSchema>
            <Node id="0" recordCount="100" defaultChild="2"><True/>
            <Node id="1" recordCount="60" defaultChild="4">%s
            <Node id="3" recordCount="15" score="8">%s</Node><Node id="4" recordCount="45" score="2">%s</Node></Node>
            <Node id="2" recordCount="40" score="5">%s</Node></Node></TreeModel>
            """
                    .formatted(
                            SPLIT.formatted("age", "lessThan", "10"),
                            SPLIT.formatted("region", "equal", "North"),
                            SPLIT.formatted("region", "notEqual", "North"),
                            SPLIT.formatted("age", "greaterOrEqual", "10")),
            ScoreOutput.Kind.AMOUNT);

    private final double[] age = new double[ROWS];
    private final @Nullable String[] region = new String[ROWS];

    AttributionSummaryTest() {
        Random random = new Random(4);
        for (int row = 0; row < ROWS; row++) {
            age[row] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(1600) / 100.0;
            region[row] = random.nextInt(10) == 0
                    ? null
                    : List.of("North", "South", "West").get(random.nextInt(3));
        }
    }

    @Test
    void meanSizesOfATreeAreThoseOfTheDefinition() {
        AttributionSummary summary = summary(ROWS);

        assertThat(summary.scale()).isEqualTo(Scale.UNIT);
        assertThat(summary.baseline()).isCloseTo(0.15 * 8 + 0.45 * 2 + 0.4 * 5, within(1e-12));
        assertThat(summary.rows()).isEqualTo(ROWS);
        assertThat(summary.explained()).isEqualTo(ROWS);
        assertThat(effect(summary, "age").meanSize()).isCloseTo(mean(row -> Math.abs(ofAge(row))), within(1e-9));
        assertThat(effect(summary, "region").meanSize()).isCloseTo(mean(row -> Math.abs(ofRegion(row))), within(1e-9));
        assertThat(summary.inputs().get(0).meanSize())
                .isGreaterThan(summary.inputs().get(1).meanSize());
        assertThat(summary.inputs())
                .allSatisfy(input -> assertThat(input.halfWidth()).isZero());
    }

    @Test
    void aTextDependsByCategoryTheMostFrequentFirstAndMissingLast() {
        List<DependencePart> parts = effect(summary(ROWS), "region").parts();

        assertThat(parts).hasSize(4);
        assertThat(parts.get(3).kind()).isEqualTo(Kind.MISSING);
        assertThat(parts.subList(0, 3)).isSortedAccordingTo((a, b) -> b.rows() - a.rows());
        assertThat(parts).allSatisfy(part -> {
            double[] shares =
                    rowsWith(part).mapToDouble(this::ofRegion).sorted().toArray();
            assertThat(part.rows()).isEqualTo(shares.length);
            assertThat(part.mean()).isCloseTo(Arrays.stream(shares).average().orElseThrow(), within(1e-9));
            assertThat(part.low()).isBetween(shares[0] - 1e-9, shares[shares.length / 5] + 1e-9);
            assertThat(part.high())
                    .isBetween(shares[shares.length - 1 - shares.length / 5] - 1e-9, shares[shares.length - 1] + 1e-9);
        });
    }

    @Test
    void aNumberDependsByTwentiethsThatHoldEveryCustomerOnce() {
        List<DependencePart> parts = effect(summary(ROWS), "age").parts();

        assertThat(parts).hasSizeBetween(15, 21);
        assertThat(parts.stream().mapToInt(DependencePart::rows).sum()).isEqualTo(ROWS);
        List<DependencePart> ranges =
                parts.stream().filter(part -> part.kind() == Kind.RANGE).toList();
        for (int i = 0; i < ranges.size(); i++) {
            DependencePart range = ranges.get(i);
            assertThat(i == 0 || ranges.get(i - 1).to() < range.from()).isTrue();
            double[] shares = IntStream.range(0, ROWS)
                    .filter(row -> age[row] >= range.from() && age[row] <= range.to())
                    .mapToDouble(this::ofAge)
                    .toArray();
            assertThat(range.rows()).isEqualTo(shares.length).isLessThan(60);
            assertThat(range.mean()).isCloseTo(Arrays.stream(shares).average().orElseThrow(), within(1e-9));
        }
    }

    @Test
    void fewValuesAreShownEachForItself() {
        Arrays.setAll(age, row -> row % 3 == 0 ? 4 : row % 7 == 0 ? 12 : 16);

        assertThat(effect(summary(ROWS), "age").parts())
                .extracting(DependencePart::from)
                .containsExactly(4d, 12d, 16d);
    }

    @Test
    void aValueThatManyHaveMakesOneLargePart() {
        Arrays.setAll(age, row -> row < 300 ? 4 : row / 100.0 + 6);

        List<DependencePart> parts = effect(summary(ROWS), "age").parts();

        assertThat(parts.get(0).rows()).isEqualTo(300);
        assertThat(parts).hasSizeBetween(5, 6);
        assertThat(parts.subList(1, parts.size()))
                .allSatisfy(part -> assertThat(part.rows()).isBetween(15, 25));
    }

    @Test
    void risingSharesHaveACorrelationOfOneAndTextsHaveNone() {
        AttributionSummary linear = AttributionSummary.of(
                        scorer(LINEAR, ScoreOutput.Kind.AMOUNT), customers(), ROWS, 1, () -> true)
                .orElseThrow();

        assertThat(effect(linear, "age").correlation()).isCloseTo(-1, within(1e-9));
        assertThat(effect(linear, "age").meanSize())
                .isCloseTo(mean(row -> Double.isNaN(age[row]) ? 0 : Math.abs(-3 * (age[row] - 7))), within(1e-9));
        assertThat(effect(summary(ROWS), "region").correlation()).isNaN();
        assertThat(effect(summary(ROWS), "age").correlation()).isBetween(-1.0, 1.0);
    }

    @Test
    void theIntervalOfADrawHoldsTheFigureOfAllNineteenTimesInTwenty() {
        double all = effect(summary(ROWS), "region").meanSize();
        int held = 0;
        for (int seed = 0; seed < 400; seed++) {
            AttributionSummary drawn = AttributionSummary.of(TREE, customers(), 100, seed, () -> true)
                    .orElseThrow();
            InputEffect effect = effect(drawn, "region");
            assertThat(drawn.rows()).isEqualTo(100);
            held += Math.abs(effect.meanSize() - all) <= effect.halfWidth() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.91, 0.99);
    }

    @Test
    void equalSeedsDrawTheSameCustomersAndPointsAreTheirs() {
        AttributionSummary once =
                AttributionSummary.of(TREE, customers(), 50, 9, () -> true).orElseThrow();

        assertThat(AttributionSummary.of(TREE, customers(), 50, 9, () -> true)).contains(once);
        assertThat(AttributionSummary.of(TREE, customers(), 50, 10, () -> true)).isNotEqualTo(Optional.of(once));
        assertThat(once.inputs()).allSatisfy(input -> assertThat(input.points()).hasSize(50));
        assertThat(effect(once, "age").points().stream()
                        .mapToDouble(p -> Math.abs(p.amount()))
                        .average()
                        .orElseThrow())
                .isCloseTo(effect(once, "age").meanSize(), within(1e-9));
        assertThat(effect(once, "age").points())
                .allSatisfy(point -> assertThat(Double.isNaN(point.rank()) || point.rank() >= 0 && point.rank() <= 1)
                        .isTrue());
    }

    @Test
    void whenTimeIsUpTheCustomersDrawnSoFarHaveToDo() {
        AttributionSummary stopped =
                AttributionSummary.of(TREE, customers(), ROWS, 9, () -> false).orElseThrow();

        assertThat(stopped)
                .isEqualTo(AttributionSummary.of(TREE, customers(), 100, 9, () -> true)
                        .orElseThrow());
        assertThat(effect(stopped, "age").halfWidth()).isPositive();
    }

    @Test
    void ofAClusteringTheSharesOfEveryClusterAddUpToHowMuchNearerItIs() {
        AttributionSummary summary = AttributionSummary.of(
                        scorer(CLUSTERS, ScoreOutput.Kind.CLUSTER), customers(), ROWS, 1, () -> true)
                .orElseThrow();

        assertThat(summary.scale()).isEqualTo(Scale.DISTANCE);
        assertThat(summary.baselineScore()).isNaN();
        assertThat(summary.inputs()).extracting(InputEffect::input).containsExactly("age");
        assertThat(summary.clusters()).hasSize(2);
        assertThat(summary.clusters().stream().mapToInt(c -> c.rows()).sum()).isEqualTo(summary.explained());
        double first = IntStream.range(0, ROWS)
                .filter(row -> age[row] <= 8)
                .mapToDouble(row -> (age[row] - 12) * (age[row] - 12) - (age[row] - 4) * (age[row] - 4))
                .average()
                .orElseThrow();
        assertThat(summary.clusters().get(0).meanShares().get(0)).isCloseTo(first, within(1e-9));
    }

    /** ½ (v(1) − v(∅)) + ½ (v(1,2) − v(2)) of the two inputs of the tree. */
    private double ofAge(int row) {
        double known = inside(row, 0.25 * 8 + 0.75 * 2, 5);
        double regionAlone = 0.6 * (isNorth(row) ? 8 : 2) + 0.4 * 5;
        return (known - 4.1) / 2 + (score(row) - regionAlone) / 2;
    }

    private double ofRegion(int row) {
        double ageAlone = inside(row, 0.25 * 8 + 0.75 * 2, 5);
        double known = 0.6 * (isNorth(row) ? 8 : 2) + 0.4 * 5;
        return (known - 4.1) / 2 + (score(row) - ageAlone) / 2;
    }

    private double score(int row) {
        return inside(row, isNorth(row) ? 8 : 2, 5);
    }

    private double inside(int row, double young, double old) {
        return age[row] < 10 ? young : old;
    }

    private boolean isNorth(int row) {
        return "North".equals(region[row]);
    }

    private IntStream rowsWith(DependencePart part) {
        return IntStream.range(0, ROWS)
                .filter(row -> part.kind() == Kind.MISSING
                        ? region[row] == null
                        : part.category().equals(region[row]));
    }

    private double mean(ToDoubleFunction<Integer> of) {
        return IntStream.range(0, ROWS).mapToDouble(of::applyAsDouble).average().orElseThrow();
    }

    private AttributionSummary summary(int most) {
        return AttributionSummary.of(TREE, customers(), most, 1, () -> true).orElseThrow();
    }

    private FeatureMatrix customers() {
        return new FeatureMatrix(
                ROWS,
                List.of(
                        new NumberColumn("age", age),
                        new TextColumn("region", region),
                        new NumberColumn("unasked", age)));
    }

    private static InputEffect effect(AttributionSummary summary, String input) {
        return summary.inputs().stream()
                .filter(effect -> effect.input().equals(input))
                .findFirst()
                .orElseThrow();
    }

    private static PmmlScorer scorer(String model, ScoreOutput.Kind kind) {
        String pmml = "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>" + model + "</PMML>";
        return PmmlScorer.of(PmmlModel.read(pmml.getBytes(StandardCharsets.UTF_8)), new ScoreOutput("score", kind, ""));
    }

    private static final String LINEAR =
            """
            <DataDictionary><DataField name="age" optype="continuous" dataType="double"/>
            <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
            <RegressionModel functionName="regression"><MiningSchema><MiningField name="y" usageType="target"/>
            <MiningField name="age" missingValueReplacement="7"/></MiningSchema>
            <ModelStats><UnivariateStats field="age"><NumericInfo mean="7"/></UnivariateStats></ModelStats>
            <RegressionTable intercept="100"><NumericPredictor name="age" coefficient="-3"/></RegressionTable></RegressionModel>
            """;

    private static final String CLUSTERS =
            """
            <DataDictionary><DataField name="age" optype="continuous" dataType="double"/></DataDictionary>
            <ClusteringModel functionName="clustering" modelClass="centerBased" numberOfClusters="2">
            <MiningSchema><MiningField name="age"/></MiningSchema>
            <ComparisonMeasure kind="distance"><squaredEuclidean/></ComparisonMeasure>
            <ClusteringField field="age" compareFunction="absDiff"/>
            <Cluster id="1"><Array n="1" type="real">4</Array></Cluster>
            <Cluster id="2"><Array n="1" type="real">12</Array></Cluster></ClusteringModel>
            """;
}
