package cip.core.score;

import java.nio.charset.StandardCharsets;

/** Small PMML documents for tests. */
final class Pmml {
    private Pmml() {}

    /** A document around a model; the fields are x (number), group (a, b or c), and the predicted y. */
    static byte[] document(String transformations, String model) {
        return ("""
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header description="A test"/>
                  <DataDictionary>
                    <DataField name="x" optype="continuous" dataType="double">
                      <Interval closure="closedClosed" leftMargin="-1000000" rightMargin="1000000"/>
                    </DataField>
                    <DataField name="group" optype="categorical" dataType="string">
                      <Value value="a"/><Value value="b"/><Value value="c"/>
                    </DataField>
                    <DataField name="free" optype="categorical" dataType="string"/>
                    <DataField name="y" optype="continuous" dataType="double"/>
                    <DataField name="answer" optype="categorical" dataType="string">
                      <Value value="no"/><Value value="Yes"/>
                    </DataField>
                  </DataDictionary>
                """
                        + transformations + model + "</PMML>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** y = 2 x + 1, and + 10 in group b. */
    static byte[] regression() {
        return regression("");
    }

    static byte[] regression(String output) {
        return document(
                "",
                """
                <RegressionModel functionName="regression">
                  <MiningSchema>
                    <MiningField name="y" usageType="target"/><MiningField name="x"/><MiningField name="group"/>
                  </MiningSchema>
                """
                        + output
                        + """
                  <RegressionTable intercept="1">
                    <NumericPredictor name="x" coefficient="2"/>
                    <CategoricalPredictor name="group" value="b" coefficient="10"/>
                  </RegressionTable>
                </RegressionModel>
                """);
    }

    /** The probability of Yes is the logistic function of x. */
    static byte[] classification(String output) {
        return document(
                "",
                """
                <RegressionModel functionName="classification" normalizationMethod="logit">
                  <MiningSchema><MiningField name="answer" usageType="target"/><MiningField name="x"/></MiningSchema>
                """
                        + output
                        + """
                  <RegressionTable targetCategory="Yes" intercept="0">
                    <NumericPredictor name="x" coefficient="1"/>
                  </RegressionTable>
                  <RegressionTable targetCategory="no" intercept="0"/>
                </RegressionModel>
                """);
    }

    /** Two clusters at 0 and 10 with ids that say nothing about their position. */
    static byte[] clustering() {
        return document(
                "",
                """
                <ClusteringModel functionName="clustering" modelClass="centerBased" numberOfClusters="2">
                  <MiningSchema><MiningField name="x"/></MiningSchema>
                  <ComparisonMeasure kind="distance"><squaredEuclidean/></ComparisonMeasure>
                  <ClusteringField field="x" compareFunction="absDiff"/>
                  <Cluster id="low"><Array type="real" n="1">0</Array></Cluster>
                  <Cluster id="high"><Array type="real" n="1">10</Array></Cluster>
                </ClusteringModel>
                """);
    }

    /** y is the derived field z. */
    static byte[] derived(String transformations) {
        return document(
                "<TransformationDictionary>" + transformations + "</TransformationDictionary>",
                """
                <RegressionModel functionName="regression">
                  <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="x"/></MiningSchema>
                  <RegressionTable intercept="0"><NumericPredictor name="z" coefficient="1"/></RegressionTable>
                </RegressionModel>
                """);
    }

    static String field(String name, String expression) {
        return "<DerivedField name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">" + expression
                + "</DerivedField>";
    }

    static String text(String name, String expression) {
        return "<DerivedField name=\"" + name + "\" optype=\"categorical\" dataType=\"string\">" + expression
                + "</DerivedField>";
    }

    static String function(String name, String expression) {
        return "<DefineFunction name=\"" + name + "\" optype=\"continuous\" dataType=\"double\">"
                + "<ParameterField name=\"p\"/>" + expression + "</DefineFunction>";
    }

    static String apply(String function, String... arguments) {
        return "<Apply function=\"" + function + "\">" + String.join("", arguments) + "</Apply>";
    }

    static String ref(String field) {
        return "<FieldRef field=\"" + field + "\"/>";
    }

    static String constant(Object value) {
        String type = value instanceof String ? "string" : "double";
        return "<Constant dataType=\"" + type + "\">" + value + "</Constant>";
    }
}
