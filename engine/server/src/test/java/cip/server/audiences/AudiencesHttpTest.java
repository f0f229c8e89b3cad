package cip.server.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named choices of customers and what they come to. */
@OnEveryEngine
class AudiencesHttpTest {
    private static final String NORTH =
            "{\"condition\":{\"term\":\"region\",\"operator\":\"EQUALS\",\"value\":\"North\"}}";

    private final RunningEngine engine;
    private final Shop shop;

    AudiencesHttpTest(RunningEngine engine) {
        this.engine = engine;
        this.shop = new Shop(engine);
    }

    @BeforeParameterizedClassInvocation
    static void openShop(RunningEngine engine) {
        Shop.open(engine);
    }

    @Test
    void audiencesOfASegmentAnActionAndAConditionSaySoInWordsAndCountLikeTheOverview() {
        JsonNode overview = engine.admin().get("/api/overview").json();
        JsonNode action = overview.at("/actions/0");
        String segmentName = engine.admin()
                .get("/api/customers?limit=1")
                .json()
                .at("/items/0/segment")
                .asText();

        JsonNode ofSegment = made("One segment", "{\"segment\":\"" + segmentName + "\"}");
        JsonNode ofAction =
                made("One action", "{\"action\":\"" + action.path("id").asText() + "\"}");
        JsonNode ofCondition = made("The North", NORTH);

        assertThat(ofSegment.path("customers").asInt()).isEqualTo(inSegment(segmentName));
        assertThat(ofAction.path("customers").asInt())
                .isEqualTo(action.path("customers").asInt());
        assertThat(ofAction.path("sentence").asText())
                .contains(action.path("name").asText());
        assertThat(ofCondition.path("customers").asInt()).isEqualTo(Shop.CUSTOMERS / 4);
        assertThat(ofCondition.path("sentence").asText()).contains("Region", "North");
        assertThat(ofCondition.path("createdBy").asText()).isEqualTo("admin");
        assertThat(ofCondition.path("lastExport").isNull()).isTrue();
    }

    private int inSegment(String segment) {
        return engine.admin()
                .get("/api/customers?limit=1&segment=" + segment)
                .json()
                .path("total")
                .asInt();
    }

    private JsonNode made(String name, String source) {
        Browser.Answer answer =
                engine.admin().post("/api/audiences", "{\"name\":\"" + name + "\",\"source\":" + source + "}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .endsWith("/api/audiences/" + answer.json().path("id").asText());
        return answer.json();
    }

    @Test
    void whomAPreviewPromisesIsWhoIsInTheFile() {
        String everybody = "{\"condition\":{\"term\":\"age\",\"operator\":\"IS_PRESENT\"}}";
        JsonNode preview = engine.admin()
                .post("/api/audiences/preview", "{\"source\":" + everybody + ",\"channel\":\"EMAIL\"}")
                .json();
        JsonNode export = shop.exported(shop.audience("Everybody", everybody), "[\"segment\"]", "EMAIL");

        assertThat(export.path("rows").asInt())
                .isEqualTo(preview.path("customers").asInt())
                .isPositive();
        assertThat(Shop.rows(shop.file(export).body()))
                .hasSize(export.path("rows").asInt());
        assertThat(preview.path("customers").asInt()
                        + preview.at("/suppressed/noConsent").asInt()
                        + preview.at("/suppressed/heldOut").asInt())
                .isEqualTo(Shop.CUSTOMERS);
        assertThat(preview.at("/suppressed/noConsent").asInt()).isGreaterThan(Shop.CUSTOMERS / 2);
        assertThat(preview.path("sample")).hasSize(20).allSatisfy(row -> assertThat(
                        Shop.consent(Shop.number(row.path("id").asText())))
                .isEqualTo("yes"));
    }

    @Test
    void namesOfASampleAreForThoseWhoContactCustomers() {
        String asked = "{\"source\":" + NORTH + "}";

        assertThat(engine.as(Role.MARKETER)
                        .post("/api/audiences/preview", asked)
                        .body())
                .contains("Ada Lovelace");
        assertThat(engine.as(Role.ANALYST)
                        .post("/api/audiences/preview", asked)
                        .json()
                        .at("/sample/0/name")
                        .isNull())
                .isTrue();
    }

    @Test
    void aDeletedAudienceIsGoneWithItsFilesAndItsNameIsFreeAgain() {
        String id = shop.audience("Short-lived", NORTH);
        JsonNode export = shop.exported(id, "[]", "");

        assertThat(engine.admin().delete("/api/audiences/" + id).status()).isEqualTo(204);

        assertThat(engine.admin().get("/api/audiences?limit=200").body()).doesNotContain(id);
        problem(engine.admin().get("/api/audiences/" + id + "/exports"), 404, "NOT_FOUND", id);
        problem(engine.admin().delete("/api/audiences/" + id), 404, "NOT_FOUND", id);
        problem(shop.file(export), 404, "NOT_FOUND", "export");
        problem(shop.ask(id, "[]", ""), 404, "NOT_FOUND", id);
        assertThat(engine.dataFolder()
                        .resolve("exports")
                        .toFile()
                        .list((folder, name) ->
                                name.startsWith(export.path("id").asText())))
                .isEmpty();
        assertThat(shop.audience("Short-lived", NORTH)).isNotEqualTo(id);
    }

    @Test
    void pagesOfAudiencesAndExportsHaveEachOnceNewestFirst() {
        String first = shop.audience("Page one", NORTH);
        String second = shop.audience("Page two", NORTH);
        shop.exported(second, "[]", "");
        shop.exported(second, "[\"clv\"]", "");

        JsonNode newest = engine.admin().get("/api/audiences?limit=1").json();
        JsonNode next = engine.admin()
                .get("/api/audiences?limit=1&cursor="
                        + newest.path("nextCursor").asText())
                .json();
        JsonNode exports = engine.admin()
                .get("/api/audiences/" + second + "/exports?limit=1")
                .json();
        JsonNode older = engine.admin()
                .get("/api/audiences/" + second + "/exports?limit=1&cursor="
                        + exports.path("nextCursor").asText())
                .json();

        assertThat(newest.at("/items/0/id").asText()).isEqualTo(second);
        assertThat(next.at("/items/0/id").asText()).isEqualTo(first);
        assertThat(newest.path("total").asInt()).isGreaterThan(1);
        assertThat(exports.at("/items/0/columns/0").asText()).isEqualTo("clv");
        assertThat(older.at("/items/0/columns")).isEmpty();
        assertThat(older.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aRequestSentTwiceUnderOneKeyMakesOneAudience() {
        Map<String, String> key = Map.of("X-Requested-With", "cip", "Idempotency-Key", "audience-1");
        String body = "{\"name\":\"Once\",\"source\":" + NORTH + "}";

        Browser.Answer first = engine.admin().write("POST", "/api/audiences", body, key);
        Browser.Answer again = engine.admin().write("POST", "/api/audiences", body, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        problem(engine.admin().post("/api/audiences", body), 409, "CONFLICT", "Once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"segment":"champignons"}                                                   | champignons
                    {"action":"win_back_emial"}                                                 | win_back_emial
                    {"segment":"champions","action":"win_back_email"}                           | exactly one
                    {}                                                                          | exactly one
                    {"segment":7}                                                               | not a text
                    {"condition":{"term":"regoin","operator":"EQUALS","value":"North"}}         | regoin
                    {"condition":{"term":"region","operator":"SOUNDS_LIKE","value":"North"}}    | SOUNDS_LIKE
                    {"condition":{"term":"age","operator":"AT_LEAST","value":"old"}}            | AT_LEAST
                    """)
    void aSourceThatIsNoneIsRefusedNamingWhatIsWrong(String source, String named) {
        int status = source.contains("condition") ? 422 : 400;
        problem(
                engine.admin().post("/api/audiences", "{\"name\":\"X\",\"source\":" + source + "}"),
                status,
                null,
                named);
        problem(engine.admin().post("/api/audiences/preview", "{\"source\":" + source + "}"), status, null, named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"source\":{\"segment\":\"champions\"}}",
                "{\"name\":\"two\\nlines\",\"source\":{\"segment\":\"champions\"}}",
                "{\"name\":\"No source\"}",
                "{\"name\":\"More\",\"source\":{\"segment\":\"champions\"},\"owner\":\"me\"}",
                "not json"
            })
    void aBodyThatIsNoAudienceIsRefused(String body) {
        JsonNode before = engine.admin().get("/api/audiences").json().path("total");

        Browser.Answer refused = engine.admin().post("/api/audiences", body);

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(engine.admin().get("/api/audiences").json().path("total")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ANALYST", "APPROVER"})
    void analystsAndApproversReadButDoNotChoose(Role role) {
        String id = shop.audience("For " + role, NORTH);

        assertThat(engine.as(role).get("/api/audiences").status()).isEqualTo(200);
        assertThat(engine.as(role).get("/api/audiences/" + id + "/exports").status())
                .isEqualTo(200);
        problem(engine.as(role).post("/api/audiences", "{\"name\":\"N\",\"source\":" + NORTH + "}"), 403, null, "");
        problem(engine.as(role).delete("/api/audiences/" + id), 403, null, "");
        problem(
                engine.as(role).post("/api/audiences/" + id + "/exports", "{\"format\":\"csv\",\"columns\":[]}"),
                403,
                null,
                "");
    }

    @Test
    void agentsAndStrangersSeeNoAudiences() {
        problem(engine.as(Role.AGENT).get("/api/audiences"), 403, null, "");
        problem(engine.as(Role.AGENT).post("/api/audiences/preview", "{\"source\":" + NORTH + "}"), 403, null, "");
        problem(engine.stranger().get("/api/audiences"), 401, null, "");
    }

    static void problem(Browser.Answer answer, int status, @Nullable String code, String named) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
        if (code != null) {
            assertThat(answer.json().path("code").asText()).isEqualTo(code);
        }
    }
}
