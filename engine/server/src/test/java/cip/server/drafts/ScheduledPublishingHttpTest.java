package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** An approved draft goes live at its time, if nothing stands in the way then. The clock only goes forward. */
@OnEveryEngine
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduledPublishingHttpTest extends DraftStory {
    ScheduledPublishingHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
    }

    @Test
    @Order(1)
    void onlyWhatIsApprovedIsScheduledAndAnyChangeTakesItBack() {
        JsonNode draft = reviewed("Scheduled and changed", agedAtLeast(70));
        assertThat(schedule(as("paul"), draft, inDays(1)).status()).isEqualTo(409);
        approve(as("paul"), draft);
        assertThat(schedule(engine.as(Role.MARKETER), draft, inDays(1)).status())
                .isEqualTo(403);
        assertThat(schedule(as("paul"), draft, inDays(-1)).status()).isEqualTo(400);
        assertThat(schedule(as("paul"), draft, inDays(400)).status()).isEqualTo(400);
        Instant at = inDays(1);

        JsonNode scheduled = schedule(as("paul"), draft, at).json();
        assertThat(scheduled.path("state").asText()).isEqualTo("SCHEDULED");
        assertThat(Instant.parse(scheduled.at("/schedule/at").asText())).isEqualTo(at);
        assertThat(scheduled.at("/schedule/by").asText()).isEqualTo("paul");
        assertThat(publish(as("paul"), draft).status()).isEqualTo(409);
        Browser.Answer taken = as("paul").delete(path(draft) + "/review/schedule");
        assertThat(taken.json().path("state").asText()).isEqualTo("APPROVED");
        assertThat(taken.json().path("schedule").isNull()).isTrue();
        assertThat(as("paul").delete(path(draft) + "/review/schedule").status()).isEqualTo(409);

        schedule(as("paul"), draft, at);
        ObjectNode document = document(draft);
        segment(document, "loyal").put("label", "Faithful");
        JsonNode changed = saved(as("mia"), draft, document);
        assertThat(changed.path("state").asText()).isEqualTo("OPEN");
        assertThat(changed.path("schedule").isNull()).isTrue();
    }

    @Test
    @Order(2)
    void atItsTimeItIsSimulatedAgainForNewCustomersAndPublished() {
        JsonNode draft = reviewed("For tomorrow", agedAtLeast(70));
        approve(as("paul"), draft);
        schedule(as("paul"), draft, inDays(1));
        engine.imported("customers", "more.csv", HEADER + "D900,Customer 900,71,30000,100,3,North,4\n");
        engine.awaitIdle();

        engine.setClockAhead(Duration.ofDays(2));

        JsonNode published = until(draft, "PUBLISHED");
        JsonNode last = published.path("events").get(published.path("events").size() - 1);
        assertThat(last.path("by").asText()).isEqualTo("paul");
        assertThat(last.path("simulation").asText())
                .isNotEqualTo(draft.at("/simulation/id").asText());
        assertThat(as("mia").get("/api/strategies/live").json().path("hash").asText())
                .isEqualTo(draft.path("strategyHash").asText());
        assertThat(segmentDecided("D900")).isEqualTo("champions");
        engine.awaitIdle();
    }

    @Test
    @Order(3)
    void whatMeanwhileGoesBeyondALimitIsStoppedForAnotherApproval() {
        limited("{\"segmentChanges\":0.3,\"reason\":\"A third\"}");
        JsonNode draft = reviewed("Older ones", agedAtLeast(65));
        approve(as("paul"), draft);
        assertThat(schedule(as("paul"), draft, inDays(3)).status()).isEqualTo(200);
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 60; i++) {
            many.append("E%03d,Customer %d,66,30000,100,3,North,4\n".formatted(i, i));
        }
        engine.imported("customers", "many.csv", many.toString());
        engine.awaitIdle();

        engine.setClockAhead(Duration.ofDays(4));

        JsonNode stopped = until(draft, "IN_REVIEW");
        JsonNode last = stopped.path("events").get(stopped.path("events").size() - 1);
        assertThat(last.path("kind").asText()).isEqualTo("STOPPED");
        assertThat(last.path("text").asText()).contains("the limit is 30 %");
        assertThat(stopped.path("approvalsNeeded").asInt()).isEqualTo(2);
        assertThat(audited("DRAFT_STOPPED")).contains("the limit is 30 %");
        assertThat(audited("DRAFT_SIMULATED_AGAIN")).contains("Older ones");
        assertThat(approve(engine.admin(), draft).json().path("state").asText()).isEqualTo("APPROVED");
        limited("{\"reason\":\"None\"}");
    }

    @Test
    @Order(4)
    void whatWasScheduledForAnotherStrategyThanTheLiveOneStaysApproved() {
        JsonNode draft = reviewed("Overtaken", agedAtLeast(72));
        approve(as("paul"), draft);
        schedule(as("paul"), draft, inDays(5));
        JsonNode first = reviewed("First", agedAtLeast(73));
        approve(as("paul"), first);
        assertThat(publish(as("paul"), first).status()).isEqualTo(200);
        engine.awaitIdle();

        engine.setClockAhead(Duration.ofDays(6));

        JsonNode stopped = until(draft, "APPROVED");
        assertThat(stopped.path("events")
                        .get(stopped.path("events").size() - 1)
                        .path("text")
                        .asText())
                .contains("another strategy");
    }

    @Test
    @Order(5)
    void nothingIsPublishedInTheNameOfSomebodyWhoMayNotAnyMore() {
        JsonNode draft = reviewed("By somebody who left", agedAtLeast(74));
        approve(as("paul"), draft);
        schedule(as("paul"), draft, inDays(7));
        Browser.Answer left = engine.admin().patch("/api/users/paul", "{\"roles\":[\"MARKETER\"]}");
        assertThat(left.status()).as(left.body()).isLessThan(300);

        engine.setClockAhead(Duration.ofDays(8));

        JsonNode stopped = until(draft, "APPROVED");
        assertThat(stopped.path("events")
                        .get(stopped.path("events").size() - 1)
                        .path("text")
                        .asText())
                .contains("paul", "may not publish");
    }

    @Test
    @Order(6)
    void atItsTimeADraftForAShareBecomesTheChallenger() {
        JsonNode draft = reviewed("Tried from a day on", agedAtLeast(75));
        approve(engine.admin(), draft);
        String champion =
                as("mia").get("/api/strategies/live").json().path("hash").asText();
        String body = "{\"at\":\"" + inDays(9) + "\",\"share\":%s,\"reason\":\"Spring\"}";
        assertThat(step(engine.admin(), draft, "schedule", body.formatted("0.6"))
                        .status())
                .isEqualTo(400);
        JsonNode scheduled =
                step(engine.admin(), draft, "schedule", body.formatted("0.2")).json();
        assertThat(scheduled.at("/schedule/share").asDouble()).isEqualTo(0.2);

        engine.setClockAhead(Duration.ofDays(10));

        until(draft, "PUBLISHED");
        JsonNode live = as("mia").get("/api/strategies/live").json();
        assertThat(live.path("hash").asText()).isEqualTo(champion);
        assertThat(live.at("/challenger/share").asDouble()).isEqualTo(0.2);
    }

    private JsonNode until(JsonNode draft, String state) {
        for (int i = 0; i < 1200; i++) {
            JsonNode now = engine.admin().get(path(draft)).json();
            if (now.path("state").asText().equals(state)) {
                return now;
            }
            sleepALittle();
        }
        throw new AssertionError(engine.admin().get(path(draft)).body());
    }

    private static void sleepALittle() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String audited(String kind) {
        return engine.admin()
                .get("/api/audit?kind=" + kind)
                .json()
                .at("/items/0/detail")
                .asText();
    }

    private static Instant inDays(int days) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(days));
    }

    private static Browser.Answer schedule(Browser browser, JsonNode draft, Instant at) {
        return step(browser, draft, "schedule", "{\"at\":\"" + at + "\",\"reason\":\"Spring\"}");
    }
}
