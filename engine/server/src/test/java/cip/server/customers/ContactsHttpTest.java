package cip.server.customers;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.Browser;
import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import cip.server.http.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@OnEveryEngine
class ContactsHttpTest {
    private static final String HEADER = "user_id,age,annual_income,purchase_amount,loyalty_score,region,"
            + "purchase_frequency,signup_date,consent_email,consent_phone,consent_sms,consent_post\n";

    private final RunningEngine engine;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    ContactsHttpTest(RunningEngine engine) {
        this.engine = engine;
    }

    @Test
    void whoWasMailedTwiceIsMailedAgainWhenTheWeekIsOver() {
        customer("m1");
        String action = firstByMail(decided("m1")).path("id").asText();

        JsonNode recorded = told(
                """
                {"id": "n1", "customerId": "m1", "channel": "email", "at": "%s"},
                {"id": "n2", "customerId": "m1", "channel": "EMAIL", "at": "%s"}
                """
                        .formatted(daysAgo(2), daysAgo(5)));
        JsonNode decision = decided("m1");
        JsonNode suppressed = other(decision, action);

        assertThat(recorded.path("recorded").asInt()).isEqualTo(2);
        assertThat(suppressed.path("outcome").asText()).isEqualTo("CONTACT_POLICY");
        assertThat(suppressed.path("limit").asText()).isEqualTo("emails_in_a_week");
        assertThat(suppressed.path("freeOn").asText())
                .isEqualTo(daysAgo(5).plus(7, ChronoUnit.DAYS).toString().substring(0, 10));
        assertThat(suppressed.path("reason").asText()).startsWith("Contacted twice by e-mail in the last 7 days");
        assertThat(StreamSupport.stream(decision.path("actions").spliterator(), false)
                        .map(offered -> offered.path("channel").asText()))
                .doesNotContain("EMAIL");
    }

    @Test
    void aStoredDecisionReplaysAfterMoreContacts() {
        customer("m2");
        told(
                """
                {"id": "n1", "customerId": "m2", "channel": "EMAIL", "at": "%s"},
                {"id": "n2", "customerId": "m2", "channel": "EMAIL", "at": "%s"}
                """
                        .formatted(daysAgo(2), daysAgo(5)));
        String id = engine.admin()
                .post("/api/decisions", "{\"customerId\": \"m2\", \"store\": true}")
                .json()
                .path("decisionId")
                .asText();
        told("{\"id\": \"n3\", \"customerId\": \"m2\", \"channel\": \"PHONE\", \"at\": \"" + daysAgo(1) + "\"}");

        JsonNode replay =
                engine.admin().post("/api/decisions/" + id + "/replay", "{}").json();

        assertThat(replay.path("identical").asBoolean()).isTrue();
    }

    @Test
    void theSameContactCountsOnceAndABadRowStopsNoOther() {
        customer("m3");
        String once =
                "{\"id\": \"n1\", \"customerId\": \"m3\", \"channel\": \"EMAIL\", \"at\": \"" + daysAgo(1) + "\"}";
        told(once);

        JsonNode again = told(once
                + ", {\"id\": \"n2\", \"customerId\": \"m3\", \"channel\": \"FAX\"}"
                + ", {\"id\": \"n3\", \"customerId\": \"nobody-known\", \"channel\": \"EMAIL\"}"
                + ", {\"id\": \"\", \"customerId\": \"m3\", \"channel\": \"EMAIL\", \"action\": \"No Id\", \"at\": \"2099-01-01T00:00:00Z\"}"
                + ", {\"id\": \"n4\", \"customerId\": \"m3\", \"channel\": \"SMS\", \"action\": \"text_reminder\"}");

        assertThat(again.path("received").asInt()).isEqualTo(5);
        assertThat(again.path("recorded").asInt()).isEqualTo(1);
        assertThat(again.path("known").asInt()).isEqualTo(1);
        assertThat(again.path("refused")).hasSize(5);
        assertThat(again.path("refused").toString())
                .contains("is none of EMAIL, PHONE", "is of no customer", "is in the future", "is no action id");
        assertThat(history("m3"))
                .extracting(contact -> contact.path("channel").asText())
                .containsExactly("SMS", "EMAIL");
    }

    @Test
    void anAgentRecordsTheContactOfNow() {
        customer("m4");
        Browser agent = engine.as(Role.AGENT);

        Browser.Answer made = agent.post(
                "/api/customers/m4/contacts", "{\"channel\": \"PHONE\", \"action\": \"personal_retention_call\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(history("m4").get(0).path("source").asText()).isEqualTo("DESK");
        assertThat(agent.post("/api/contacts", "{\"contacts\": []}").status()).isEqualTo(403);
        assertThat(agent.post("/api/customers/nobody-known/contacts", "{\"channel\": \"PHONE\"}")
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("/api/customers/m4/contacts", "{\"channel\": \"FAX\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFileOfContactsIsImportedOnce() {
        customer("m5");
        String file = "customer_id,contacted_at,channel,action\nm5,%s,Email,win_back_email\nm5,%s,phone,\nm5,x,EMAIL,\n"
                .formatted(daysAgo(3), daysAgo(4));

        JsonNode first = engine.imported("contacts", "contacts.csv", file);
        JsonNode second = engine.imported("contacts", "contacts.csv", file);

        assertThat(first.at("/rows/created").asInt()).isEqualTo(2);
        assertThat(first.at("/rows/rejected").asInt()).isEqualTo(1);
        assertThat(second.at("/rows/unchanged").asInt()).isEqualTo(2);
        assertThat(history("m5")).hasSize(2);
        assertThat(history("m5").get(0).path("action").asText()).isEqualTo("win_back_email");
    }

    @Test
    void anExportForAChannelCountsAsAContactUnlessItSaysNo() {
        customer("m6", "South");
        engine.awaitIdle();
        String audience = engine.admin()
                .post(
                        "/api/audiences",
                        "{\"name\": \"South " + now + "\", \"source\": {\"condition\":"
                                + " {\"term\": \"region\", \"operator\": \"EQUALS\", \"value\": \"South\"}}}")
                .json()
                .path("id")
                .asText();

        JsonNode quiet = exported(audience, "\"channel\": \"EMAIL\", \"countsAsContact\": false");
        assertThat(quiet.path("countsAsContact").asBoolean()).isFalse();
        assertThat(history("m6")).isEmpty();

        JsonNode sent = exported(audience, "\"channel\": \"EMAIL\"");
        assertThat(sent.path("countsAsContact").asBoolean()).isTrue();
        assertThat(history("m6")).singleElement().satisfies(contact -> {
            assertThat(contact.path("source").asText()).isEqualTo("AUDIENCE");
            assertThat(contact.path("channel").asText()).isEqualTo("EMAIL");
        });
        assertThat(engine.admin()
                        .post(
                                "/api/audiences/" + audience + "/exports",
                                "{\"format\": \"csv\", \"columns\": [], \"countsAsContact\": true}")
                        .status())
                .isEqualTo(400);
    }

    private JsonNode exported(String audience, String more) {
        String path = "/api/audiences/" + audience + "/exports";
        engine.succeeded(engine.admin()
                .post(path, "{\"format\": \"csv\", \"columns\": [\"segment\"], " + more + "}")
                .json());
        engine.awaitIdle();
        return engine.admin().get(path).json().path("items").get(0);
    }

    private void customer(String id) {
        customer(id, "North");
    }

    private void customer(String id, String region) {
        engine.imported(
                "customers",
                "c.csv",
                HEADER + id + ",46,88000,520,9," + region + ",26,2022-03-14,true,true,true,true\n");
        StringBuilder bought = new StringBuilder("customer_id,timestamp,amount,reference\n");
        for (int week = 0; week < 60; week++) {
            bought.append(id + "," + daysAgo(3 + 7 * week) + ",95," + week + "\n");
        }
        engine.imported("transactions", "t.csv", bought.toString());
    }

    private JsonNode told(String contacts) {
        Browser.Answer answer = engine.admin().post("/api/contacts", "{\"contacts\": [" + contacts + "]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode decided(String customer) {
        return engine.admin()
                .post("/api/decisions", "{\"customerId\": \"" + customer + "\"}")
                .json();
    }

    private JsonNode history(String customer) {
        return engine.admin()
                .get("/api/customers/" + customer + "/contacts")
                .json()
                .path("items");
    }

    private static JsonNode firstByMail(JsonNode decision) {
        return StreamSupport.stream(decision.path("actions").spliterator(), false)
                .filter(offered -> offered.path("channel").asText().equals("EMAIL"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode other(JsonNode decision, String action) {
        return StreamSupport.stream(decision.path("notRecommended").spliterator(), false)
                .filter(other -> other.path("id").asText().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private Instant daysAgo(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }
}
