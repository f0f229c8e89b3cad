package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.score.Attribution.Scale;
import cip.core.score.Attribution.Share;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearAttributionTest {
    /** Income 30,000 in the mean; North is 3 of 10, West 5 of 10, one of ten has no region. */
    private static final String STATISTICS =
            """
            <ModelStats>
            <UnivariateStats field="income"><NumericInfo mean="30000"/></UnivariateStats>
            <UnivariateStats field="ln_age"><NumericInfo mean="3.5"/></UnivariateStats>
            <UnivariateStats field="region"><Counts totalFreq="10" missingFreq="1"/><DiscrStats>
            <Array n="3" type="string">"North" "West" "East"</Array><Array n="3" type="int">3 5 1</Array>
            </DiscrStats></UnivariateStats></ModelStats>
            """;

    private static final FeatureMatrix ROWS = new FeatureMatrix(
            1,
            List.of(
                    new NumberColumn("income", new double[] {42_000}),
                    new NumberColumn("age", new double[] {Math.E * Math.E * Math.E}),
                    new TextColumn("region", new String[] {"West"})));

    @Test
    void everyInputOfASumAddsItsWeightTimesItsDistanceFromTheMean() {
        Attribution attribution = regression(STATISTICS).attribution(ROWS, 0).orElseThrow();

        assertThat(attribution.scale()).isEqualTo(Scale.UNIT);
        assertThat(attribution.baseline()).isCloseTo(5 + 0.01 * 30_000 - 20 * 3.5 + 0.3 * 8 + 0.5 * -4, within(1e-9));
        assertThat(attribution.shares())
                .usingRecursiveFieldByFieldElementComparator(
                        org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(LinearAttributionTest::almost, Double.class)
                                .build())
                .containsExactly(
                        new Share("income", 0.01 * 12_000),
                        new Share("age", -20 * (3 - 3.5)),
                        new Share("region", -4 - (0.3 * 8 + 0.5 * -4)));
        assertThat(attribution.sum()).isCloseTo(regression(STATISTICS).score(ROWS)[0], within(1e-9));
    }

    @Test
    void whatALogisticRegressionSumsUpIsOnTheScaleOfLogOdds() {
        PmmlScorer scorer = logistic();
        Attribution attribution = scorer.attribution(ROWS, 0).orElseThrow();

        assertThat(attribution.scale()).isEqualTo(Scale.LOG_ODDS);
        assertThat(attribution.shares()).containsExactly(new Share("income", 0.0001 * 12_000));
        assertThat(Scale.LOG_ODDS.score(attribution.sum())).isCloseTo(scorer.score(ROWS)[0], within(1e-9));
    }

    @Test
    void withoutStatisticsNothingIsMadeUp() {
        assertThat(regression("").attribution(ROWS, 0)).isEmpty();
        assertThat(regression(STATISTICS.replace("ln_age", "age")).attribution(ROWS, 0))
                .isEmpty();
    }

    private static int almost(double one, double other) {
        return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
    }

    private static PmmlScorer regression(String statistics) {
        return scorer(
                ScoreOutput.Kind.AMOUNT,
                """
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="y" usageType="target"/>
                <MiningField name="income"/><MiningField name="age"/><MiningField name="region"/></MiningSchema>%s
                <LocalTransformations><DerivedField name="ln_age" optype="continuous" dataType="double">
                <Apply function="ln"><FieldRef field="age"/></Apply></DerivedField></LocalTransformations>
                <RegressionTable intercept="5"><NumericPredictor name="income" coefficient="0.01"/>
                <NumericPredictor name="ln_age" coefficient="-20"/>
                <CategoricalPredictor name="region" value="North" coefficient="8"/>
                <CategoricalPredictor name="region" value="West" coefficient="-4"/></RegressionTable></RegressionModel>
                """
                        .formatted(statistics));
    }

    private static PmmlScorer logistic() {
        return scorer(
                ScoreOutput.Kind.PROBABILITY,
                """
                <RegressionModel functionName="classification" normalizationMethod="logit"><MiningSchema>
                <MiningField name="left" usageType="target"/><MiningField name="income"/></MiningSchema>
                <ModelStats><UnivariateStats field="income"><NumericInfo mean="30000"/></UnivariateStats></ModelStats>
                <RegressionTable intercept="-4" targetCategory="1"><NumericPredictor name="income" coefficient="0.0001"/>
                </RegressionTable><RegressionTable intercept="0" targetCategory="0"/></RegressionModel>
                """);
    }

    private static PmmlScorer scorer(ScoreOutput.Kind kind, String model) {
        String pmml =
                """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
                <DataField name="y" optype="continuous" dataType="double"/>
                <DataField name="left" optype="categorical" dataType="string"><Value value="1"/><Value value="0"/></DataField>
                <DataField name="income" optype="continuous" dataType="double"/>
                <DataField name="age" optype="continuous" dataType="double"/>
                <DataField name="region" optype="categorical" dataType="string"><Value value="North"/><Value value="West"/>
                <Value value="East"/></DataField></DataDictionary>%s</PMML>
                """
                        .formatted(model);
        return PmmlScorer.of(PmmlModel.read(pmml.getBytes(StandardCharsets.UTF_8)), new ScoreOutput("score", kind, ""));
    }
}
