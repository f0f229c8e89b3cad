package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.PurchaseSummary;
import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ContactPolicyTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final String ONE_OFFER =
            """
            {"limits": [{"id": "offers", "most": 1, "days": 30, "kinds": ["OFFER"]}]}
            """;
    private static final CustomerRecord CUSTOMER = new CustomerRecord(
            new CustomerId("c17"),
            Map.of("age", 40.0, "income", 80_000.0, "region", "West"),
            PurchaseSummary.none(),
            List.of(new Contact("brochure", "SHOP", SmallStrategy.AS_OF.minus(3, ChronoUnit.DAYS))));

    @Test
    void aForbiddenActionIsSuppressedWithTheLimitAndTheDayItComesFree() {
        Decision free = decide(SmallStrategy.compile(document()));
        Decision limited = decide(SmallStrategy.compile(with(ONE_OFFER)));

        assertThat(free.recommended().get(0).action().id()).isEqualTo("bundle");
        assertThat(limited.recommended().get(0).fallback()).isTrue();
        JsonNode bundle = StreamSupport.stream(
                        DecisionJson.write(limited).path("notRecommended").spliterator(), false)
                .filter(other -> other.path("id").asText().equals("bundle"))
                .findFirst()
                .orElseThrow();
        assertThat(bundle.path("outcome").asText()).isEqualTo("CONTACT_POLICY");
        assertThat(bundle.path("reason").asText())
                .isEqualTo("Contacted once for offers in the last 30 days, of at most 1; free again on 27 July 2026.");
        assertThat(bundle.path("limit").asText()).isEqualTo("offers");
        assertThat(bundle.path("freeOn").asText()).isEqualTo("2026-07-27");
    }

    @Test
    void aStoredCustomerIsDecidedToTheSameBytesAgain() {
        Decider decider = SmallStrategy.compile(with(ONE_OFFER));
        CustomerRecordJson records = new CustomerRecordJson(SmallStrategy.SCHEMA);

        CustomerRecord again = records.read(records.write(CUSTOMER));

        assertThat(again).isEqualTo(CUSTOMER);
        assertThat(DecisionJson.bytes(
                        decider.decideWithReasons(List.of(again), CONTEXT).get(0)))
                .isEqualTo(DecisionJson.bytes(decide(decider)));
    }

    @Test
    void aStrategyWithoutContactPolicyKeepsItsHash() {
        Strategy without = StrategyJson.read(document());
        Strategy with = StrategyJson.read(with(ONE_OFFER));

        assertThat(StrategyJson.write(without).has("contact")).isFalse();
        assertThat(with.hash()).isNotEqualTo(without.hash());
        assertThat(StrategyJson.read(StrategyJson.write(with))).isEqualTo(with);
        assertThat(StrategyJson.read(with("{\"limits\": []}")).hash()).isEqualTo(without.hash());
    }

    @Test
    void membersNobodyKnowsAreRefused() {
        assertThatThrownBy(() -> StrategyJson.read(
                        with("{\"limits\": [{\"id\": \"x\", \"most\": 1, \"days\": 2, \"chanels\": [\"EMAIL\"]}]}")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("chanels")
                .hasMessageContaining("channels");
        assertThatThrownBy(() -> StrategyJson.read(with("{\"limits\": [], \"quietHours\": 3}")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("quietHours");
    }

    @Test
    void everythingWrongWithAPolicyIsSaidAtOnce() {
        Strategy strategy = StrategyJson.read(
                with(
                        """
                {"limits": [{"id": "a", "most": 0, "days": 400, "channels": ["FAX"], "actions": ["gone"]},
                            {"id": "a", "most": 1, "days": 1}],
                 "exempt": ["nothing"]}
                """));

        assertThat(StrategyProblems.of(strategy, SmallStrategy.SCHEMA, Set.of()))
                .extracting(StrategyProblem::place)
                .containsOnly("contact", "contact/a")
                .hasSize(6);
    }

    @Test
    void whatChangesInAPolicyIsSaidInWords() {
        Strategy without = StrategyJson.read(document());
        Strategy one = StrategyJson.read(with(ONE_OFFER));
        Strategy two = StrategyJson.read(with(ONE_OFFER.replace("\"most\": 1", "\"most\": 2")));

        assertThat(StrategyDifference.of(without, one, SmallStrategy.SCHEMA))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).contains("At most 1 contact for offers in 30 days."));
        assertThat(StrategyDifference.of(one, two, SmallStrategy.SCHEMA))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("At most 1 contact for offers in 30 days.");
                    assertThat(change.after()).isEqualTo("At most 2 contacts for offers in 30 days.");
                });
    }

    private static Decision decide(Decider decider) {
        return decider.decideWithReasons(List.of(CUSTOMER), CONTEXT).get(0);
    }

    private static ObjectNode document() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.get("holdout")).put("share", 0);
        return document;
    }

    private static JsonNode with(String policy) {
        return document().set("contact", SmallStrategy.json(policy));
    }
}
