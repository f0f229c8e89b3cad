package cip.core.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import cip.core.decide.StrategyJson;
import cip.core.simulate.ScoreGoal.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearestChangesTest {
    private static final Decider DECIDER = SmallStrategy.decider();
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final CustomerBase BASE = base();
    private static final NearestChanges CHANGES = new NearestChanges(DECIDER, SmallStrategy.SCHEMA, BASE);

    @Test
    void theNearestAgeBelowARiskOfSixtyPercentIsTheFirstAboveForty() {
        NearestChange change = nearest(new ScoreGoal("churn_risk", Side.BELOW, 0.6), customer(Map.of("age", 25.0)));
        assertEquals("age", change.steps().get(0).attribute().name());
        assertEquals(25.0, change.steps().get(0).now().orElseThrow());
        assertEquals(41.0, change.steps().get(0).to());
        assertEquals("quiet", change.decision().segment().id());
    }

    @Test
    void theNearestIncomeForAValueOfFiveHundredIsTheThresholdItself() {
        NearestChange change =
                nearest(new ScoreGoal("clv", Side.AT_LEAST, 500), customer(Map.of("income", 20_000.0, "age", 50.0)));
        assertEquals(49_000.0, change.steps().get(0).to());
        assertEquals("valuable", change.decision().segment().id());
        assertEquals(29_000 / 90_000.0, change.share(), 0.03);
    }

    @Test
    void aFixedAttributeIsNeverNamed() {
        for (CustomerRecord customer : SmallStrategy.customers(50, 9)) {
            for (ScoreGoal goal : ScoreGoal.nearest(DECIDER.strategy(), decided(customer))) {
                CHANGES.reaching(goal, customer, CONTEXT).forEach(change -> change.steps()
                        .forEach(step -> assertTrue(
                                !step.attribute().name().equals("region"), "region is fixed, but was named")));
            }
        }
    }

    @Test
    void everyChangeThatIsNamedReachesTheGoalAndAlmostAsMuchDoesNot() {
        for (CustomerRecord customer : SmallStrategy.customers(100, 4)) {
            for (ScoreGoal goal : ScoreGoal.nearest(DECIDER.strategy(), decided(customer))) {
                for (NearestChange change : CHANGES.reaching(goal, customer, CONTEXT)) {
                    assertTrue(goal.isReachedBy(decided(changed(customer, change, false))));
                    boolean single = change.steps().size() == 1;
                    boolean known = change.steps().get(0).now().isPresent();
                    assertTrue(!single || !known || !goal.isReachedBy(decided(changed(customer, change, true))));
                }
            }
        }
    }

    @Test
    void nothingIsNamedThatNoCustomerComesNear() {
        CustomerRecord customer = customer(Map.of("age", 50.0, "income", 20_000.0));
        assertEquals(List.of(), CHANGES.reaching(new ScoreGoal("clv", Side.AT_LEAST, 1e9), customer, CONTEXT));
    }

    @Test
    void theGoalsAreTheThresholdsOfTheStrategyNextToTheScores() {
        Decision decision = decided(customer(Map.of("age", 25.0, "income", 20_000.0)));
        assertEquals(
                List.of(new ScoreGoal("clv", Side.AT_LEAST, 500), new ScoreGoal("churn_risk", Side.BELOW, 0.6)),
                ScoreGoal.nearest(DECIDER.strategy(), decision));
    }

    @Test
    void aThresholdThatOnlyADecisionTableKnowsIsAGoalToo() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        document.putArray("tables")
                .add(
                        SmallStrategy.json(
                                """
                {"name":"care","label":"Care","hitPolicy":"FIRST","inputs":["clv"],
                 "outputs":[{"name":"care_level","label":"Level of care","values":["high","low"],"ifNoneHolds":"low"}],
                 "rows":[{"when":[">=499.5"],"then":["high"]}]}"""));
        Decision decision = decided(customer(Map.of("age", 25.0, "income", 20_000.0)));

        assertEquals(
                new ScoreGoal("clv", Side.AT_LEAST, 499.5),
                ScoreGoal.nearest(StrategyJson.read(document), decision).get(0));
    }

    private static CustomerBase base() {
        List<CustomerRecord> customers = SmallStrategy.customers(2_000, 1).stream()
                .sorted(Comparator.comparing(CustomerRecord::id))
                .toList();
        CustomerBaseBuilder base = CustomerBase.builder(DECIDER.hash(), SmallStrategy.AS_OF);
        base.add(
                customers.stream().map(CustomerRecord::id).toList(),
                DECIDER.features(customers, CONTEXT),
                customers.stream()
                        .map(customer -> new CustomerBase.TopAction("window", 0))
                        .toList(),
                DECIDER.strategy().holdout());
        return base.build();
    }

    private static NearestChange nearest(ScoreGoal goal, CustomerRecord customer) {
        return CHANGES.reaching(goal, customer, CONTEXT).get(0);
    }

    private static Decision decided(CustomerRecord customer) {
        return DECIDER.decide(List.of(customer), CONTEXT).get(0);
    }

    private static CustomerRecord customer(Map<String, Object> attributes) {
        return SmallStrategy.customer("c", attributes);
    }

    /** @param almost whether a year, or a tenth of the way, is missing */
    private static CustomerRecord changed(CustomerRecord customer, NearestChange change, boolean almost) {
        Map<String, Object> attributes = new HashMap<>(customer.attributes());
        change.steps().forEach(step -> {
            double to = (Double) step.to();
            double from = (Double) step.now().orElse(to);
            boolean whole = step.attribute().type() == Attribute.Type.WHOLE_NUMBER;
            double missing = whole ? Math.signum(from - to) : 0.1 * (from - to);
            attributes.put(step.attribute().name(), almost ? to + missing : to);
        });
        return new CustomerRecord(customer.id(), attributes, customer.purchases());
    }
}
