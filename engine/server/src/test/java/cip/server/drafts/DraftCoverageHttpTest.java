package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Which rules and rows decide whom, which of them examples stand for, and pinning a customer for the others. */
@OnEveryEngine
class DraftCoverageHttpTest extends DraftStory {
    private static final String NO_SUCH = "At the place tables/care/rows/7 no rule decides customers";

    DraftCoverageHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    void everyRowSaysWhomItDecidesAndATypicalCustomerOfItIsPinned() {
        Browser mia = as("mia");
        JsonNode saved = withCare("Covered");
        JsonNode before = asked(mia, "coverage", saved, document(saved));

        assertThat(before.path("problems")).isEmpty();
        assertThat(before.path("customers").asInt()).isEqualTo(CUSTOMERS);
        JsonNode care = before.at("/tables/0");
        assertThat(care.path("customers").toString()).isEqualTo("[18,0,12]");
        assertThat(care.path("examples").toString()).isEqualTo("[0,0,0]");
        assertThat(care.at("/values/1").asDouble()).isZero();
        assertThat(care.at("/otherwise/customers").asInt()).isEqualTo(30);
        double values = care.at("/otherwise/value").asDouble();
        for (JsonNode value : care.path("values")) {
            values += value.asDouble();
        }
        double all = 0;
        for (JsonNode segment : before.path("segments")) {
            all += segment.path("value").asDouble();
        }
        assertThat(values).isCloseTo(all, within(1e-6));
        assertThat(before.path("findings")).as("a draft without examples").isEmpty();

        JsonNode pinned = pinned(mia, saved, "tables/care/rows/0");
        JsonNode example = examples(pinned).get(0);
        assertThat(example.path("why").asText())
                .isEqualTo("Typical of row 1 of Care level: Age is at least 60 years and region is North");
        assertThat(example.at("/customer/attributes/age").asInt()).isBetween(62, 75);
        assertThat(example.at("/customer/attributes").has("name")).isFalse();

        JsonNode after = asked(mia, "coverage", pinned, document(pinned));
        assertThat(after.at("/tables/0/examples").toString()).isEqualTo("[1,0,0]");
        assertThat(after.path("covered").asInt()).isPositive();
        assertThat(after.path("findings"))
                .extracting(finding -> finding.path("message").asText())
                .contains(
                        "Table Care level: no example stands for 1 of the 2 rows that decide customers; the largest is"
                                + " row 3 with 12.");
        assertThat(after.at("/findings/0/kind").asText()).isEqualTo("NO_EXAMPLE");
        JsonNode run = asked(mia, "examples", pinned, document(pinned));
        assertThat(run.at("/examples/0/met").asBoolean()).as(run.toString()).isTrue();

        JsonNode second = pinned(mia, pinned, "tables/care/otherwise");
        assertThat(examples(second).get(1).path("why").asText()).isEqualTo("Typical of no row of Care level");
        assertThat(asked(mia, "coverage", second, document(second))
                        .at("/tables/0/otherwise/examples")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void twoTypicalCustomersOfOneRuleAreTwoCustomers() {
        Browser mia = as("mia");
        JsonNode saved = withCare("Two of one");
        JsonNode first = pinned(mia, saved, "tables/care/rows/2");
        JsonNode second = pinned(mia, first, "tables/care/rows/2");

        assertThat(examples(second)).hasSize(2);
        assertThat(examples(second).get(0).at("/customer/attributes"))
                .isNotEqualTo(examples(second).get(1).at("/customer/attributes"));
    }

    @Test
    void nobodyIsPinnedForARuleThatDecidesNobodyOrIsNotThere() {
        Browser mia = as("mia");
        JsonNode saved = withCare("Refused");

        Browser.Answer nobody = typical(mia, saved, "tables/care/rows/1");
        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.body()).contains("Nobody in the base is decided by row 2 of Care level");
        Browser.Answer missing = typical(mia, saved, "tables/care/rows/7");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body()).contains(NO_SUCH);
        ObjectNode document = document(saved);
        assertThat(typical(mia, saved, "segments/new/when").status()).isEqualTo(400);
        segment(document, "new").set("when", document.objectNode());
        JsonNode unfinished = saved(mia, saved, document);
        assertThat(typical(mia, unfinished, "tables/care/rows/0").body()).contains("has problems");
        JsonNode counted = asked(mia, "coverage", unfinished, document);
        assertThat(counted.path("problems")).isNotEmpty();
        assertThat(counted.path("tables").isNull()).isTrue();
    }

    /** A draft with a table of three rows and no examples. */
    private JsonNode withCare(String name) {
        JsonNode draft = started(as("mia"), name);
        ObjectNode document = document(draft);
        document.putObject("examples").putArray("examples");
        ObjectNode table = document.putArray("tables")
                .addObject()
                .put("name", "care")
                .put("label", "Care level")
                .put("hitPolicy", "FIRST");
        table.putArray("inputs").add("age").add("region");
        ObjectNode output =
                table.putArray("outputs").addObject().put("name", "care_level").put("label", "Level of care");
        output.put("ifNoneHolds", "low").putArray("values").add("high").add("low");
        ArrayNode rows = table.putArray("rows");
        row(rows, ">=60", "\"North\"", "high");
        row(rows, ">=70", "-", "high");
        row(rows, "<30", "-", "low");
        JsonNode saved = saved(as("mia"), draft, document);
        assertThat(saved.path("problems")).isEmpty();
        return saved;
    }

    private static void row(ArrayNode rows, String age, String region, String then) {
        ObjectNode row = rows.addObject();
        row.putArray("when").add(age).add(region);
        row.putArray("then").add(then);
    }

    /** The draft saved with a typical example of the rule. */
    private static JsonNode pinned(Browser browser, JsonNode draft, String place) {
        Browser.Answer found = typical(browser, draft, place);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        ObjectNode document = document(draft);
        ((ArrayNode) document.at("/examples/examples")).add(found.json().path("example"));
        return saved(browser, draft, document);
    }

    private static Browser.Answer typical(Browser browser, JsonNode draft, String place) {
        ObjectNode request = content(draft, document(draft)).put("place", place);
        request.remove("name");
        return post(browser, "/api/drafts/examples/typical", request.toString());
    }
}
