package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.score.kernel.Constant;
import cip.core.score.kernel.Program;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.ScoreOutput.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledScoringTest {
    private static final ScoreOutput AMOUNT = new ScoreOutput("amount", Kind.AMOUNT, "");

    @ParameterizedTest
    @CsvSource({"clv, AMOUNT", "churn_risk, PROBABILITY", "cluster, CLUSTER"})
    void theShippedModelsAreCompiled(String name, Kind kind) {
        Path file = Path.of(System.getProperty("cip.root"), "pmml", name, "1", "model.pmml");
        PmmlModel model = PmmlModel.read(SharedData.bytes(file));
        PmmlScorer scorer = PmmlScorer.of(model, new ScoreOutput(name, kind, ""));
        assertThat(scorer.notCompiledBecause()).isEmpty();
        assertThat(scorer.engine()).isEqualTo(ScoringEngine.COMPILED);
        assertSame(scorer, ProofRows.of(model));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomEnsemblesScoreAsTheEvaluatorDoes(long first) {
        int compiled = 0;
        for (long seed = first * 1_000; seed < first * 1_000 + 40; seed++) {
            PmmlModel model = PmmlModel.read(RandomModel.ensemble(seed));
            PmmlScorer scorer = PmmlScorer.of(model, AMOUNT);
            assertThat(scorer.notCompiledBecause().filter(reason -> reason.contains("instead of")))
                    .as("seed %d", seed)
                    .isEmpty();
            compiled += scorer.engine() == ScoringEngine.COMPILED ? 1 : 0;
            assertSame(scorer, ProofRows.of(model));
        }
        assertThat(compiled).as("compiled of 40").isGreaterThan(30);
    }

    /** Scores and problems, to the bit. */
    private static void assertSame(PmmlScorer scorer, FeatureMatrix rows) {
        ScoreResult expected =
                PmmlScorer.byEvaluator(scorer.model(), scorer.output()).scoreWithProblems(rows);
        ScoreResult actual = scorer.scoreWithProblems(rows);
        assertThat(actual.scores()).containsExactly(expected.scores());
        assertThat(actual.problems()).isEqualTo(expected.problems());
    }

    @Test
    void aProgramThatScoresOtherwiseIsRefused() {
        PmmlScorer reference = PmmlScorer.byEvaluator(PmmlModel.read(Pmml.regression()), AMOUNT);
        Program alwaysThree = new Program(1, 0, List.of(new Constant(0, 3)), 0, Optional.empty());
        assertThat(ScoreProof.objection(reference, alwaysThree, ProofRows.of(reference.model())))
                .hasValueSatisfying(reason ->
                        assertThat(reason).startsWith("it gives 3.0 instead of").contains("x = ", "group = "));
    }

    @Test
    void aProgramThatScoresNothingIsRefused() {
        PmmlScorer reference = PmmlScorer.byEvaluator(PmmlModel.read(Pmml.regression()), AMOUNT);
        Program nothing = new Program(1, 0, List.of(new Constant(0, Double.NaN)), 0, Optional.empty());
        assertThat(ScoreProof.objection(reference, nothing, ProofRows.of(reference.model())))
                .isPresent();
    }

    @Test
    void oneUnitInTheLastPlaceIsAgreementAndTwoAreNot() {
        assertThat(Agreement.between(100.0, Math.nextUp(100.0))).isTrue();
        assertThat(Agreement.between(100.0, Math.nextUp(Math.nextUp(100.0)))).isFalse();
        assertThat(Agreement.between(100.0, Double.NaN)).isFalse();
        assertThat(Agreement.between(0, 0)).isTrue();
    }

    @Test
    void whyAModelIsNotCompiledIsSaid() {
        byte[] pmml = Pmml.derived(Pmml.field("z", Pmml.apply("floor", Pmml.ref("x"))));
        PmmlScorer scorer = PmmlScorer.of(PmmlModel.read(pmml), AMOUNT);
        assertThat(scorer.engine()).isEqualTo(ScoringEngine.EVALUATOR);
        assertThat(scorer.notCompiledBecause()).hasValue("it has the function floor of one number");
    }

    @Test
    void aTextThatAFunctionLooksIntoIsLeftToTheEvaluator() {
        byte[] pmml = Pmml.document(
                "<TransformationDictionary>"
                        + Pmml.text("upper", Pmml.apply("uppercase", Pmml.ref("free")))
                        + "</TransformationDictionary>",
                """
                <RegressionModel functionName="regression">
                  <MiningSchema>
                    <MiningField name="y" usageType="target"/><MiningField name="x"/><MiningField name="free"/>
                  </MiningSchema>
                  <RegressionTable intercept="1">
                    <NumericPredictor name="x" coefficient="1"/>
                    <CategoricalPredictor name="upper" value="A" coefficient="10"/>
                  </RegressionTable>
                </RegressionModel>
                """);
        PmmlScorer scorer = PmmlScorer.of(PmmlModel.read(pmml), AMOUNT);
        FeatureMatrix rows = new FeatureMatrix(
                3,
                List.of(
                        new NumberColumn("x", new double[] {1, 1, 1}),
                        new TextColumn("free", new @Nullable String[] {"A", "a", "other"})));
        assertThat(scorer.score(rows)).containsExactly(12, 12, 2);
    }

    @Test
    void manyBlocksGiveWhatSingleRowsGive() {
        PmmlModel model = PmmlModel.read(RandomModel.ensemble(17));
        PmmlScorer scorer = PmmlScorer.of(model, AMOUNT);
        FeatureMatrix rows = ProofRows.of(model);
        double[] batch = scorer.score(rows);
        for (int row : IntStream.iterate(0, i -> i < rows.rows(), i -> i + 37).toArray()) {
            assertThat(scorer.score(take(rows, row))).containsExactly(batch[row]);
        }
    }

    private static FeatureMatrix take(FeatureMatrix rows, int row) {
        return new FeatureMatrix(
                1,
                rows.columns().stream()
                        .<FeatureColumn>map(column -> column instanceof NumberColumn number
                                ? new NumberColumn(column.name(), new double[] {number.values()[row]})
                                : new TextColumn(
                                        column.name(), new @Nullable String[] {((TextColumn) column).values()[row]}))
                        .toList());
    }
}
