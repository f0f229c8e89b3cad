package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** An approved draft is tried on a share of the customers, and then kept for everybody or not. */
@OnEveryEngine
class ChallengerHttpTest extends DraftStory {
    private static final String CHALLENGER = "/api/strategies/live/challenger";

    ChallengerHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    void anApprovedDraftIsTriedOnAShareOfTheCustomersAndKeptForEverybody() {
        Browser paul = as("paul");
        JsonNode draft = reviewed("Champions from 18", agedAtLeast(18));
        approve(paul, draft);
        assertThat(published(paul, draft, 0.7).status()).isEqualTo(400);
        Browser.Answer fine = published(paul, draft, 0.1005);
        assertThat(fine.status()).as(fine.body()).isEqualTo(400);
        assertThat(fine.body()).contains("in steps of 0.001");
        String championBefore = live().path("hash").asText();

        Browser.Answer started = published(paul, draft, 0.5);
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(started.json().at("/strategy/value").asText()).isEqualTo(championBefore);
        String challenger = draft.path("strategyHash").asText();
        assertThat(started.json().at("/challenger/strategy/value").asText()).isEqualTo(challenger);
        assertThat(started.json().at("/challenger/share").asDouble()).isEqualTo(0.5);
        engine.awaitIdle();

        Map<String, String> arms = arms();
        Set<String> challenged = customersOf("CHALLENGER", arms);
        assertThat(challenged.size()).isBetween(15, 45);
        arms.forEach((customer, arm) -> {
            JsonNode shown =
                    engine.admin().get("/api/customers/" + customer).json().path("decision");
            assertThat(shown.path("arm").asText()).isEqualTo(arm);
            assertThat(shown.path("strategyHash").asText())
                    .isEqualTo(arm.equals("CHALLENGER") ? challenger : championBefore);
            if (arm.equals("CHALLENGER")) {
                assertThat(shown.at("/segment/name").asText()).isEqualTo("champions");
            }
        });
        int champions = 0;
        int all = 0;
        for (JsonNode segment : engine.admin().get("/api/overview").json().path("segments")) {
            all += segment.path("customers").asInt();
            champions += segment.path("name").asText().equals("champions")
                    ? segment.path("customers").asInt()
                    : 0;
        }
        assertThat(all).isEqualTo(CUSTOMERS);
        assertThat(champions).isGreaterThanOrEqualTo(challenged.size());
        JsonNode seen = live();
        assertThat(seen.at("/challenger/strategy/value").asText()).isEqualTo(challenger);
        assertThat(seen.path("customers").asInt()).isEqualTo(CUSTOMERS - challenged.size());
        String model = seen.at("/models/0/hash").asText();
        JsonNode use = engine.admin()
                .get("/api/models/" + model + "/publications")
                .json()
                .at("/items/0");
        assertThat(use.path("version").asInt()).isEqualTo(seen.path("version").asInt());
        assertThat(use.path("customers").asInt()).isEqualTo(CUSTOMERS);

        assertCompared(engine.admin().get(CHALLENGER).json(), championBefore, challenged.size());

        JsonNode other = reviewed("Champions from 30", agedAtLeast(30));
        approve(paul, other);
        Browser.Answer refused = publish(paul, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("is tried as the challenger on 50 % of the customers", "keep the champion");

        assertThat(stoppedAtItsTime(paul, other)).contains("is tried as the challenger");

        int version = seen.path("version").asInt();
        assertThat(shareChanged(as("mia"), version - 1, 0.2).status()).isEqualTo(412);
        assertThat(shareChanged(engine.as(Role.MARKETER), version, 0.2).status())
                .isEqualTo(403);
        Browser.Answer smaller = shareChanged(paul, version, 0.2);
        assertThat(smaller.status()).as(smaller.body()).isEqualTo(200);
        assertThat(smaller.json().path("reason").asText()).isEqualTo("Share 50 % → 20 %: Carefully");
        engine.awaitIdle();
        assertThat(challenged).containsAll(customersOf("CHALLENGER", arms()));

        Browser.Answer kept = ended(paul, version + 1, "CHALLENGER");
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.json().path("reason").asText()).isEqualTo("Challenger kept: It won");
        engine.awaitIdle();
        assertThat(live().path("hash").asText()).isEqualTo(challenger);
        assertThat(live().path("challenger").isNull()).isTrue();
        assertThat(segmentDecided("D001")).isEqualTo("champions");
        assertThat(engine.admin()
                        .get("/api/customers/D001")
                        .json()
                        .at("/decision/arm")
                        .isNull())
                .isTrue();
        assertThat(engine.admin().get(CHALLENGER).status()).isEqualTo(404);
        assertThat(ended(paul, version + 2, "CHAMPION").body()).contains("No challenger is tried");
        assertThat(engine.admin().get("/api/audit?limit=200").body())
                .contains("CHALLENGER_STARTED", "CHALLENGER_SHARE_CHANGED", "CHALLENGER_ENDED");
    }

    private static void assertCompared(JsonNode view, String champion, int challenged) {
        assertThat(view.path("champion").asText()).isEqualTo(champion);
        assertThat(view.at("/since/reason").asText()).isEqualTo("Try it");
        JsonNode comparison = view.path("comparison");
        assertThat(comparison.at("/challenger/customers").asInt()).isEqualTo(challenged);
        assertThat(comparison.at("/champion/customers").asInt()).isEqualTo(CUSTOMERS - challenged);
        assertThat(comparison.at("/challenger/segments/0/share").asDouble()).isEqualTo(1);
        assertThat(comparison.path("otherSegment").asInt()).isPositive();
        assertThat(comparison.path("otherwise").asInt())
                .isBetween(comparison.path("otherSegment").asInt(), challenged);
        assertThat(comparison.at("/sampleRatio/off").asBoolean()).isFalse();
        JsonNode value = comparison.at("/challenger/expectedValue");
        assertThat(value.path("low").asDouble())
                .isLessThanOrEqualTo(value.path("mean").asDouble());
        double difference = value.path("mean").asDouble()
                - comparison.at("/champion/expectedValue/mean").asDouble();
        assertThat(comparison.at("/difference/mean").asDouble()).isCloseTo(difference, within(1e-9));
    }

    /** What stood in the way of a draft when its time had come. */
    private static String stoppedAtItsTime(Browser browser, JsonNode draft) {
        Instant soon = Instant.now().plusSeconds(2);
        Browser.Answer scheduled =
                step(browser, draft, "schedule", "{\"at\":\"" + soon + "\",\"reason\":\"At its time\"}");
        assertThat(scheduled.json().path("state").asText()).isEqualTo("SCHEDULED");
        for (int i = 0; i < 300; i++) {
            JsonNode events = read(browser, draft).path("events");
            JsonNode last = events.get(events.size() - 1);
            if (last.path("kind").asText().equals("STOPPED")) {
                return last.path("text").asText();
            }
            sleepALittle();
        }
        throw new AssertionError(read(browser, draft).toString());
    }

    private static void sleepALittle() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whose customer each one is, as asked for alone. */
    private Map<String, String> arms() {
        Map<String, String> arms = new HashMap<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = String.format("D%03d", i);
            JsonNode decision = engine.admin()
                    .post("/api/decisions", "{\"customerId\":\"" + id + "\",\"store\":" + (i % 2 == 0) + "}")
                    .json();
            arms.put(id, decision.path("arm").asText());
        }
        return arms;
    }

    private static Set<String> customersOf(String arm, Map<String, String> arms) {
        Set<String> customers = new HashSet<>(arms.keySet());
        customers.removeIf(customer -> !arm.equals(arms.get(customer)));
        return customers;
    }

    private JsonNode live() {
        return engine.admin().get("/api/strategies/live").json();
    }

    private static Browser.Answer published(Browser browser, JsonNode draft, double share) {
        return step(browser, draft, "publication", "{\"reason\":\"Try it\",\"share\":" + share + "}");
    }

    private static Browser.Answer shareChanged(Browser browser, int version, double share) {
        return browser.put(
                CHALLENGER + "/share",
                "{\"expectedVersion\":" + version + ",\"share\":" + share + ",\"reason\":\"Carefully\"}");
    }

    private static Browser.Answer ended(Browser browser, int version, String kept) {
        return post(
                browser,
                CHALLENGER + "/end",
                "{\"expectedVersion\":" + version + ",\"kept\":\"" + kept + "\",\"reason\":\"It won\"}");
    }
}
