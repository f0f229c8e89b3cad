package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerRecord;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureSetTest {
    @Test
    void shippedFeaturesFitTheSchema() {
        assertThat(Customers.shippedFeatures().problems(Customers.SCHEMA)).isEmpty();
    }

    @Test
    void writtenFeaturesReadBackTheSame() {
        FeatureSet shipped = Customers.shippedFeatures();

        assertThat(FeatureSet.parse(shipped.toJson())).isEqualTo(shipped);
        assertThat(FeatureSet.parse(shipped.toJson()).toJson()).isEqualTo(shipped.toJson());
    }

    @Test
    void everyKindOfExpressionReadsBackTheSame() {
        FeatureSet all = set(
                number("a", "{\"ratio\":[\"age\",{\"difference\":[1,2.5]}]}"),
                number("b", "{\"sum\":[\"a\",{\"product\":[\"age\",\"age\",-3]}]}"),
                number("c", "{\"weightedSum\":[{\"weight\":0.5,\"of\":\"a\"},{\"weight\":1,\"of\":\"b\"}]}"),
                number("d", "{\"truncate\":{\"naturalLog\":{\"minMax\":\"c\"}}}"),
                number("e", "{\"percentile\":{\"of\":\"age\",\"within\":\"region\"}}"),
                feature("f", "TEXT", "{\"bins\":{\"of\":\"age\",\"edges\":[null,30,null],\"labels\":[\"x\",\"y\"]}}"),
                feature("g", "TEXT", "{\"categories\":{\"of\":\"region\",\"map\":{\"East\":\"North\"}}}"),
                feature("h", "YES_NO", "{\"isCategory\":{\"of\":\"g\",\"category\":\"North\"}}"),
                feature("i", "YES_NO", "{\"aboveQuantile\":{\"of\":\"age\",\"quantile\":0.9}}"),
                feature("j", "YES_NO", "{\"any\":[\"h\",{\"all\":[\"i\",\"consent_email\"]}]}"),
                feature(
                        "k",
                        "TEXT",
                        "{\"quantileBins\":{\"of\":\"age\",\"quantiles\":[0.5],\"labels\":[\"x\",\"y\"]}}"),
                number("l", "{\"daysSince\":\"signup_date\"}"),
                number("m", "{\"purchases\":\"refunded_amount\"}"));

        assertThat(all.problems(Customers.SCHEMA)).isEmpty();
        assertThat(FeatureSet.parse(all.toJson())).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            spend_per_purchase   | Purchase amount ÷ purchase frequency
            growth_potential_score | Whole part of (100 × ((income percentile − spending percentile) scaled from 0 (lowest) to 1 (highest of the reference customers)))
            is_champion          | High value and loyal and frequent
            region_grouped       | Region with East counted as North
            region_north         | Region grouped is North
            age_group            | Age in groups: Young_Adult from 14 below 30, Adult from 30 below 45, Middle_Aged from 45 below 60, Senior from 60
            income_percentile    | Percentile of annual income among the reference customers
            age_adjusted_percentile | Percentile of purchase frequency among the reference customers with the same age group
            is_high_value        | Purchase amount above the 75 % quantile of the reference customers
            log_annual_income    | Natural logarithm of annual income
            recency_days         | Days since the last purchase
            days_since_signup    | Days since signup date
            refund_share         | Refunds ÷ purchases before refunds
            """)
    void aFormulaReadsAsASentence(String name, String sentence) {
        assertThat(Customers.shippedFeatures().sentence(name, Customers.SCHEMA)).isEqualTo(sentence);
    }

    @Test
    void everyShippedFeatureHasASentence() {
        FeatureSet shipped = Customers.shippedFeatures();
        for (FeatureDefinition definition : shipped.definitions()) {
            assertThat(shipped.sentence(definition.name(), Customers.SCHEMA)).doesNotContain("_of", "null", "{");
        }
    }

    @Test
    void lineageReachesTheAttributesBehindOtherFeatures() {
        FeatureSet shipped = Customers.shippedFeatures();

        assertThat(shipped.lineage("growth_potential_score"))
                .containsExactlyInAnyOrder(
                        "income_percentile", "spending_percentile", "annual_income", "purchase_amount");
        assertThat(shipped.lineage("days_since_signup")).containsExactly("signup_date");
        assertThat(shipped.lineage("recency_days")).isEmpty();
    }

    @Test
    void theTextsOfAFeatureAreKnownBeforehand() {
        FeatureSet shipped = Customers.shippedFeatures();

        assertThat(shipped.values("region_grouped", Customers.SCHEMA)).containsExactly("North", "South", "West");
        assertThat(shipped.values("frequency_percentile", Customers.SCHEMA))
                .containsExactly("0-25%", "25-50%", "50-75%", "75-100%");
        assertThat(shipped.values("recency_days", Customers.SCHEMA)).isEmpty();
    }

    @Test
    void aCycleIsRefusedNamingItsMembers() {
        refused(() -> set(
                        number("a", "{\"naturalLog\":\"b\"}"),
                        number("b", "{\"sum\":[\"c\",1]}"),
                        number("c", "{\"truncate\":\"a\"}"),
                        number("d", "\"d\"")))
                .hasMessageContaining("feature a reads b reads c reads a, which is itself")
                .hasMessageContaining("feature d reads d, which is itself")
                .hasMessageContaining("2 problems");
    }

    @Test
    void aNameDeclaredTwiceIsRefused() {
        refused(() -> set(number("a", "1"), number("a", "2"))).hasMessageContaining("feature a is declared twice");
    }

    @Test
    void unknownNamesAndWrongTypesAreAllReported() {
        FeatureSet wrong = set(
                number("a", "{\"ratio\":[\"agge\",\"region\"]}"),
                number("b", "{\"isCategory\":{\"of\":\"region\",\"category\":\"Mars\"}}"),
                number("c", "\"name\""),
                number("d", "\"signup_date\""),
                number("e", "{\"daysSince\":\"age\"}"),
                number("age", "1"));

        assertThat(wrong.problems(Customers.SCHEMA))
                .containsExactly(
                        "feature a: there is no fact, consent or feature agge",
                        "feature a: region is a TEXT, expected a NUMBER",
                        "feature b: region is never Mars, only one of [North, South, East, West]",
                        "feature b: its expression results in a YES_NO, declared is a NUMBER",
                        "feature c: there is no fact, consent or feature name",
                        "feature d: signup_date is a date; only daysSince reads dates",
                        "feature e: there is no date attribute age",
                        "feature age: an attribute has the same name");
        List<CustomerRecord> none = List.of();
        assertThatThrownBy(() -> wrong.fit(Customers.SCHEMA, none, Customers.AS_OF))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("8 problems")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void allMistakesOfAFileAreReportedAtOnce() {
        refused(() -> set(
                        number("a", "{\"ration\":[1,2]}"),
                        number("b", "{\"ratio\":[\"age\"]}"),
                        number("c", "{\"weightedSum\":[{\"wait\":1,\"of\":\"age\"},2]}"),
                        number("d", "{\"bins\":{\"of\":\"age\",\"edges\":[1,1],\"labels\":[\"x\"]}}"),
                        number("e", "{\"aboveQuantile\":{\"of\":\"age\",\"quantile\":75}}"),
                        number("f", "{\"purchases\":\"recency\"}"),
                        feature("g", "INTEGER", "null"),
                        number("H", "1")))
                .hasMessageContaining(
                        "feature a: expression has the unknown operation ration, expected one of [aboveQuantile, ")
                .hasMessageContaining("feature b: expression.ratio has 1 operands, expected two")
                .hasMessageContaining("feature c: expression.weightedSum[0] has no key weight")
                .hasMessageContaining("feature c: expression.weightedSum[0] has the unknown key wait")
                .hasMessageContaining("feature d: expression.bins is refused: The edges [1.0, 1.0] do not rise.")
                .hasMessageContaining(
                        "feature e: expression.aboveQuantile is refused: A quantile is 75.0, expected 0 to 1.")
                .hasMessageContaining("feature f: expression.purchases is recency, expected one of [recency_days, ")
                .hasMessageContaining("feature g: type is INTEGER, expected NUMBER, TEXT or YES_NO")
                .hasMessageContaining("feature g: expression is missing")
                .hasMessageContaining("feature H: the name is not made of lower-case letters");
    }

    @Test
    void whatIsNotAFeatureFileIsRefused() {
        refused(() -> FeatureSet.parse("[1]")).hasMessageContaining("the one key features");
        refused(() -> FeatureSet.parse("{\"features\":[]"))
                .hasMessageContaining("not JSON")
                .hasMessageContaining("line 1");
        refused(() -> FeatureSet.parse("{\"features\":[],\"features\":[]}")).hasMessageContaining("not JSON");
        refused(() -> FeatureSet.parse("{\"features\":[7]}")).hasMessageContaining("feature number 1");
        refused(() -> FeatureSet.parse("")).hasMessageContaining("the file is not");
    }

    @Test
    void aReferenceOfAnotherFormulaIsRefused() {
        FeatureSet before = set(number("a", "{\"naturalLog\":\"age\"}"), number("b", "{\"minMax\":\"a\"}"));
        FeatureSet after = set(number("a", "{\"truncate\":\"age\"}"), number("b", "{\"minMax\":\"a\"}"));
        FeatureReference reference = before.fit(Customers.SCHEMA, Customers.generated(20, 1), Customers.AS_OF);

        refused(() -> new FittedFeatures(after, reference, Customers.SCHEMA))
                .hasMessageContaining("feature b: the reference has no distribution of a")
                .hasMessageContaining("Maybe the features or config.yml were changed after the reference was fitted");
    }

    private interface Attempt {
        Object run();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Attempt attempt) {
        return assertThatThrownBy(attempt::run).isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.INVALID_STRATEGY));
    }

    private static FeatureSet set(String... features) {
        return FeatureSet.parse(List.of(features).stream().collect(Collectors.joining(",", "{\"features\":[", "]}")));
    }

    private static String number(String name, String expression) {
        return feature(name, "NUMBER", expression);
    }

    private static String feature(String name, String type, String expression) {
        return "{\"name\":\"" + name + "\",\"label\":\"" + name + "\",\"type\":\"" + type
                + "\",\"description\":\"For the test.\",\"expression\":" + expression + "}";
    }
}
