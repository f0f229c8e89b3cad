package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseSimulationTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void columnsSimulateWhatDecidingOneByOneGives(long seed) {
        GeneratedStrategies strategies = new GeneratedStrategies(seed);
        Decider before = strategies.next();
        Decider after = strategies.next();
        Simulator.Compared expected = new Simulator(before, after).compare(SmallBase.CUSTOMERS, CONTEXT);
        List<Change> changes = new ArrayList<>();

        Simulation counts = new BaseSimulation(before, after, BASE, LIVE.strategy()).run(changes::add, done -> {});

        assertThat(changes).isEqualTo(expected.changes()).isNotEmpty();
        assertSame(counts, expected.counts());
    }

    @Test
    void aModelThatTheBaseWasNotDecidedWithScoresItsFeatures() {
        Decider swapped = SmallStrategy.withOtherModel();
        Simulator.Compared expected = new Simulator(LIVE, swapped).compare(SmallBase.CUSTOMERS, CONTEXT);
        List<Change> changes = new ArrayList<>();

        Simulation counts = new BaseSimulation(LIVE, swapped, BASE, LIVE.strategy()).run(changes::add, done -> {});

        assertThat(changes).isEqualTo(expected.changes()).isNotEmpty();
        assertSame(counts, expected.counts());
    }

    @Test
    void progressEndsASimulation() {
        BaseSimulation simulation = new BaseSimulation(LIVE, LIVE, BASE, LIVE.strategy());

        assertThatThrownBy(() -> simulation.run(change -> {}, done -> {
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);
    }

    static void assertSame(Simulation counts, Simulation expected) {
        assertThat(counts.customers()).isEqualTo(expected.customers());
        assertThat(counts.changed()).isEqualTo(expected.changed());
        assertThat(counts.valueBefore()).isCloseTo(expected.valueBefore(), within(1e-6));
        assertThat(counts.valueAfter()).isCloseTo(expected.valueAfter(), within(1e-6));
        assertThat(counts.suppressedBefore()).isEqualTo(expected.suppressedBefore());
        assertThat(counts.suppressedAfter()).isEqualTo(expected.suppressedAfter());
        assertSame(counts.segments(), expected.segments());
        assertSame(counts.actions(), expected.actions());
    }

    private static void assertSame(Transitions counts, Transitions expected) {
        assertThat(counts.cells()).hasSameSizeAs(expected.cells());
        for (int i = 0; i < expected.cells().size(); i++) {
            Transitions.Cell cell = counts.cells().get(i);
            Transitions.Cell wanted = expected.cells().get(i);
            assertThat(List.of(cell.from(), cell.to(), cell.customers()))
                    .isEqualTo(List.of(wanted.from(), wanted.to(), wanted.customers()));
            assertThat(cell.valueBefore()).isCloseTo(wanted.valueBefore(), within(1e-6));
            assertThat(cell.valueAfter()).isCloseTo(wanted.valueAfter(), within(1e-6));
        }
    }
}
