package cip.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.monitor.AttributionSummary;
import cip.core.monitor.AttributionSummary.InputEffect;
import cip.core.monitor.DependencePart;
import cip.server.app.Browser;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eighty customers, few enough that all of them are drawn. */
class ModelAttributionsHttpTest {
    private static final int CUSTOMERS = 80;

    @RegisterExtension
    static final RunningEngine ENGINE = RunningEngine.onH2();

    @BeforeAll
    static void importAndDecide() {
        Browser.Answer early = ENGINE.admin().get("/api/models/" + hash("clv") + "/attributions");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asText()).contains("have not been decided yet");
        StringBuilder csv = new StringBuilder(
                "user_id,name,age,annual_income,purchase_amount,loyalty_score,region,purchase_frequency,consent_email\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < CUSTOMERS; i++) {
            csv.append("c%d,Person %d,%d,%d,%d,%s,%s,%d,true\n"
                    .formatted(
                            i,
                            i,
                            random.nextInt(20, 70),
                            random.nextInt(20_000, 90_000),
                            random.nextInt(50, 700),
                            i % 9 == 0 ? "" : random.nextInt(10, 100) / 10.0,
                            random.nextBoolean() ? "North" : "South",
                            random.nextInt(1, 30)));
        }
        ENGINE.imported("customers", "eighty.csv", csv.toString());
        ENGINE.succeeded(ENGINE.admin().post("/api/decision-runs", "{}").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clv", "churn_risk", "cluster"})
    void meanSizesAreThoseOfTheSingleCustomersExplanations(String score) {
        JsonNode all = attributions(score);
        Map<String, Double> sizes = new HashMap<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            JsonNode decision = ENGINE.admin()
                    .post(
                            "/api/decisions",
                            "{\"customerId\":\"c" + i + "\",\"asOf\":\""
                                    + all.path("asOf").asText() + "\"}")
                    .json();
            for (JsonNode explanation : decision.at("/trace/scores")) {
                if (explanation.path("score").asText().equals(score)) {
                    explanation
                            .path("attributions")
                            .forEach(part -> sizes.merge(
                                    part.path("input").asText(),
                                    Math.abs(part.path("attribution").asDouble()) / CUSTOMERS,
                                    Double::sum));
                }
            }
        }

        assertThat(all.path("customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(all.path("explained").asInt()).isEqualTo(CUSTOMERS);
        assertThat(all.path("inputs")).isNotEmpty().hasSize(sizes.size());
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode input : all.path("inputs")) {
            double size = input.path("meanSize").asDouble();
            assertThat(size)
                    .as(input.path("input").asText())
                    .isCloseTo(sizes.getOrDefault(input.path("input").asText(), -1.0), within(1e-5 * (1 + size)))
                    .isLessThanOrEqualTo(before);
            int rows = 0;
            for (JsonNode part : input.path("parts")) {
                rows += part.path("rows").asInt();
            }
            assertThat(rows).isEqualTo(CUSTOMERS);
            assertThat(input.path("points")).hasSize(CUSTOMERS);
            before = size;
        }
        assertThat(all.path("clusters").isEmpty()).isEqualTo(!score.equals("cluster"));
    }

    @Test
    void valuesThatSayWhoSomebodyIsAreNotShown() {
        DependencePart part =
                new DependencePart(DependencePart.Kind.CATEGORY, "Person 1", Double.NaN, Double.NaN, 3, 0.5, 0.4, 0.6);
        InputEffect effect = new InputEffect(
                "postcode",
                0.5,
                0.01,
                Double.NaN,
                List.of(part),
                List.of(new AttributionSummary.Point(0.5, Double.NaN)));

        ModelAttributions.InputShares hidden = ModelAttributions.InputShares.of(effect, true);

        assertThat(hidden.meanSize()).isEqualTo(0.5);
        assertThat(hidden.parts()).isEmpty();
        assertThat(hidden.points()).isEmpty();
        assertThat(ModelAttributions.InputShares.of(effect, false).parts())
                .extracting(ModelAttributions.SharesOfPart::category)
                .containsExactly("Person 1");
    }

    @Test
    void aModelThatTellsTooLittleSaysWhy() {
        String model =
                """
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary>
                <DataField name="age" optype="continuous" dataType="double"/>
                <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
                <RegressionModel functionName="regression"><MiningSchema><MiningField name="y" usageType="target"/>
                <MiningField name="age"/></MiningSchema>
                <RegressionTable intercept="5"><NumericPredictor name="age" coefficient="2"/></RegressionTable>
                </RegressionModel></PMML>
                """;
        String hash = ENGINE.admin()
                .write("POST", "/api/models?score=clv&version=silent", model, Map.of("X-Requested-With", "cip"))
                .json()
                .path("hash")
                .asText();

        JsonNode answer =
                ENGINE.admin().get("/api/models/" + hash + "/attributions").json();

        assertThat(answer.path("because").asText()).contains("does not say");
        assertThat(answer.path("inputs")).isEmpty();
    }

    @Test
    void whoMayNotAndWhatCannotBeAskedIsRefused() {
        String path = "/api/models/" + hash("clv") + "/attributions";

        assertThat(ENGINE.as(Role.AGENT).get(path).status()).isEqualTo(403);
        assertThat(ENGINE.as(Role.ANALYST).get(path).status()).isEqualTo(200);
        assertThat(ENGINE.admin()
                        .get("/api/models/" + "0".repeat(64) + "/attributions")
                        .status())
                .isEqualTo(404);
        assertThat(ENGINE.admin().get(path + "?rows=1").status()).isEqualTo(400);
        assertThat(ENGINE.admin().get(path + "?rows=20001").status()).isEqualTo(400);
    }

    private static JsonNode attributions(String score) {
        Browser.Answer answer = ENGINE.admin().get("/api/models/" + hash(score) + "/attributions");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String hash(String score) {
        for (JsonNode model : ENGINE.admin().get("/api/models?limit=200").json().path("items")) {
            if (model.path("name").asText().equals(score)
                    && model.path("aliases").toString().contains("CHAMPION")) {
                return model.path("hash").asText();
            }
        }
        throw new AssertionError("There is no champion of " + score);
    }
}
