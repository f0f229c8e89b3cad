package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.core.error.EngineException;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AverageModelTest {
    private static final ScoreOutput AMOUNT = new ScoreOutput("clv", ScoreOutput.Kind.AMOUNT, "EUR");
    private static final ScoreOutput PROBABILITY = new ScoreOutput("clv", ScoreOutput.Kind.PROBABILITY, "");

    private static final FeatureMatrix ROWS = new FeatureMatrix(
            5,
            List.of(
                    new NumberColumn("spent", new double[] {0, 10.1, 33.3, Double.NaN, 250}),
                    new NumberColumn("age", new double[] {20, 31.5, Double.NaN, 60, 44}),
                    new TextColumn("region", new String[] {"North", "South", "Mars", null, "North"})));

    private static final byte[] LINE = regression(
            "double",
            "missingValueReplacement=\"12.5\" missingValueTreatment=\"asMean\"",
            """
            <ModelStats>
              <UnivariateStats field="spent"><NumericInfo mean="12.5"/></UnivariateStats>
              <UnivariateStats field="region"><Counts totalFreq="10" missingFreq="1"/><DiscrStats>
              <Array n="2" type="string">"North" "South"</Array><Array n="2" type="int">4 5</Array></DiscrStats>
              </UnivariateStats></ModelStats>
            <RegressionTable intercept="5"><NumericPredictor name="spent" coefficient="2"/>
              <CategoricalPredictor name="region" value="North" coefficient="7"/>
              <CategoricalPredictor name="region" value="South" coefficient="-1"/></RegressionTable>""");

    /** Reads the same input otherwise: as it is where it is known, and -1 for missing; derives a field of a name that is used twice. */
    private static final byte[] FORMULA = regression(
            "double",
            "missingValueReplacement=\"-1\" missingValueTreatment=\"asValue\"",
            """
            <LocalTransformations><DerivedField name="half" optype="continuous" dataType="double">
              <Apply function="if"><Apply function="greaterThan"><FieldRef field="spent"/><Constant dataType="double">0</Constant>
              </Apply><Apply function="ln"><FieldRef field="spent"/></Apply><Constant dataType="double">3</Constant></Apply>
            </DerivedField></LocalTransformations>
            <RegressionTable intercept="0"><NumericPredictor name="half" coefficient="1"/></RegressionTable>""");

    private static final byte[] TREES = ensemble();

    @Test
    void theFileSaysTheMeanOfItsPartsWhateverEachMakesOfTheSameInput() {
        assertMean(AMOUNT, Map.of("a-line", LINE, "formula", FORMULA));
        assertMean(AMOUNT, Map.of("trees", TREES, "formula", FORMULA));
        byte[] three = assertMean(AMOUNT, Map.of("trees", TREES, "formula", FORMULA, "a-line", LINE));
        assertThat(PmmlModel.read(three).features())
                .extracting(FeatureInput::name)
                .containsExactlyInAnyOrder("spent", "age", "region");
    }

    @Test
    void everyPartIsPutOutBesideTheScore() {
        PmmlModel model = PmmlModel.read(average(AMOUNT, Map.of("a-line", LINE, "formula", FORMULA)));

        Map<String, Object> said = model.outputs(ROWS, 1).values();

        assertThat(number(said, "clv__a_line")).isEqualTo(5 + 2 * 10.1 - 1, within(1e-12));
        assertThat(number(said, "clv__formula")).isEqualTo(Math.log(10.1), within(1e-12));
    }

    @Test
    void whatInputsAddIsTheMeanOfWhatTheyAddToTheParts() {
        PmmlScorer line = PmmlScorer.of(PmmlModel.read(LINE), AMOUNT);
        PmmlScorer trees = PmmlScorer.of(PmmlModel.read(TREES), AMOUNT);
        PmmlScorer average =
                PmmlScorer.of(PmmlModel.read(average(AMOUNT, Map.of("a-line", LINE, "trees", TREES))), AMOUNT);

        for (int row : new int[] {0, 1, 4}) {
            Attribution attribution = average.attribution(ROWS, row).orElseThrow();
            Attribution ofLine = line.attribution(ROWS, row).orElseThrow();
            Attribution ofTrees = trees.attribution(ROWS, row).orElseThrow();
            assertThat(attribution.scale()).isEqualTo(Attribution.Scale.UNIT);
            assertThat(attribution.baseline()).isEqualTo((ofLine.baseline() + ofTrees.baseline()) / 2, within(1e-6));
            for (Attribution.Share share : attribution.shares()) {
                assertThat(share.amount())
                        .as(share.input())
                        .isEqualTo((amount(ofLine, share.input()) + amount(ofTrees, share.input())) / 2, within(1e-6));
            }
            assertThat(attribution.sum()).isEqualTo(average.score(ROWS)[row], within(1e-5));
        }
    }

    @Test
    void anAverageWithAPartThatCannotBeExplainedIsNotExplained() {
        PmmlScorer average =
                PmmlScorer.of(PmmlModel.read(average(AMOUNT, Map.of("a-line", LINE, "formula", FORMULA))), AMOUNT);

        assertThat(average.engine()).isEqualTo(ScoringEngine.COMPILED);
        assertThat(average.canExplain()).isFalse();
    }

    @Test
    void theProbabilityOfAClassificationIsAveragedWithThatOfARegression() {
        byte[] regression = regression(
                "double",
                "missingValueReplacement=\"0\" missingValueTreatment=\"asValue\"",
                "<RegressionTable intercept=\"0.1\"><NumericPredictor name=\"spent\" coefficient=\"0.001\"/></RegressionTable>");

        assertMean(PROBABILITY, Map.of("logistic", classification(), "closed", regression));
        assertMean(PROBABILITY, Map.of("logistic", classification(), "again", classification()));
    }

    @Test
    void anInputThatIsANumberHereAndATextThereIsRefusedByName() {
        byte[] text = new String(TREES, StandardCharsets.UTF_8)
                .replace(
                        "<DataField name=\"age\" optype=\"continuous\" dataType=\"float\"/>",
                        "<DataField name=\"age\" optype=\"categorical\" dataType=\"string\"><Value value=\"x\"/></DataField>")
                .replace(
                        "<MiningField name=\"age\"/>",
                        "<MiningField name=\"age\" invalidValueTreatment=\"asMissing\"/>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] number = new String(FORMULA, StandardCharsets.UTF_8)
                .replace("name=\"spent\"", "name=\"age\"")
                .replace("field=\"spent\"", "field=\"age\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> AverageModel.of(
                        AMOUNT, ordered(Map.of("a", number, "b", text)), ROWS::select, new double[5], 0))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("age", "text", "number", "Maybe");
    }

    @Test
    void aPartThatTreatsAnInputInAWayOfItsOwnIsRefusedNamingIt() {
        byte[] clipped = new String(FORMULA, StandardCharsets.UTF_8)
                .replace(
                        "missingValueReplacement=\"-1\"", "outliers=\"asExtremeValues\" lowValue=\"0\" highValue=\"9\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> AverageModel.of(
                        AMOUNT, ordered(Map.of("a", LINE, "odd", clipped)), ROWS::select, new double[5], 0))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("The model of odd", "spent");
    }

    private static double number(Map<String, Object> said, String name) {
        return Double.parseDouble(String.valueOf(said.get(name)));
    }

    private static byte[] assertMean(ScoreOutput output, Map<String, byte[]> parts) {
        double[] mean = mean(output, parts);
        byte[] file = average(output, parts);
        PmmlModel model = PmmlModel.read(file);
        PmmlScorer compiled = PmmlScorer.of(model, output);
        assertThat(compiled.notCompiledBecause()).isEmpty();
        assertThat(PmmlScorer.byEvaluator(model, output).score(ROWS)).containsExactly(mean, within(1e-12));
        assertThat(compiled.score(ROWS)).containsExactly(mean, within(1e-12));
        assertThat(average(output, parts)).as("again").isEqualTo(file);
        return file;
    }

    private static byte[] average(ScoreOutput output, Map<String, byte[]> parts) {
        return AverageModel.of(output, ordered(parts), ROWS::select, mean(output, parts), 1e-9);
    }

    private static double[] mean(ScoreOutput output, Map<String, byte[]> parts) {
        double[] mean = new double[ROWS.rows()];
        ordered(parts).values().forEach(part -> {
            double[] scores =
                    PmmlScorer.byEvaluator(PmmlModel.read(part), output).score(ROWS);
            for (int row = 0; row < mean.length; row++) {
                mean[row] += scores[row] / parts.size();
            }
        });
        return mean;
    }

    private static Map<String, byte[]> ordered(Map<String, byte[]> parts) {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        parts.keySet().stream().sorted().forEach(name -> ordered.put(name, parts.get(name)));
        return ordered;
    }

    private static double amount(Attribution of, String input) {
        return of.shares().stream()
                .filter(share -> share.input().equals(input))
                .mapToDouble(Attribution.Share::amount)
                .sum();
    }

    private static byte[] regression(String dataType, String treatment, String body) {
        boolean readsRegion = body.contains("region");
        return file(
                """
                <DataField name="spent" optype="continuous" dataType="%s"/>%s<DataField name="observed_clv" optype="continuous" dataType="double"/>"""
                        .formatted(dataType, readsRegion ? REGION : ""),
                """
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="observed_clv" usageType="target"/>
                  <MiningField name="spent" %s/>%s</MiningSchema>
                  <Output><OutputField name="clv" optype="continuous" dataType="double" feature="predictedValue"/></Output>
                  %s</RegressionModel>"""
                        .formatted(
                                treatment,
                                readsRegion ? "<MiningField name=\"region\" invalidValueTreatment=\"asMissing\"/>" : "",
                                body));
    }

    private static final String REGION =
            "<DataField name=\"region\" optype=\"categorical\" dataType=\"string\"><Value value=\"North\"/>"
                    + "<Value value=\"South\"/></DataField>";

    private static byte[] classification() {
        return file(
                """
                <DataField name="spent" optype="continuous" dataType="float"/>
                <DataField name="observed_clv" optype="categorical" dataType="string"><Value value="0"/><Value value="1"/></DataField>""",
                """
                <RegressionModel functionName="classification" normalizationMethod="logit"><MiningSchema>
                  <MiningField name="observed_clv" usageType="target"/>
                  <MiningField name="spent" missingValueReplacement="4" missingValueTreatment="asMean"/></MiningSchema>
                  <Output><OutputField name="clv" optype="continuous" dataType="double" feature="probability" value="1"/></Output>
                  <RegressionTable intercept="-1" targetCategory="1"><NumericPredictor name="spent" coefficient="0.03"/>
                  </RegressionTable><RegressionTable intercept="0" targetCategory="0"/></RegressionModel>""");
    }

    private static byte[] ensemble() {
        return file(
                """
                <DataField name="spent" optype="continuous" dataType="float"/><DataField name="age" optype="continuous" dataType="float"/>
                %s<DataField name="observed_clv" optype="continuous" dataType="double"/>"""
                        .formatted(REGION)
                        .stripIndent(),
                """
                <MiningModel x-mathContext="float" functionName="regression"><MiningSchema>
                  <MiningField name="observed_clv" usageType="target"/><MiningField name="spent"/><MiningField name="age"/>
                  <MiningField name="region" invalidValueTreatment="asMissing"/></MiningSchema>
                  <Output><OutputField name="clv" optype="continuous" dataType="double" feature="predictedValue"/></Output>
                  <Segmentation multipleModelMethod="sum">%s%s%s</Segmentation></MiningModel>"""
                        .formatted(
                                stump("spent", "lessThan", "10.1", "greaterOrEqual"),
                                stump("age", "lessThan", "40", "greaterOrEqual"),
                                stump("region", "notEqual", "North", "equal")));
    }

    private static String stump(String field, String no, String value, String yes) {
        return """
                <Segment><True/><TreeModel functionName="regression" x-mathContext="float" missingValueStrategy="defaultChild"
                    splitCharacteristic="binarySplit"><MiningSchema><MiningField name="%1$s"/></MiningSchema>
                  <Node id="0" defaultChild="2" recordCount="10"><True/>
                    <Node id="1" score="1.5" recordCount="4"><SimplePredicate field="%1$s" operator="%2$s" value="%3$s"/></Node>
                    <Node id="2" score="4.25" recordCount="6"><SimplePredicate field="%1$s" operator="%4$s" value="%3$s"/></Node>
                  </Node></TreeModel></Segment>"""
                .formatted(field, no, value, yes);
    }

    private static byte[] file(String fields, String model) {
        return ("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>" + fields
                        + "</DataDictionary>" + model + "</PMML>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
