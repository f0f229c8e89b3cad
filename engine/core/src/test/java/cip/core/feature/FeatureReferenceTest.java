package cip.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureReferenceTest {
    @Test
    void featuresWithTheSameOperandShareOneDistribution() {
        FeatureReference reference =
                Customers.shippedFeatures().fit(Customers.SCHEMA, Customers.purchasingBehaviors(), Customers.AS_OF);

        assertThat(reference.distributions().keySet())
                .containsExactlyInAnyOrder(
                        "{\"of\":\"purchase_amount\"}",
                        "{\"of\":\"purchase_frequency\"}",
                        "{\"of\":\"loyalty_score\"}",
                        "{\"of\":\"annual_income\"}",
                        "{\"of\":{\"difference\":[{\"percentile\":{\"of\":\"annual_income\"}},"
                                + "{\"percentile\":{\"of\":\"purchase_amount\"}}]}}",
                        "{\"of\":\"purchase_frequency\",\"within\":{\"bins\":{\"of\":\"age\",\"edges\":[14,30,45,60,null],"
                                + "\"labels\":[\"Young_Adult\",\"Adult\",\"Middle_Aged\",\"Senior\"]}}}");
        assertThat(reference.customers()).isEqualTo(238);
        assertThat(reference.asOf()).isEqualTo(Customers.AS_OF);
    }

    @Test
    void manyCustomersMakeASmallFile() {
        FeatureReference reference =
                Customers.shippedFeatures().fit(Customers.SCHEMA, Customers.generated(30_000, 1), Customers.AS_OF);

        assertThat(reference.toJson().length()).isLessThan(300_000);
    }

    @Test
    void noCustomersMakeAReferenceThatAnswersMissing() {
        FeatureSet features = Customers.shippedFeatures();
        FeatureReference reference = features.fit(Customers.SCHEMA, List.of(), Customers.AS_OF);
        FeatureReference readBack = FeatureReference.parse(reference.toJson());

        assertThat(readBack).isEqualTo(reference);
        new FittedFeatures(features, readBack, Customers.SCHEMA).compute(Customers.generated(50, 2), Customers.AS_OF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"asOf\":\"yesterday\",\"customers\":1,\"distributions\":[]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\"}]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\",\"distribution\":{\"values\":[2,1],\"counts\":[1,1]}}]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\",\"distribution\":{\"values\":[1,2],\"counts\":[1]}}]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\",\"distribution\":{\"values\":[1],\"counts\":[0]}}]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\",\"distribution\":{\"count\":9,\"quantiles\":[]}}]}",
                "{\"asOf\":\"2026-06-30T00:00:00Z\",\"customers\":1,\"distributions\":[{\"of\":\"age\",\"distribution\":{\"values\":[\"x\"],\"counts\":[1]}}]}"
            })
    void aDamagedFileIsRefused(String json) {
        assertThatThrownBy(() -> FeatureReference.parse(json))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("The feature reference cannot be read: ")
                .hasMessageContaining("\nMaybe ");
    }
}
