package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cip.core.decide.SmallStrategy;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeMeasureTest {
    private static final Strategy BEFORE = StrategyJson.read(SmallStrategy.document());

    /** 100 customers: 10 more of 40 get the win-back e-mail (costs 1) instead of the window (costs 0). */
    private static final Simulation COUNTS = new Simulation(
            100,
            10,
            200,
            150,
            Transitions.of(List.of(cell("quiet", "quiet", 80), cell("quiet", "leaving", 20))),
            Transitions.of(List.of(
                    cell("win_back", "win_back", 40), cell("window", "win_back", 10), cell("window", "window", 50))),
            List.of());

    @Test
    void withoutLimitsNothingIsBeyondOne() {
        assertThat(beyond(ChangeLimits.none())).isEmpty();
    }

    @Test
    void whatReachesALimitIsNotBeyondIt() {
        assertThat(beyond(new ChangeLimits(0.2, 0.1, 0.25, 0.25, Map.of("EMAIL", 0.25))))
                .isEmpty();
    }

    @Test
    void everyLimitSaysWhatWasMeasured() {
        List<Excess> found = beyond(new ChangeLimits(0.1, 0.05, 0.2, 0.1, Map.of("EMAIL", 0.2)));

        assertThat(found)
                .extracting(Excess::text)
                .containsExactly(
                        "20 % of the customers get another segment; the limit is 10 %.",
                        "10 % of the customers get another first action; the limit is 5 %.",
                        "The expected value of the first actions falls by 25 %; the limit is 20 %.",
                        "The cost of the first actions grows by 25 %; the limit is 10 %.",
                        "The customers whose first action is on the channel E-mail grow by 25 %; the limit is 20 %.");
        assertThat(found).extracting(Excess::measured).containsExactly(0.2, 0.1, 0.25, 0.25, 0.25);
    }

    @Test
    void aChannelUnderAnotherNameDoesNotEscapeTheLimitOfTheOld() {
        JsonNode renamed = SmallStrategy.document();
        ((ObjectNode) renamed.at("/actions/channels/0")).put("id", "MAIL2");
        ((ObjectNode) renamed.at("/actions/actions/0")).put("channel", "MAIL2");

        List<Excess> found = new ChangeMeasure(COUNTS, BEFORE, StrategyJson.read(renamed))
                .beyond(new ChangeLimits(null, null, null, null, Map.of("EMAIL", 0.2)));

        assertThat(found)
                .extracting(Excess::text)
                .containsExactly(
                        "50 customers get a first action on the channel E-mail, which is new and has no limit yet.");
    }

    @Test
    void contactsFromNothingAreBeyondEveryLimit() {
        Simulation counts = new Simulation(
                10, 10, 0, 0, Transitions.none(), Transitions.of(List.of(cell("window", "bundle", 10))), List.of());

        List<Excess> found = new ChangeMeasure(counts, BEFORE, BEFORE)
                .beyond(new ChangeLimits(null, null, null, 5.0, Map.of("EMAIL", 0.0)));

        assertThat(found)
                .extracting(Excess::text)
                .containsExactly("The cost of the first actions grows from nothing; the limit is 500 %.");
        assertThat(found.get(0).measured()).isNull();
    }

    @Test
    void contactsAndCostsAreThoseOfFirstActionsUnderTheirOwnStrategy() {
        ContactLoad load = ContactLoad.of(COUNTS, BEFORE, BEFORE);

        assertThat(load.costBefore()).isEqualTo(40);
        assertThat(load.costAfter()).isEqualTo(50);
        assertThat(load.contactedBefore()).isEqualTo(40);
        assertThat(load.contactedAfter()).isEqualTo(50);
        assertThat(load.channels())
                .extracting(ContactLoad.ByChannel::channel, ContactLoad.ByChannel::before, ContactLoad.ByChannel::after)
                .containsExactlyInAnyOrder(tuple("EMAIL", 40L, 50L), tuple("SHOP", 60L, 50L));
    }

    @Test
    void ofTwoSetsOfLimitsTheLowerCount() {
        ChangeLimits both = new ChangeLimits(0.3, null, 0.1, null, Map.of("EMAIL", 0.5, "SHOP", 0.1))
                .and(new ChangeLimits(0.2, 0.4, null, null, Map.of("EMAIL", 0.2)));

        assertThat(both).isEqualTo(new ChangeLimits(0.2, 0.4, 0.1, null, Map.of("EMAIL", 0.2, "SHOP", 0.1)));
    }

    @Test
    void anExcessIsWithinOneThatGoesAsFar() {
        Excess some = new Excess(Excess.Kind.CONTACTS, "EMAIL", 0.1, 0.2, "");
        Excess more = new Excess(Excess.Kind.CONTACTS, "EMAIL", 0.1, 0.3, "");
        Excess fromNothing = new Excess(Excess.Kind.CONTACTS, "EMAIL", 0.1, null, "");
        Excess elsewhere = new Excess(Excess.Kind.CONTACTS, "SHOP", 0.1, 0.9, "");

        assertThat(some.isWithin(more)).isTrue();
        assertThat(more.isWithin(some)).isFalse();
        assertThat(more.isWithin(fromNothing)).isTrue();
        assertThat(fromNothing.isWithin(more)).isFalse();
        assertThat(some.isWithin(elsewhere)).isFalse();
    }

    private static List<Excess> beyond(ChangeLimits limits) {
        return new ChangeMeasure(COUNTS, BEFORE, BEFORE).beyond(limits);
    }

    private static Transitions.Cell cell(String from, String to, long customers) {
        return new Transitions.Cell(from, to, customers, 1, 1);
    }
}
