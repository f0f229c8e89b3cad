package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.workbooks.TableWorkbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Decision tables are typed into a draft, counted, and say what the next thing is decided by. */
@OnEveryEngine
class DraftTablesHttpTest extends DraftStory {
    private static final String CARE =
            """
            {"name":"care","label":"Care level","hitPolicy":"FIRST","inputs":["age","region"],
             "outputs":[{"name":"care_level","label":"Level of care","values":["high","low"],"ifNoneHolds":"low"}],
             "rows":[{"when":[">=60","\\"North\\""],"then":["high"]},{"when":[">=70","-"],"then":["high"]}]}""";

    DraftTablesHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    void aTableGivesATermThatSegmentsAskForAndEveryRowIsCounted() {
        JsonNode draft = started(as("mia"), "Care");
        ObjectNode document = document(draft);
        assertThat(document.path("tables")).isEmpty();
        tables(document).add(table());
        segment(document, "new").set("when", asked());

        JsonNode saved = saved(as("mia"), draft, document);
        assertThat(saved.path("problems")).isEmpty();
        assertThat(document(saved)).isEqualTo(document);
        JsonNode effect = effect(as("mia"), saved, document);

        assertThat(effect.at("/tables/0").toString())
                .isEqualTo("{\"name\":\"care\",\"rows\":[18,0],\"matched\":[18,8],\"none\":42}");
        assertThat(segmentEffect(effect, "new").path("matching").asInt()).isEqualTo(18);
        assertThat(segmentEffect(effect, "new").path("sentence").asText()).isEqualTo("Level of care is high");
        ObjectNode asked = json("{\"place\":\"segments/new/when\"}").deepCopy();
        asked.put("basedOn", saved.path("basedOn").asText()).set("document", document);
        assertThat(as("mia")
                        .post("/api/drafts/count", asked.toString())
                        .json()
                        .path("customers")
                        .asInt())
                .isEqualTo(18);
        assertThat(as("mia")
                        .post(
                                "/api/drafts/count",
                                asked.put("place", "segments/nobody/when").toString())
                        .body())
                .contains("there is no condition");
        assertThat(saved.path("changes"))
                .extracting(change -> change.path("subject").asText())
                .contains("Table Care level");
        assertThat(drl(as("mia"), saved, document, "care")).contains("rule r1", "rule r2");
    }

    @Test
    void aTableMayAskForTheSegmentAndThenSegmentsMayNotAskForIt() {
        JsonNode draft = started(as("mia"), "Touch");
        ObjectNode document = document(draft);
        String resort = document.at("/segments/otherwise").asText();
        ObjectNode touch = table();
        touch.put("name", "touch")
                .put("label", "Touch")
                .putArray("inputs")
                .add("segment")
                .add("age");
        ((ObjectNode) touch.at("/outputs/0")).put("name", "touch").put("label", "Touch");
        ((ObjectNode) touch.at("/rows/0"))
                .putArray("when")
                .add("\"" + resort + "\"")
                .add("-");
        ((ObjectNode) touch.at("/rows/1")).putArray("when").add("-").add(">=70");
        tables(document).add(touch);
        ObjectNode asked = json("{\"term\":\"touch\",\"operator\":\"EQUALS\",\"value\":\"high\"}")
                .deepCopy();
        ((ObjectNode) document.at("/engagement/rules/0")).set("suitability", asked);

        JsonNode saved = saved(as("mia"), draft, document);
        assertThat(saved.path("problems")).isEmpty();
        JsonNode effect = effect(as("mia"), saved, document);
        int reached = segmentEffect(effect, resort).path("reached").asInt();
        assertThat(effect.at("/tables/0/rows/0").asInt()).isEqualTo(reached).isPositive();
        assertThat(effect.at("/tables/0/none").asInt()
                        + reached
                        + effect.at("/tables/0/rows/1").asInt())
                .isEqualTo(effect.path("customers").asInt());

        segment(document, "new").set("when", asked);
        JsonNode refused = saved(as("mia"), saved, document);
        assertThat(refused.path("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.path("place").asText()).isEqualTo("segments/new/when");
            assertThat(problem.path("message").asText()).contains("Touch reads the segment");
        });
    }

    @Test
    void whatIsUnfinishedInATableIsKeptAndHasItsPlace() {
        JsonNode draft = started(as("mia"), "Unfinished table");
        ObjectNode document = document(draft);
        ObjectNode table = table();
        ((ArrayNode) table.at("/rows/0/when")).set(0, table.textNode(">"));
        ((ArrayNode) table.at("/rows/1/then")).setNull(0);
        ((ArrayNode) table.at("/rows/1/when")).set(1, table.textNode("5"));
        tables(document).add(table);
        tables(document).add(table.objectNode().put("name", "empty"));

        JsonNode saved = saved(as("mia"), draft, document);

        assertThat(document(saved)).isEqualTo(document);
        assertThat(saved.path("problems"))
                .extracting(problem -> problem.path("place").asText())
                .containsExactly(
                        "tables/care/rows/0/when/0",
                        "tables/care/rows/1/then/0",
                        "tables/empty",
                        "tables/care/rows/1/when/1");
        assertThat(effect(as("mia"), saved, document).path("tables").isNull()).isTrue();
    }

    @Test
    void aPublishedTableDecidesAndIsShownWithTheStrategyAndGoesWithARollback() {
        JsonNode draft = started(as("mia"), "Publish care");
        ObjectNode document = document(draft);
        tables(document).add(table());
        ObjectNode care = segment(document, "new").deepCopy();
        care.put("id", "care").put("label", "Care").set("when", asked());
        ((ArrayNode) document.at("/segments/segments")).insert(0, care);
        document.putObject("examples").putArray("examples");
        JsonNode saved = saved(as("mia"), draft, document);
        simulated(as("mia"), saved);
        assertThat(submit(as("mia"), saved).status()).isEqualTo(200);
        assertThat(approve(as("paul"), read(as("paul"), saved)).status()).isEqualTo(200);
        Browser.Answer published = publish(as("paul"), saved);
        assertThat(published.status()).as(published.body()).isEqualTo(200);

        JsonNode live = as("mia").get("/api/strategies/live").json();
        assertThat(live.at("/tables/0/sentences/0").asText())
                .isEqualTo("When age is at least 60 years and region is North, then level of care is high.");
        assertThat(segmentDecided("D045")).isEqualTo("care");
        engine.awaitIdle();
        live = as("mia").get("/api/strategies/live").json();
        assertThat(live.at("/tables/0/customers").toString()).isEqualTo("[18,0]");
        assertThat(live.at("/tables/0/none").asInt()).isEqualTo(42);

        rolledBack(published.json(), draft.path("basedOn").asText());
        assertThat(as("mia").get("/api/strategies/live").json().path("tables")).isEmpty();
        assertThat(segmentDecided("D045")).isNotEqualTo("care");
    }

    @Test
    void aTableReadsAsSentencesAndGoesOutAndInAsASpreadsheet() throws IOException {
        JsonNode draft = started(as("mia"), "Sentences");
        ObjectNode document = document(draft);
        ObjectNode table = table();
        ((ArrayNode) table.at("/rows/1/when")).set(0, table.textNode("old"));
        tables(document).add(table);
        ObjectNode asked = content(draft, document).put("table", "care");
        asked.remove("name");

        JsonNode sentences = post(as("mia"), "/api/drafts/tables/sentences", asked.toString())
                .json();
        assertThat(sentences.path("hitPolicy").asText()).isEqualTo("The first row that holds counts.");
        assertThat(sentences.at("/sentences/0").asText())
                .isEqualTo("When age is at least 60 years and region is North, then level of care is high.");
        assertThat(sentences.at("/sentences/1").isNull()).isTrue();
        assertThat(sentences.path("otherwise").asText()).isEqualTo("When no row holds, then level of care is low.");

        byte[] file = as("mia").download("/api/drafts/tables/workbook", asked.toString());
        String reading = "/api/drafts/tables/workbook/reading?table=care&basedOn="
                + draft.path("basedOn").asText();
        JsonNode read =
                as("mia").upload(reading, TableWorkbook.MEDIA_TYPE, file).json();
        assertThat(read.path("table")).isEqualTo(table);
        assertThat(read.at("/problems/0/cell").asText()).isEqualTo("B9");
        assertThat(as("mia")
                        .upload(reading.replace("care", "other"), TableWorkbook.MEDIA_TYPE, file)
                        .body())
                .contains("holds the decision table care, not other");
        assertThat(as("mia")
                        .upload(reading, TableWorkbook.MEDIA_TYPE, "no zip".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("no .xlsx spreadsheet");
    }

    private static JsonNode segmentEffect(JsonNode effect, String id) {
        for (JsonNode segment : effect.path("segments")) {
            if (segment.path("id").asText().equals(id)) {
                return segment;
            }
        }
        throw new AssertionError("No segment " + id);
    }

    private static ArrayNode tables(ObjectNode document) {
        return (ArrayNode) document.get("tables");
    }

    private static JsonNode asked() {
        return json("{\"term\":\"care_level\",\"operator\":\"EQUALS\",\"value\":\"high\"}");
    }

    private static ObjectNode table() {
        return (ObjectNode) json(CARE);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
