package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import cip.server.app.OnEveryEngine;
import cip.server.app.RunningEngine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The contact policy is a part of a draft: counted over the base, said in words, and kept when it is unfinished. */
@OnEveryEngine
class DraftContactHttpTest extends DraftStory {
    DraftContactHttpTest(RunningEngine engine) {
        super(engine);
    }

    @BeforeParameterizedClassInvocation
    static void customersAndAuthors(RunningEngine engine) {
        importCustomers(engine);
        JsonNode customers = engine.admin().get("/api/customers?limit=3").json().path("items");
        StringBuilder contacts = new StringBuilder("customer_id,contacted_at,channel,action\n");
        for (int i = 0; i < 3; i++) {
            for (int n = 0; n <= i; n++) {
                contacts.append(customers.at("/" + i + "/id").asText())
                        .append(',')
                        .append(Instant.now().minus(n + 1, ChronoUnit.DAYS))
                        .append(",EMAIL,\n");
            }
        }
        engine.imported("contacts", "contacts.csv", contacts.toString());
        engine.awaitIdle();
    }

    @Test
    void aStricterLimitIsCountedAndSaidInWords() {
        JsonNode draft = started(as("mia"), "Fewer e-mails");
        ObjectNode document = document(draft);
        ObjectNode emails = (ObjectNode) document.at("/contact/limits/0");
        assertThat(emails.path("id").asText()).isEqualTo("emails_in_a_week");
        emails.put("most", 1);

        JsonNode saved = saved(as("mia"), draft, document);
        JsonNode limit = effect(as("mia"), saved, document).at("/limits/0");

        assertThat(saved.path("problems")).isEmpty();
        assertThat(limit.path("sentence").asText()).isEqualTo("At most 1 contact by e-mail in 7 days.");
        assertThat(limit.path("customers").asInt()).isEqualTo(3);
        assertThat(limit.path("live").asInt()).isEqualTo(2);
        assertThat(saved.path("changes")).singleElement().satisfies(change -> {
            assertThat(change.path("before").asText()).isEqualTo("At most 2 contacts by e-mail in 7 days.");
            assertThat(change.path("after").asText()).isEqualTo("At most 1 contact by e-mail in 7 days.");
        });
        JsonNode live = engine.admin().get("/api/strategies/live").json().at("/contact/limits/0");
        assertThat(live.path("sentence").asText()).isEqualTo("At most 2 contacts by e-mail in 7 days.");
        assertThat(live.path("customers").asInt()).isEqualTo(2);
    }

    @Test
    void anUnfinishedLimitIsKeptAndIsAProblemOfItsOwn() {
        JsonNode draft = started(as("mia"), "Unfinished");
        ObjectNode document = document(draft);
        ((ObjectNode) document.at("/contact/limits/1")).putNull("most");

        JsonNode saved = saved(as("mia"), draft, document);

        assertThat(document(saved)).isEqualTo(document);
        assertThat(saved.path("problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path("place").asText()).isEqualTo("contact/calls_in_a_month"));
    }
}
