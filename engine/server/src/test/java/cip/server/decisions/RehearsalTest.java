package cip.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.server.http.Caller;
import cip.server.http.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final DecisionRequest OF_THE_BASE = new DecisionRequest("c1", null, null, false, false);
    private static final DecisionRequest BROUGHT =
            new DecisionRequest(null, new DecisionRequest.BroughtCustomer("c1", null, null, null), null, false, false);

    private final Rehearsal rehearsal = new Rehearsal();

    @Test
    void whoeverHasTheWordIsNobodyUntilTheWarmUpEnds() {
        assertThat(rehearsal.caller(header("")::get)).isEmpty();

        String word = rehearsal.begin();
        assertThat(word).isNotEqualTo(new Rehearsal().begin()).hasSize(64);
        assertThat(rehearsal.caller(header(word)::get)).contains(Rehearsal.nobody());
        assertThat(rehearsal.caller(header(word + "0")::get)).isEmpty();
        assertThat(rehearsal.caller(header("")::get)).isEmpty();
        assertThat(rehearsal.caller(Map.<String, String>of()::get)).isEmpty();

        rehearsal.end();
        assertThat(rehearsal.caller(header(word)::get)).isEmpty();
    }

    @Test
    void nobodyAsksAboutNoCustomerOfTheBase() {
        assertThatThrownBy(() -> Rehearsal.require(Rehearsal.nobody(), OF_THE_BASE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("customers who do not exist");
        assertThatCode(() -> Rehearsal.require(Rehearsal.nobody(), BROUGHT)).doesNotThrowAnyException();
        assertThatCode(() -> Rehearsal.require(new Caller("maya", "Maya", Set.of(Role.AGENT)), OF_THE_BASE))
                .doesNotThrowAnyException();
    }

    private static Map<String, String> header(String word) {
        return Map.of(Rehearsal.HEADER, word);
    }
}
