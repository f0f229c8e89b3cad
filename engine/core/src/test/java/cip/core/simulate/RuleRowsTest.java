package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Example;
import cip.core.decide.Examples;
import cip.core.decide.Outcome;
import cip.core.decide.SmallStrategy;
import cip.core.decide.Strategy;
import cip.core.decide.TableTrace;
import cip.core.rule.TableValues;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRowsTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider LIVE = SmallStrategy.decider();
    private static final CustomerBase BASE = SmallBase.of(LIVE);

    /** Asked of a base that another strategy decided, with a counter that remembers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyRuleDecidesWhomSingleDecisionsSay(long seed) {
        Decider decider = new GeneratedStrategies(seed).next();
        List<Decision> decisions = decider.decideWithReasons(SmallBase.CUSTOMERS, CONTEXT);

        RuleRows rows = counter().rules(decider.strategy(), Interest.lasting());

        for (int customer = 0; customer < decisions.size(); customer++) {
            Decision decision = decisions.get(customer);
            for (String segment : decider.strategy().segments().ids()) {
                assertThat(at(rows, "segments/" + segment).get(customer))
                        .isEqualTo(decision.segment().id().equals(segment));
            }
            for (TableTrace trace : decision.why().orElseThrow().tables()) {
                assertThat(table(rows, trace.name()).counting(customer))
                        .as("customer %s, table %s", customer, trace.name())
                        .isEqualTo(trace.rows());
                assertThat(at(rows, "tables/" + trace.name() + "/otherwise").get(customer))
                        .isEqualTo(trace.rows().isEmpty());
            }
            for (Outcome outcome : decision.outcomes()) {
                assertPasses(rows, outcome, customer);
            }
        }
    }

    private static void assertPasses(RuleRows rows, Outcome outcome, int customer) {
        boolean ruled = rows.strategy().engagement().stream()
                .anyMatch(rule -> rule.action().equals(outcome.action().id()));
        if (ruled && !(outcome instanceof Outcome.HeldOut)) {
            assertThat(at(rows, "engagement/" + outcome.action().id()).get(customer))
                    .as("customer %s, %s", customer, outcome)
                    .isEqualTo(!(outcome instanceof Outcome.NotEligible));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void rulesDecideExamplesLikeTheCustomersTheyWerePinnedFrom(long seed) {
        Decider decider = new GeneratedStrategies(seed).next();
        List<Example> pinned = IntStream.range(0, 60)
                .mapToObj(i -> Examples.pin(
                        decider, SmallBase.CUSTOMERS.get(i), SmallStrategy.AS_OF, "example_" + i, "Why", true))
                .toList();
        Strategy strategy = decider.strategy();
        RuleRows rows = counter().rules(strategy, Interest.lasting());

        RuleRows examples = rows.ofExamples(pinned, LIVE).orElseThrow();

        assertThat(examples.customers()).isEqualTo(60);
        for (int i = 0; i < 60; i++) {
            int customer = i;
            strategy.segments().ids().forEach(id -> assertSame("segments/" + id, rows, examples, customer));
            strategy.engagement().forEach(rule -> {
                String place = "engagement/" + rule.action();
                assertThat(at(examples, place).get(customer))
                        .as(place)
                        .isEqualTo(at(rows, place).get(customer)
                                && pinned.get(customer).expected().actions().contains(rule.action()));
            });
            strategy.tables()
                    .forEach(table -> assertThat(table(examples, table.name()).counting(customer))
                            .isEqualTo(table(rows, table.name()).counting(customer)));
        }
    }

    private static void assertSame(String place, RuleRows rows, RuleRows examples, int customer) {
        assertThat(at(examples, place).get(customer))
                .as(place)
                .isEqualTo(at(rows, place).get(customer));
    }

    @Test
    void anExampleThatCannotBeReadStandsForNothing() {
        Example pinned = Examples.pin(LIVE, SmallBase.CUSTOMERS.get(0), SmallStrategy.AS_OF, "one", "Why", true);
        Example unreadable = new Example(
                "two",
                "Why",
                pinned.asOf(),
                new Example.Frozen(Map.of("not_there", 1.0), pinned.customer().purchases()),
                pinned.expected());
        RuleRows rows = counter().rules(LIVE.strategy(), Interest.lasting());

        assertThat(rows.ofExamples(List.of(unreadable, pinned), LIVE).map(RuleRows::customers))
                .contains(1);
        assertThat(rows.ofExamples(List.of(unreadable), LIVE)).isEmpty();
    }

    @Test
    void valuesOfSegmentsAddUpToThatOfTheBase() {
        Strategy strategy = new GeneratedStrategies(3).next().strategy();
        RuleRows rows = counter().rules(strategy, Interest.lasting());
        BitSet all = new BitSet();
        all.set(0, BASE.size());

        double sum = strategy.segments().ids().stream()
                .mapToDouble(id -> rows.value(at(rows, "segments/" + id)))
                .sum();

        assertThat(sum).isCloseTo(rows.value(all), within(1e-6)).isPositive();
    }

    @Test
    void typicalCustomersAreDecidedByTheRuleAndNearItsMedian() {
        RuleRows rows = counter().rules(LIVE.strategy(), Interest.lasting());
        DecidingPlace place = DecidingPlace.parse("segments/leaving").orElseThrow();
        double[] risks = at(rows, place.toString()).stream()
                .mapToDouble(row -> BASE.number("churn_risk", row))
                .sorted()
                .toArray();

        List<CustomerId> typical = rows.typical(place, Set.of("churn_risk", "not_there"), 3);

        assertThat(typical).hasSize(3).doesNotHaveDuplicates();
        assertThat(BASE.number("churn_risk", BASE.row(typical.get(0)).orElseThrow()))
                .isEqualTo(risks[risks.length / 2]);
        assertThat(typical).allSatisfy(id -> assertThat(
                        at(rows, place.toString()).get(BASE.row(id).orElseThrow()))
                .isTrue());
    }

    @Test
    void rulesWithoutAnExampleAreFoundByTheCustomersTheyDecide() {
        Decider decider = new GeneratedStrategies(2).next();
        Strategy strategy = decider.strategy();
        RuleRows rows = counter().rules(strategy, Interest.lasting());
        Example pinned = Examples.pin(decider, SmallBase.CUSTOMERS.get(0), SmallStrategy.AS_OF, "one", "Why", true);
        RuleRows examples = rows.ofExamples(List.of(pinned), LIVE).orElseThrow();

        List<Finding> found = UncoveredRules.of(rows, examples);

        assertThat(found)
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingInt(Finding::customers).reversed())
                .allMatch(finding -> finding.kind() == Finding.Kind.NO_EXAMPLE && finding.customers() > 0);
        String covered = strategy.segments().ids().stream()
                .filter(id -> at(examples, "segments/" + id).get(0))
                .findFirst()
                .orElseThrow();
        for (String id : strategy.segments().ids()) {
            int customers = at(rows, "segments/" + id).cardinality();
            assertThat(found.stream().filter(finding -> finding.place().equals("segments/" + id)))
                    .as(id)
                    .hasSize(customers > 0 && !id.equals(covered) ? 1 : 0)
                    .allMatch(finding -> finding.customers() == customers);
        }
    }

    @Test
    void placesOfRulesThatAreNotThereDecideNobody() {
        RuleRows rows = counter().rules(LIVE.strategy(), Interest.lasting());

        assertThat(List.of("segments/none", "engagement/none", "tables/none/rows/0", "tables/none/otherwise"))
                .allSatisfy(place -> {
                    DecidingPlace parsed = DecidingPlace.parse(place).orElseThrow();
                    assertThat(parsed).hasToString(place);
                    assertThat(rows.at(parsed)).isEmpty();
                    assertThat(parsed.condition(LIVE.strategy())).isEmpty();
                });
        assertThat(List.of("segments", "tables/care", "tables/care/rows/-1", "tables/care/rows/x", "", "other/a"))
                .allSatisfy(place -> assertThat(DecidingPlace.parse(place)).isEmpty());
    }

    private static ReachCounter counter() {
        return new ReachCounter(BASE, LIVE.baseConditions(), "clv", 10_000_000);
    }

    private static BitSet at(RuleRows rows, String place) {
        return rows.at(DecidingPlace.parse(place).orElseThrow()).orElseThrow();
    }

    private static TableValues table(RuleRows rows, String name) {
        return rows.tables().stream()
                .filter(table -> table.table().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
