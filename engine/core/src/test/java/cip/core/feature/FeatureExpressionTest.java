package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.core.error.EngineException;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operation makes of ordinary, odd and missing values. */
class FeatureExpressionTest {
    private static final double MISSING = Double.NaN;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"ratio":["age",4]}                        | 30 | 7.5
            {"ratio":["age",0]}                        | 30 | NaN
            {"ratio":[0,"age"]}                        | -5 | 0
            {"difference":["age",40]}                  | 30 | -10
            {"sum":["age",1,2]}                        | 30 | 33
            {"product":["age","age"]}                  | 3  | 9
            {"product":["age",1e308]}                  | 30 | NaN
            {"naturalLog":"age"}                       | 1  | 0
            {"naturalLog":"age"}                       | 0  | NaN
            {"naturalLog":"age"}                       | -1 | NaN
            {"truncate":"age"}                         | 7.9 | 7
            {"truncate":"age"}                         | -7.9 | -7
            {"truncate":"age"}                         | -0.3 | 0
            """)
    void aNumberIsComputed(String expression, double age, double expected) {
        double value = number(expression, Map.of("age", age));

        assertThat(Double.doubleToRawLongBits(value)).isEqualTo(Double.doubleToRawLongBits(expected));
    }

    @ParameterizedTest
    @CsvSource({"13.9,", "14, young", "29.9, young", "30, older", "1e9, older", "NaN,"})
    void binsIncludeTheirLowerEdge(double age, String expected) {
        Map<String, Object> attributes = Double.isNaN(age) ? Map.of() : Map.of("age", age);

        assertThat(text(
                        "{\"bins\":{\"of\":\"age\",\"edges\":[14,30,null],\"labels\":[\"young\",\"older\"]}}",
                        attributes))
                .isEqualTo(expected);
    }

    @Test
    void aMissingOperandGivesAMissingResult() {
        for (String expression : List.of(
                "{\"ratio\":[\"age\",1]}",
                "{\"difference\":[1,\"age\"]}",
                "{\"sum\":[\"age\",1]}",
                "{\"product\":[0,\"age\"]}",
                "{\"naturalLog\":\"age\"}",
                "{\"truncate\":\"age\"}",
                "{\"minMax\":\"age\"}",
                "{\"percentile\":{\"of\":\"age\"}}",
                "{\"percentile\":{\"of\":\"age\",\"within\":\"region\"}}",
                "{\"daysSince\":\"signup_date\"}")) {
            assertThat(number(expression, Map.of())).as(expression).isNaN();
        }
        for (String expression : List.of(
                "{\"aboveQuantile\":{\"of\":\"age\",\"quantile\":0.5}}",
                "{\"isCategory\":{\"of\":\"region\",\"category\":\"North\"}}",
                "{\"any\":[\"consent_email\",\"consent_email\"]}")) {
            assertThat(compute("YES_NO", expression, Map.of())).as(expression).isNaN();
        }
        assertThat(text("{\"categories\":{\"of\":\"region\",\"map\":{\"East\":\"North\"}}}", Map.of()))
                .isNull();
        assertThat(text("{\"quantileBins\":{\"of\":\"age\",\"quantiles\":[0.5],\"labels\":[\"a\",\"b\"]}}", Map.of()))
                .isNull();
    }

    @Test
    void flagsAreCombined() {
        String yes = "\"consent_email\"";
        String older = "{\"isCategory\":{\"of\":\"region\",\"category\":\"East\"}}";
        Map<String, Object> both = Map.of("consent_email", true, "region", "East");
        Map<String, Object> one = Map.of("consent_email", true, "region", "West");
        Map<String, Object> none = Map.of("consent_email", false, "region", "West");

        assertThat(compute("YES_NO", "{\"all\":[" + yes + "," + older + "]}", both))
                .isEqualTo(1);
        assertThat(compute("YES_NO", "{\"all\":[" + yes + "," + older + "]}", one))
                .isEqualTo(0);
        assertThat(compute("YES_NO", "{\"any\":[" + yes + "," + older + "]}", one))
                .isEqualTo(1);
        assertThat(compute("YES_NO", "{\"any\":[" + yes + "," + older + "]}", none))
                .isEqualTo(0);
    }

    @Test
    void aGroupThatTheReferenceHasNotSeenGivesMissing() {
        FeatureSet features = set("NUMBER", "{\"percentile\":{\"of\":\"age\",\"within\":\"region\"}}");
        List<CustomerRecord> reference = List.of(
                Customers.customer("1", Map.of("age", 20.0, "region", "North")),
                Customers.customer("2", Map.of("age", 40.0, "region", "North")));
        FittedFeatures fitted = new FittedFeatures(
                features, features.fit(Customers.SCHEMA, reference, Customers.AS_OF), Customers.SCHEMA);
        FeatureMatrix matrix = fitted.compute(
                List.of(
                        Customers.customer("3", Map.of("age", 40.0, "region", "South")),
                        Customers.customer("4", Map.of("age", 40.0, "region", "North"))),
                Customers.AS_OF);

        assertThat(((NumberColumn) matrix.column("x")).values()).containsExactly(MISSING, 1);
    }

    @Test
    void aReferenceWithoutSpreadGivesNoPlaceInIt() {
        assertThat(number("{\"minMax\":\"age\"}", Map.of("age", 30.0))).isNaN();
    }

    @Test
    void purchasesAreMeasuredAsOfTheInstant() {
        List<Transaction> transactions = List.of(
                new Transaction("1", Instant.parse("2025-06-29T23:59:59Z"), 100, "web"),
                new Transaction("2", Instant.parse("2026-06-01T08:00:00Z"), 40, "web"),
                new Transaction("3", Instant.parse("2026-06-01T20:00:00Z"), 20, "web"),
                new Transaction("4", Instant.parse("2026-06-29T20:00:00Z"), -10, "web"));
        CustomerRecord customer =
                new CustomerRecord(new CustomerId("1"), Map.of(), PurchaseSummary.of(transactions, Customers.AS_OF));
        Map<String, Double> expected = Map.of(
                "recency_days", 29.0,
                "tenure_days", 366.0,
                "purchase_days", 2.0,
                "purchase_days_365", 1.0,
                "net_amount", 150.0,
                "net_amount_365", 50.0,
                "gross_amount", 160.0,
                "refunded_amount", 10.0,
                "average_purchase", 80.0);

        expected.forEach(
                (measure, value) -> assertThat(compute("NUMBER", "{\"purchases\":\"" + measure + "\"}", customer))
                        .as(measure)
                        .isEqualTo(value));
    }

    @Test
    void whoNeverPurchasedHasNoRecencyAndNoAmount() {
        assertThat(number("{\"purchases\":\"recency_days\"}", Map.of())).isNaN();
        assertThat(number("{\"purchases\":\"average_purchase\"}", Map.of())).isNaN();
        assertThat(number("{\"purchases\":\"net_amount\"}", Map.of())).isZero();
        assertThat(number("{\"purchases\":\"purchase_days\"}", Map.of())).isZero();
    }

    @Test
    void daysAreCountedToTheInstantAndNotBeyondIt() {
        assertThat(number("{\"daysSince\":\"signup_date\"}", Map.of("signup_date", LocalDate.of(2026, 6, 1))))
                .isEqualTo(29);
        assertThat(number("{\"daysSince\":\"signup_date\"}", Map.of("signup_date", LocalDate.of(2026, 7, 1))))
                .isNaN();
    }

    @Test
    void anAttributeHeldInAnotherTypeIsRefusedNamingTheCustomer() {
        assertThatThrownBy(() -> number("\"age\"", Map.of("age", "thirty")))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("The attribute age of customer 7 is held as String, expected Double.")
                .hasMessageContaining("\nMaybe ");
    }

    private static double number(String expression, Map<String, Object> attributes) {
        return compute("NUMBER", expression, attributes);
    }

    private static double compute(String type, String expression, Map<String, Object> attributes) {
        return compute(type, expression, Customers.customer("7", attributes));
    }

    private static double compute(String type, String expression, CustomerRecord customer) {
        return ((NumberColumn) matrix(type, expression, customer).column("x")).values()[0];
    }

    private static @Nullable String text(String expression, Map<String, Object> attributes) {
        FeatureMatrix matrix = matrix("TEXT", expression, Customers.customer("7", attributes));
        return ((TextColumn) matrix.column("x")).values()[0];
    }

    /** With the customer as the only reference. */
    private static FeatureMatrix matrix(String type, String expression, CustomerRecord customer) {
        FeatureSet features = set(type, expression);
        FeatureReference reference = features.fit(Customers.SCHEMA, List.of(customer), Customers.AS_OF);
        return new FittedFeatures(features, reference, Customers.SCHEMA).compute(List.of(customer), Customers.AS_OF);
    }

    private static FeatureSet set(String type, String expression) {
        return FeatureSet.parse("{\"features\":[{\"name\":\"x\",\"label\":\"X\",\"type\":\"" + type
                + "\",\"description\":\"For the test.\",\"expression\":" + expression + "}]}");
    }
}
