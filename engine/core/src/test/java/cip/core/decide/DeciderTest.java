package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private final Decider decider = SmallStrategy.decider();

    @Test
    void theFirstSegmentThatMatchesTakesTheCustomer() {
        // clv = 10 + 0.01 × 60000 = 610, churn risk = 1 − 0.01 × 20 = 0.8: both segments match.
        Decision decision = decide(Map.of("age", 20.0, "income", 60_000.0));

        assertThat(decision.segment().id()).isEqualTo("valuable");
        assertThat(decision.scores().get(0).value()).isCloseTo(610, within(1e-9));
        assertThat(decision.scores().get(1).value()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void expectedValueIsPropensityTimesWeightTimesValueTimesLeverLessCost() {
        // clv 110, churn risk 0.7, value = 1 + 110 × 0.7 = 78; 0.5 × 1 × 78 × 2 − 1 = 77.
        Decision decision = decide(Map.of("age", 30.0, "income", 10_000.0, "consent_email", true));

        Outcome.Recommended first = decision.recommended().get(0);
        assertThat(first.action().id()).isEqualTo("win_back");
        assertThat(first.factors().expectedValue()).isCloseTo(77, within(1e-9));
        assertThat(first.reasons()).contains("Segment is Leaving.");
    }

    @Test
    void withoutConsentTheActionIsSuppressedAndSaysSo() {
        Decision decision = decide(Map.of("age", 30.0, "income", 10_000.0));

        assertThat(outcome(decision, "win_back"))
                .isInstanceOfSatisfying(Outcome.Suppressed.class, suppressed -> assertThat(suppressed.reason())
                        .isEqualTo("No consent to be contacted by E-mail."));
    }

    @Test
    void theFirstConditionThatFailsIsNamedWithItsValue() {
        Decision decision = decide(Map.of("age", 38.0, "income", 10_000.0, "consent_email", true));

        assertThat(outcome(decision, "win_back")).isInstanceOfSatisfying(Outcome.NotEligible.class, failed -> {
            assertThat(failed.stage()).isEqualTo(EngagementRule.Stage.SUITABILITY);
            assertThat(failed.reason()).isEqualTo("Age is below 35; it is 38.");
        });
    }

    @Test
    void anActionThatCostsMoreThanItBringsIsNotRecommended() {
        Decision decision = decide(Map.of("age", 50.0, "income", 1_000.0, "region", "West"));

        assertThat(outcome(decision, "brochure")).isInstanceOf(Outcome.NotWorthwhile.class);
    }

    @Test
    void aCustomerOfWhomNothingIsKnownGetsTheFallbackAndTheReasonWhyThereIsNoScore() {
        Decision decision = decide(Map.of());

        assertThat(decision.segment().id()).isEqualTo("quiet");
        assertThat(decision.recommended()).hasSize(1);
        assertThat(decision.recommended().get(0).fallback()).isTrue();
        assertThat(decision.scores().get(0).number()).isEmpty();
        assertThat(decision.scores().get(0).whyNone()).isPresent();
    }

    @Test
    void everyActionHasExactlyOneOutcome() {
        for (Decision decision : decider.decideWithReasons(SmallStrategy.customers(500, 1), CONTEXT)) {
            assertThat(decision.outcomes().stream().map(o -> o.action().id()))
                    .containsExactlyInAnyOrder("win_back", "bundle", "brochure", "window");
            assertThat(decision.recommended()).isNotEmpty();
        }
    }

    @Test
    void heldOutCustomersGetServiceOnly() {
        List<Decision> decisions = decider.decide(SmallStrategy.customers(2_000, 2), CONTEXT);

        List<Decision> heldOut = decisions.stream()
                .filter(d -> decider.strategy().holdout().holds(d.customer()))
                .toList();
        assertThat(heldOut.size()).isBetween(140, 260);
        assertThat(heldOut)
                .allSatisfy(d -> assertThat(d.recommended().get(0).fallback()).isTrue());
    }

    @Test
    void aBatchDecidesLikeEachCustomerAlone() {
        List<CustomerRecord> customers = SmallStrategy.customers(300, 3);
        List<byte[]> together = decider.decideWithReasons(customers, CONTEXT).stream()
                .map(DecisionJson::bytes)
                .toList();

        for (int i = 0; i < customers.size(); i++) {
            Decision alone = decider.decideWithReasons(List.of(customers.get(i)), CONTEXT)
                    .get(0);
            assertThat(DecisionJson.bytes(alone)).isEqualTo(together.get(i));
        }
    }

    @Test
    void theOrderOfCustomersDoesNotMatter() {
        List<CustomerRecord> customers = SmallStrategy.customers(300, 4);
        List<CustomerRecord> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(4));

        assertThat(texts(decider.decide(shuffled, CONTEXT)))
                .containsExactlyInAnyOrderElementsOf(texts(decider.decide(customers, CONTEXT)));
    }

    @Test
    void reasonsDoNotChangeTheDecision() {
        List<CustomerRecord> customers = SmallStrategy.customers(200, 5);

        List<Decision> bare = decider.decideWithReasons(customers, CONTEXT).stream()
                .map(Decision::withoutReasons)
                .toList();

        assertThat(texts(bare)).isEqualTo(texts(decider.decide(customers, CONTEXT)));
    }

    private Decision decide(Map<String, Object> attributes) {
        return decider.decideWithReasons(List.of(SmallStrategy.customer("c1", attributes)), CONTEXT)
                .get(0);
    }

    private static Outcome outcome(Decision decision, String action) {
        return decision.outcomes().stream()
                .filter(o -> o.action().id().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<Decision> decisions) {
        return decisions.stream().map(d -> DecisionJson.write(d).toString()).toList();
    }
}
