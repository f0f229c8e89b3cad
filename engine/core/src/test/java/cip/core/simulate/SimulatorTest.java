package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final List<CustomerRecord> CUSTOMERS = SmallStrategy.customers(500, 7);

    private final Decider before = SmallStrategy.decider();
    private final Decider after = SmallStrategy.compile(withValuableFrom(600));
    private final Simulator simulator = new Simulator(before, after);

    @Test
    void aStrategyMovesNobodyAgainstItself() {
        Simulator.Compared compared = new Simulator(before, before).compare(CUSTOMERS, CONTEXT);

        assertThat(compared.changes()).isEmpty();
        assertThat(compared.counts().changed()).isZero();
        assertThat(compared.counts().segments().moved()).isZero();
        assertThat(compared.counts().valueAfter()).isEqualTo(compared.counts().valueBefore());
    }

    @Test
    void everyCustomerIsInOneCellAndTheSidesAreTheDecisionsOfEachStrategy() {
        Simulation counts = simulator.compare(CUSTOMERS, CONTEXT).counts();

        assertThat(counts.customers()).isEqualTo(CUSTOMERS.size());
        assertThat(sums(counts.segments(), Transitions.Cell::from)).isEqualTo(segments(before));
        assertThat(sums(counts.segments(), Transitions.Cell::to)).isEqualTo(segments(after));
        assertThat(sums(counts.actions(), Transitions.Cell::from)).isEqualTo(firstActions(before));
        assertThat(sums(counts.actions(), Transitions.Cell::to)).isEqualTo(firstActions(after));
    }

    @Test
    void theChangesAreThoseWhoseSegmentOrFirstActionDiffers() {
        Simulator.Compared compared = simulator.compare(CUSTOMERS, CONTEXT);

        assertThat(compared.changes())
                .isNotEmpty()
                .hasSize((int) compared.counts().changed())
                .allMatch(Change::changes)
                .anyMatch(change -> change.segmentBefore().equals("valuable")
                        && !change.segmentAfter().equals("valuable"));
    }

    @Test
    void pagesAddUpToTheWhole() {
        Simulation whole = simulator.compare(CUSTOMERS, CONTEXT).counts();
        long customers = 0;
        long changed = 0;
        double valueAfter = 0;
        Transitions actions = Transitions.none();
        for (int from = 0; from < CUSTOMERS.size(); from += 120) {
            List<CustomerRecord> some = CUSTOMERS.subList(from, Math.min(CUSTOMERS.size(), from + 120));
            Simulation page = simulator.compare(some, CONTEXT).counts();
            customers += page.customers();
            changed += page.changed();
            valueAfter += page.valueAfter();
            actions = actions.plus(page.actions());
        }

        assertThat(customers).isEqualTo(whole.customers());
        assertThat(changed).isEqualTo(whole.changed());
        assertThat(sums(actions, cell -> cell.from() + cell.to()))
                .isEqualTo(sums(whole.actions(), cell -> cell.from() + cell.to()));
        assertThat(valueAfter).isCloseTo(whole.valueAfter(), within(1e-6));
    }

    private static JsonNode withValuableFrom(int clv) {
        JsonNode document = SmallStrategy.document();
        ((ObjectNode) document.at("/segments/segments/0/when")).put("value", clv);
        return document;
    }

    private static Map<String, Long> segments(Decider decider) {
        return decider.decide(CUSTOMERS, CONTEXT).stream()
                .collect(Collectors.groupingBy(
                        decision -> decision.segment().id(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> firstActions(Decider decider) {
        return decider.decide(CUSTOMERS, CONTEXT).stream()
                .collect(Collectors.groupingBy(SimulatorTest::firstAction, TreeMap::new, Collectors.counting()));
    }

    private static String firstAction(Decision decision) {
        return decision.recommended().get(0).action().id();
    }

    private static Map<String, Long> sums(Transitions transitions, Function<Transitions.Cell, String> side) {
        return transitions.cells().stream()
                .collect(
                        Collectors.groupingBy(side, TreeMap::new, Collectors.summingLong(Transitions.Cell::customers)));
    }
}
