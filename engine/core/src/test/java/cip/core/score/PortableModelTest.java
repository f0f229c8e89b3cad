package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as our trainers write them, scored before and after the shipped features were put inside. */
class PortableModelTest {
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final ScoreOutput SCORE = new ScoreOutput("s", ScoreOutput.Kind.AMOUNT, "");
    private static final List<String> NUMBERS =
            List.of("age", "annual_income", "purchase_amount", "loyalty_score", "purchase_frequency");

    private final List<CustomerRecord> customers = customers();
    private FittedFeatures features;

    @BeforeEach
    void open() throws IOException {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(attribute("user_id", Attribute.Type.TEXT, Attribute.Role.IDENTIFIER));
        NUMBERS.forEach(name -> attributes.add(attribute(name, Attribute.Type.NUMBER, Attribute.Role.FACT)));
        attributes.add(attribute("region", Attribute.Type.TEXT, Attribute.Role.FACT));
        attributes.add(attribute("signup_date", Attribute.Type.DATE, Attribute.Role.SIGNUP_DATE));
        CustomerSchema schema = new CustomerSchema(attributes);
        FeatureSet set = FeatureSet.parse(
                Files.readString(Path.of(System.getProperty("cip.root")).resolve("rules/features.json")));
        features = new FittedFeatures(set, set.fit(schema, customers, AS_OF), schema);
    }

    @Test
    void treesGiveTheSameScoresFromAttributes() {
        PortableModel portable = assertSameScores(trees());

        assertThat(portable.computed())
                .isEqualTo(Map.of(
                        "spend_per_purchase",
                        List.of("purchase_amount", "purchase_frequency"),
                        "region_grouped",
                        List.of("region"),
                        "frequency_percentile",
                        List.of("purchase_frequency"),
                        "is_champion",
                        List.of("loyalty_score", "purchase_amount", "purchase_frequency")));
        assertThat(inputs(portable.pmml()))
                .containsExactlyInAnyOrder(
                        "loyalty_score", "purchase_amount", "purchase_frequency", "region", "recency_days");
    }

    @Test
    void whatARegressionPutsInForAMissingNumberStaysPutIn() {
        PortableModel portable = assertSameScores(regression());

        assertThat(portable.computed().keySet())
                .containsExactlyInAnyOrder("log_purchase_amount", "age_group", "region_north", "spend_to_income_ratio");
        assertThat(inputs(portable.pmml()))
                .containsExactlyInAnyOrder("age", "annual_income", "purchase_amount", "region", "days_since_signup");
    }

    @Test
    void attributionsNameTheFeatureThatIsMadeOfSeveralAttributes() {
        PortableModel portable = PortableModel.of(regression(), features, this::rows, fitted(regression()));
        PmmlScorer scorer = PmmlScorer.of(PmmlModel.read(portable.pmml()), SCORE);

        List<String> columns = new ArrayList<>(inputs(portable.pmml()));
        assertThat(scorer.attribution(rows(columns), 3)).isEmpty();

        columns.add("spend_to_income_ratio");

        assertThat(scorer.attribution(rows(columns), 3).orElseThrow().shares())
                .extracting(Attribution.Share::input)
                .containsExactlyInAnyOrder(
                        "purchase_amount", "age", "region", "spend_to_income_ratio", "days_since_signup");
    }

    @Test
    void fileWhoseFeaturesAllNeedTransactionsStaysAsItIs() {
        byte[] pmml = file(
                field("recency_days", "double"),
                "<MiningField name=\"recency_days\"/>",
                "<RegressionTable intercept=\"1\"><NumericPredictor name=\"recency_days\" coefficient=\"2\"/>"
                        + "</RegressionTable>");

        PortableModel portable = PortableModel.of(pmml, features, this::rows, new double[0]);

        assertThat(portable.pmml()).isSameAs(pmml);
        assertThat(portable.computed()).isEmpty();
    }

    private PortableModel assertSameScores(byte[] pmml) {
        double[] before = fitted(pmml);
        PortableModel portable = PortableModel.of(verified(pmml), features, this::rows, before);
        PmmlModel model = PmmlModel.read(portable.pmml());
        FeatureMatrix rows = rows(inputs(portable.pmml()));
        PmmlScorer compiled = PmmlScorer.of(model, SCORE);
        assertThat(PmmlScorer.byEvaluator(model, SCORE).score(rows)).containsExactly(before, within(1e-12));
        assertThat(compiled.score(rows)).containsExactly(before, within(1e-12));
        assertThat(compiled.notCompiledBecause()).isEmpty();
        assertThat(PortableModel.of(verified(pmml), features, this::rows, before)
                        .pmml())
                .isEqualTo(portable.pmml());
        String text = new String(portable.pmml(), StandardCharsets.UTF_8);
        assertThat(text).contains("<VerificationField column=\"region\" field=\"region\"/>");
        return portable;
    }

    private double[] fitted(byte[] pmml) {
        return PmmlScorer.byEvaluator(PmmlModel.read(pmml), SCORE).score(rows(inputs(pmml)));
    }

    private FeatureMatrix rows(List<String> columns) {
        return features.only(columns).compute(customers, AS_OF);
    }

    private static List<String> inputs(byte[] pmml) {
        return PmmlModel.read(pmml).features().stream().map(FeatureInput::name).toList();
    }

    /** An ensemble in floats, with inner mining schemas and default children. */
    private static byte[] trees() {
        Function<String, String> stump = split ->
                """
                <Segment><True/><TreeModel functionName="regression" x-mathContext="float" missingValueStrategy="defaultChild"
                    splitCharacteristic="binarySplit">
                  <MiningSchema><MiningField name="%1$s"/></MiningSchema>
                  <Node id="0" defaultChild="2" recordCount="10"><True/>
                    <Node id="1" score="1.5" recordCount="4"><SimplePredicate field="%1$s" operator="%2$s" value="%3$s"/></Node>
                    <Node id="2" score="%5$s" recordCount="6"><SimplePredicate field="%1$s" operator="%4$s" value="%3$s"/></Node>
                  </Node></TreeModel></Segment>
                """
                        .formatted((Object[]) split.split(" "));
        String segments = String.join(
                "",
                stump.apply("spend_per_purchase lessThan 21.3 greaterOrEqual 4.25"),
                stump.apply("purchase_amount lessThan 250.1 greaterOrEqual -3.5"),
                stump.apply("recency_days lessThan 30.5 greaterOrEqual 0.125"),
                stump.apply("is_champion lessThan 0.5 greaterOrEqual 7"),
                stump.apply("region_grouped notEqual North equal 9"),
                stump.apply("frequency_percentile notEqual 25-50% equal 0.75"));
        String fields = field("spend_per_purchase", "float")
                + field("purchase_amount", "float")
                + field("recency_days", "float")
                + field("is_champion", "float")
                + category("region_grouped", "North", "South")
                + category("frequency_percentile", "0-25%", "25-50%", "75-100%");
        String mined = mined("spend_per_purchase")
                + mined("purchase_amount")
                + mined("recency_days")
                + mined("is_champion")
                + minedText("region_grouped")
                + minedText("frequency_percentile");
        return new String(
                        file(
                                fields,
                                mined,
                                "<Segmentation multipleModelMethod=\"sum\">" + segments + "</Segmentation>"),
                        StandardCharsets.UTF_8)
                .replace("RegressionModel functionName", "MiningModel x-mathContext=\"float\" functionName")
                .replace("</RegressionModel>", "</MiningModel>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] regression() {
        String fields = field("log_purchase_amount", "double")
                + field("purchase_amount", "double")
                + field("region_north", "double")
                + field("spend_to_income_ratio", "double")
                + field("days_since_signup", "double")
                + category("age_group", "Adult", "Senior");
        String mined = replaced("log_purchase_amount", 5.1)
                + replaced("purchase_amount", 240.5)
                + replaced("region_north", 0.4)
                + replaced("spend_to_income_ratio", 0.01)
                + replaced("days_since_signup", 400)
                + minedText("age_group");
        return file(
                fields,
                mined,
                """
                <ModelStats>%s<UnivariateStats field="age_group"><Counts totalFreq="10" missingFreq="1"/><DiscrStats>
                  <Array n="2" type="string">"Adult" "Senior"</Array><Array n="2" type="int">5 4</Array></DiscrStats>
                </UnivariateStats></ModelStats>
                <LocalTransformations><DerivedField name="ln_purchase_amount" optype="continuous" dataType="double">
                  <Apply function="ln1p"><FieldRef field="purchase_amount"/></Apply></DerivedField></LocalTransformations>
                <RegressionTable intercept="3">
                  <NumericPredictor name="log_purchase_amount" coefficient="2.5"/>
                  <NumericPredictor name="ln_purchase_amount" coefficient="-1.5"/>
                  <NumericPredictor name="region_north" coefficient="11"/>
                  <NumericPredictor name="spend_to_income_ratio" coefficient="100"/>
                  <NumericPredictor name="days_since_signup" coefficient="0.01"/>
                  <CategoricalPredictor name="age_group" value="Adult" coefficient="6"/>
                  <CategoricalPredictor name="age_group" value="Senior" coefficient="-6"/>
                </RegressionTable>
                """
                        .formatted(mean("log_purchase_amount")
                                + mean("ln_purchase_amount")
                                + mean("region_north")
                                + mean("spend_to_income_ratio")
                                + mean("days_since_signup")));
    }

    private static byte[] file(String fields, String mined, String model) {
        return """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
                <DataDictionary>%s<DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="y" usageType="target"/>%s</MiningSchema>
                <Output><OutputField name="s" optype="continuous" dataType="double" feature="predictedValue"/></Output>
                %s
                </RegressionModel></PMML>
                """
                .formatted(fields, mined, model)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** With records that name the features, as a trainer writes them. */
    private static byte[] verified(byte[] pmml) {
        String records =
                """
                <ModelVerification recordCount="1" fieldCount="2"><VerificationFields>
                  <VerificationField field="region_grouped" column="region_grouped"/>
                  <VerificationField field="s" column="s" precision="5E-6" zeroThreshold="1E-6"/></VerificationFields>
                  <InlineTable><row><region_grouped>North</region_grouped><s>1</s></row></InlineTable></ModelVerification>
                """;
        return new String(pmml, StandardCharsets.UTF_8)
                .replaceAll(
                        "(</(Regression|Mining)Model></PMML>|</(Regression|Mining)Model>\\s*</PMML>)", records + "$1")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String name, String type) {
        return "<DataField name=\"" + name + "\" optype=\"continuous\" dataType=\"" + type + "\"/>";
    }

    private static String category(String name, String... values) {
        StringBuilder field =
                new StringBuilder("<DataField name=\"" + name + "\" optype=\"categorical\" dataType=\"string\">");
        for (String value : values) {
            field.append("<Value value=\"").append(value).append("\"/>");
        }
        return field.append("</DataField>").toString();
    }

    private static String mined(String name) {
        return "<MiningField name=\"" + name + "\"/>";
    }

    private static String minedText(String name) {
        return "<MiningField name=\"" + name + "\" invalidValueTreatment=\"asMissing\"/>";
    }

    private static String replaced(String name, double mean) {
        return "<MiningField name=\"" + name + "\" missingValueReplacement=\"" + mean
                + "\" missingValueTreatment=\"asMean\"/>";
    }

    private static String mean(String name) {
        return "<UnivariateStats field=\"" + name + "\"><Counts totalFreq=\"10\" missingFreq=\"1\"/>"
                + "<NumericInfo mean=\"2\" standardDeviation=\"1\"/></UnivariateStats>";
    }

    private static Attribute attribute(String name, Attribute.Type type, Attribute.Role role) {
        return new Attribute(name, name, type, "", null, null, List.of(), role, false, false, false);
    }

    /** Of every kind: with gaps, without purchases, from a region that no model knows. */
    private static List<CustomerRecord> customers() {
        Random random = new Random(3);
        List<CustomerRecord> customers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put("age", 14.0 + random.nextInt(60));
            attributes.put("annual_income", random.nextInt(20) == 0 ? 0.0 : 20_000.0 + random.nextInt(90_000));
            attributes.put("purchase_amount", random.nextInt(10) == 0 ? 0.0 : random.nextInt(5_000) / 10.0);
            attributes.put("loyalty_score", random.nextInt(100) / 10.0);
            attributes.put("purchase_frequency", (double) random.nextInt(25));
            attributes.put(
                    "region", List.of("North", "South", "East", "West", "Mars").get(random.nextInt(5)));
            NUMBERS.forEach(
                    name -> attributes.computeIfPresent(name, (key, value) -> random.nextInt(15) == 0 ? null : value));
            attributes.computeIfPresent("region", (key, value) -> random.nextInt(15) == 0 ? null : value);
            customers.add(new CustomerRecord(new CustomerId("C" + i), attributes, PurchaseSummary.none()));
        }
        return customers;
    }
}
