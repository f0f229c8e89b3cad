package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.core.error.EngineException;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PmmlScorerTest {
    private static final double MISSING = Double.NaN;
    private static final ScoreOutput CLV = new ScoreOutput("clv", Kind.AMOUNT, "EUR per 12 months");
    private static final ScoreOutput CHURN = new ScoreOutput("churn_risk", Kind.PROBABILITY, "");
    private static final ScoreOutput CLUSTER = new ScoreOutput("cluster", Kind.CLUSTER, "");

    private static PmmlScorer scorer(byte[] pmml, ScoreOutput output) {
        return PmmlScorer.of(PmmlModel.read(pmml), output);
    }

    private static FeatureMatrix rows(double[] x, @Nullable String... group) {
        return new FeatureMatrix(x.length, List.of(new NumberColumn("x", x), new TextColumn("group", group)));
    }

    private static FeatureMatrix rows(double... x) {
        return new FeatureMatrix(x.length, List.of(new NumberColumn("x", x)));
    }

    private static String onlyProblem(ScoreResult result) {
        assertThat(result.problems()).hasSize(1);
        assertThat(result.scores()[result.problems().get(0).row()]).isNaN();
        return result.problems().get(0).text();
    }

    @Test
    void anAmountIsThePredictedNumber() {
        assertThat(scorer(Pmml.regression(), CLV).score(rows(new double[] {1, 2}, "a", "b")))
                .containsExactly(3, 15);
    }

    @Test
    void anOutputFieldNamedLikeTheScoreComesFirst() {
        byte[] pmml = Pmml.regression(
                """
                <Output>
                  <OutputField name="plain" feature="predictedValue" optype="continuous" dataType="double"/>
                  <OutputField name="clv" feature="transformedValue" optype="continuous" dataType="double">
                    <Apply function="*"><FieldRef field="plain"/><Constant>100</Constant></Apply>
                  </OutputField>
                </Output>
                """);
        assertThat(scorer(pmml, CLV).score(rows(new double[] {1}, "a"))).containsExactly(300);
    }

    @Test
    void aProbabilityIsThatOfTheClassYesEvenWithoutOutputFields() {
        double[] scores = scorer(Pmml.classification(""), CHURN).score(rows(0, 2));
        assertThat(scores[0]).isEqualTo(0.5);
        assertThat(scores[1]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    }

    @Test
    void aProbabilityIsThatOfTheOutputFieldOfTheClassYes() {
        byte[] pmml = Pmml.classification(
                """
                <Output>
                  <OutputField name="p_no" feature="probability" value="no" optype="continuous" dataType="double"/>
                  <OutputField name="p_yes" feature="probability" value="Yes" optype="continuous" dataType="double"/>
                </Output>
                """);
        assertThat(scorer(pmml, CHURN).score(rows(2))[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    }

    @Test
    void aClusterIsItsPositionInTheFile() {
        assertThat(scorer(Pmml.clustering(), CLUSTER).score(rows(1, 9, -5))).containsExactly(1, 2, 1);
        assertThat(PmmlModel.read(Pmml.clustering()).clusterCount()).hasValue(2);
    }

    @Test
    void aModelThatLeavesAChoiceIsRefusedNamingWhatItHas() {
        assertThatThrownBy(() -> scorer(Pmml.clustering(), CLV))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("the amount clv")
                .hasMessageContaining("an output field named clv");
        assertThatThrownBy(() -> scorer(Pmml.regression(), CLUSTER)).isInstanceOf(EngineException.class);
    }

    @Test
    void aMissingInputGivesNoScoreAndIsNamed() {
        ScoreResult result =
                scorer(Pmml.regression(), CLV).scoreWithProblems(rows(new double[] {1, MISSING, 3}, "a", "a", "a"));
        assertThat(result.scores()[0]).isEqualTo(3);
        assertThat(onlyProblem(result)).isEqualTo("The model gives no score: x is missing.");
        assertThat(result.scores()[2]).isEqualTo(7);
    }

    @Test
    void anUnknownCategoryGivesNoScoreAndIsNamed() {
        ScoreResult result = scorer(Pmml.regression(), CLV).scoreWithProblems(rows(new double[] {1, 1}, "Mars", "a"));
        assertThat(onlyProblem(result))
                .isEqualTo("group is Mars, which is not among the 3 values that the model knows.");
    }

    @Test
    void aValueOutsideTheRangeGivesNoScoreAndIsNamed() {
        ScoreResult result = scorer(Pmml.regression(), CLV).scoreWithProblems(rows(new double[] {2_000_000}, "a"));
        assertThat(onlyProblem(result))
                .isEqualTo("x is 2000000.0, which is outside the range of the model, -1000000.0 to 1000000.0.");
    }

    @Test
    void aResultThatIsNotFiniteGivesNoScore() {
        byte[] pmml = Pmml.derived(Pmml.field("z", Pmml.apply("exp", Pmml.ref("x"))));
        ScoreResult result = scorer(pmml, CLV).scoreWithProblems(rows(0, 100_000));
        assertThat(onlyProblem(result)).isEqualTo("The model gives Infinity, which is not finite.");
    }

    @Test
    void anAmountIsNoProbability() {
        byte[] pmml = Pmml.derived(Pmml.field("z", Pmml.ref("x")));
        ScoreResult result = scorer(pmml, CHURN).scoreWithProblems(rows(0.25, 25));
        assertThat(result.scores()[0]).isEqualTo(0.25);
        assertThat(onlyProblem(result)).isEqualTo("The model gives 25.0, which is not a probability.");
    }

    @Test
    void aFailingFunctionSpoilsOnlyItsRow() {
        byte[] pmml = Pmml.derived(Pmml.field("z", Pmml.apply("/", Pmml.constant(1), Pmml.ref("x"))));
        ScoreResult result = scorer(pmml, CLV).scoreWithProblems(rows(0, 2));
        assertThat(result.scores()[1]).isEqualTo(0.5);
        assertThat(onlyProblem(result)).contains("model");
    }

    @Test
    void negativeZeroBecomesZero() {
        byte[] pmml = Pmml.derived(Pmml.field("z", Pmml.apply("*", Pmml.constant(-1), Pmml.ref("x"))));
        double score = scorer(pmml, CLV).score(rows(0))[0];
        assertThat(1 / score).isPositive();
    }

    @Test
    void aNumberCanStandForACategory() {
        FeatureMatrix rows = new FeatureMatrix(
                1, List.of(new NumberColumn("x", new double[] {1}), new NumberColumn("group", new double[] {4})));
        assertThat(onlyProblem(scorer(Pmml.regression(), CLV).scoreWithProblems(rows)))
                .startsWith("group is 4,");
    }

    @Test
    void aMatrixWithoutAnInputIsRefused() {
        assertThatThrownBy(() -> scorer(Pmml.regression(), CLV).score(rows(1)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("reads the feature group");
    }

    @Test
    void anEmptyBatchGivesNoScores() {
        assertThat(scorer(Pmml.regression(), CLV).score(rows(new double[0], new String[0])))
                .isEmpty();
    }

    @Test
    void inputsSayWhatTheModelAllows() {
        PmmlModel model = PmmlModel.read(Pmml.regression());
        assertThat(model.inputs())
                .containsExactly(
                        new ModelInput(
                                new FeatureInput("x", FeatureInput.Type.NUMBER),
                                List.of(),
                                -1_000_000,
                                1_000_000,
                                false),
                        new ModelInput(
                                new FeatureInput("group", FeatureInput.Type.TEXT),
                                List.of("a", "b", "c"),
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                false));
        assertThat(model.targets()).containsExactly("y");
        assertThat(model.outputs()).isEmpty();
        assertThat(model.description()).isEqualTo("A test");
        assertThat(model.kind()).isEqualTo("Regression (regression)");
        assertThat(model.version()).isEqualTo("4.4");
        assertThat(model.hash())
                .hasSize(64)
                .isEqualTo(PmmlModel.read(Pmml.regression()).hash());
    }

    @Test
    void aScoreSetKeepsOrderAndCollectsProblems() {
        ScoreSet scores = new ScoreSet(List.of(
                new ScoreSet.Entry(scorer(Pmml.regression(), CLV), "Customer lifetime value"),
                new ScoreSet.Entry(scorer(Pmml.clustering(), CLUSTER), "Cluster")));
        ScoreSet.Scored scored = scores.scoreWithProblems(rows(new double[] {1, 9}, "a", "Mars"));
        assertThat(scored.scores().names()).containsExactly("clv", "cluster");
        FeatureColumn clusters = scored.scores().column("cluster");
        assertThat(((NumberColumn) clusters).values()).containsExactly(1, 2);
        assertThat(scored.problems()).extracting(ScoreProblem::score).containsExactly("clv");
        assertThat(scored.problems()).extracting(ScoreProblem::row).containsExactly(1);
        assertThat(scores.hashes())
                .containsEntry("clv", PmmlModel.read(Pmml.regression()).hash())
                .containsOnlyKeys("clv", "cluster");
        assertThat(scores.inputs()).containsExactly("x", "group");
    }
}
