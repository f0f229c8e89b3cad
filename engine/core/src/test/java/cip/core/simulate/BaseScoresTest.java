package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import cip.spi.FeatureColumn.NumberColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BaseScoresTest {
    private static final Decider LIVE = SmallStrategy.decider();
    private static final Decider SWAPPED = SmallStrategy.withOtherModel();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    @Test
    void aModelGivesWhatItGivesToEachCustomerAlone() {
        List<Long> heard = new ArrayList<>();

        NumberColumn scores = BaseScores.of(SWAPPED, "clv", BASE, LIVE.strategy(), heard::add);

        double[] alone = SmallBase.CUSTOMERS.stream()
                .flatMap(customer ->
                        SWAPPED.decide(List.of(customer), new DecisionContext(SmallStrategy.AS_OF)).stream())
                .mapToDouble(decision -> decision.scores().get(0).value())
                .toArray();
        assertThat(scores.values()).isEqualTo(alone);
        assertThat(scores.values()).isNotEqualTo(((NumberColumn) BASE.terms().column("clv")).values());
        assertThat(heard).startsWith(0L).endsWith((long) BASE.size());
    }

    @Test
    void countsOverTheseScoresAreThoseOfTheSimulation() {
        CustomerBase seen = BASE.with(List.of(BaseScores.of(SWAPPED, "clv", BASE, LIVE.strategy(), done -> {})));
        Simulation counts = new BaseSimulation(LIVE, SWAPPED, BASE, LIVE.strategy()).run(change -> {}, done -> {});

        Reach reach = new ReachCounter(seen, LIVE.baseConditions(), "clv", 1 << 20).of(SWAPPED.strategy());

        for (Reach.OfSegment segment : reach.segments()) {
            long simulated = counts.segments().cells().stream()
                    .filter(cell -> cell.to().equals(segment.id()))
                    .mapToLong(Transitions.Cell::customers)
                    .sum();
            assertThat((long) segment.reached()).as(segment.id()).isEqualTo(simulated);
        }
        assertThat(reach.segments()).isNotEmpty();
        assertThat(BASE.terms().column("clv")).isNotEqualTo(seen.terms().column("clv"));
        assertThat(seen.topAction(0)).isEqualTo(BASE.topAction(0));
    }

    @Test
    void progressEndsIt() {
        assertThatThrownBy(() -> BaseScores.of(SWAPPED, "clv", BASE, LIVE.strategy(), done -> {
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);
    }
}
