package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import cip.core.decide.Strategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachCounterTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    /** Enough for everything, for some of it, for nothing. */
    @ParameterizedTest
    @ValueSource(longs = {10_000_000, 5_000, 0})
    void whatWasRememberedCountsLikeWhatIsCountedAnew(long memory) {
        GeneratedStrategies strategies = new GeneratedStrategies(memory + 1);
        List<Strategy> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            edits.add(strategies.next().strategy());
            edits.add(edits.get(i / 2));
        }
        ReachCounter counter = new ReachCounter(BASE, LIVE.baseConditions(), "clv", memory);

        for (Strategy edit : edits) {
            assertThat(counter.of(edit)).isEqualTo(Reach.of(edit, BASE, LIVE.baseConditions(), "clv"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void segmentsReachWhomTheyAreDecidedFor(long seed) {
        Decider decider = new GeneratedStrategies(seed).next();
        List<Decision> decisions = decider.decide(SmallBase.CUSTOMERS, CONTEXT);

        Reach reach = new ReachCounter(BASE, LIVE.baseConditions(), "clv", 10_000_000).of(decider.strategy());

        for (Reach.OfSegment segment : reach.segments()) {
            List<Decision> mine = decisions.stream()
                    .filter(decision -> decision.segment().id().equals(segment.id()))
                    .toList();
            double value = mine.stream()
                    .flatMapToDouble(decision -> SmallBase.score(decision, "clv").number().stream())
                    .sum();
            assertThat(segment.reached()).as(segment.id()).isEqualTo(mine.size());
            assertThat(segment.value()).isCloseTo(value, within(1e-6));
        }
    }

    @Test
    void oneChangedThresholdAfterAnotherIsCountedEachTime() {
        ReachCounter counter = new ReachCounter(BASE, LIVE.baseConditions(), "clv", 10_000_000);
        List<Integer> matching = new ArrayList<>();

        for (int from : new int[] {300, 500, 300, 700}) {
            ObjectNode document = (ObjectNode) SmallStrategy.document();
            ((ObjectNode) document.at("/segments/segments/0/when")).put("value", from);
            Reach reach = counter.of(SmallStrategy.compile(document).strategy());
            assertThat(reach.segments().stream()
                            .mapToInt(Reach.OfSegment::reached)
                            .sum())
                    .isEqualTo(BASE.size());
            matching.add(reach.segments().get(0).matching());
        }

        assertThat(matching.get(0)).isEqualTo(matching.get(2)).isGreaterThan(matching.get(1));
        assertThat(matching.get(1)).isGreaterThan(matching.get(3));
    }
}
