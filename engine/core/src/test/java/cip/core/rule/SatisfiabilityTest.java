package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SatisfiabilityTest {
    private static final Vocabulary WORDS = GeneratedConditions.VOCABULARY;

    /** Whoever is given as an example meets the condition; where there is none, no generated customer meets it. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20260302, -11})
    void everyVerdictHoldsForGeneratedConditionsAndCustomers(long seed) {
        GeneratedConditions generated = new GeneratedConditions(seed);
        int possible = 0;
        int impossible = 0;
        for (int i = 0; i < 400; i++) {
            Condition condition = Condition.all(generated.next(), generated.next(), generated.next());
            Optional<Optional<FeatureMatrix>> example = Satisfiability.example(condition, WORDS);
            assertThat(example).as("given up: %s", condition).isPresent();
            if (example.get().isPresent()) {
                possible++;
                assertThat(ConditionColumns.matching(condition, example.get().get())
                                .get(0))
                        .as("seed %s, %s", seed, condition)
                        .isTrue();
            } else {
                impossible++;
                assertThat(meeting(condition, seed + i))
                        .as("seed %s, %s", seed, condition)
                        .isZero();
            }
        }
        assertThat(possible).isGreaterThan(50);
        assertThat(impossible).isGreaterThan(50);
    }

    @Test
    void twoThresholdsThatLeaveNothingBetweenThemAreImpossible() {
        Condition above = Condition.where("clv", Operator.GREATER_THAN, 100);
        assertThat(Satisfiability.of(Condition.all(above, Condition.where("clv", Operator.LESS_THAN, 100)), WORDS))
                .isEqualTo(new Satisfiability.Impossible());
        assertThat(Satisfiability.of(
                        Condition.all(above, Condition.where("clv", Operator.LESS_THAN, Math.nextUp(100.0))), WORDS))
                .isEqualTo(new Satisfiability.Impossible());
        assertThat(Satisfiability.of(Condition.all(above, Condition.where("clv", Operator.AT_MOST, 101)), WORDS))
                .isEqualTo(new Satisfiability.Possible("Lifetime value €101"));
    }

    @Test
    void aCustomerWithoutTheValueMeetsTheNegation() {
        Condition atLeast = Condition.where("clv", Operator.AT_LEAST, 10);
        Condition below = Condition.where("clv", Operator.LESS_THAN, 10);
        assertThat(Satisfiability.of(Condition.all(Condition.not(atLeast), Condition.not(below)), WORDS))
                .isEqualTo(new Satisfiability.Possible("Lifetime value missing"));
    }

    @Test
    void whatLiesOutsideTheTermsRangeDoesNotOccur() {
        assertThat(Satisfiability.of(Condition.where("churn_risk", Operator.GREATER_THAN, 1), WORDS)
                        .isImpossible())
                .isTrue();
        assertThat(Satisfiability.of(
                                Condition.where(
                                        "region", Operator.NOT_ONE_OF, List.of("West", "South", "East", "North")),
                                WORDS)
                        .isImpossible())
                .isTrue();
        assertThat(Satisfiability.of(Condition.where("segment", Operator.IS_MISSING), WORDS)
                        .isImpossible())
                .isTrue();
    }

    @Test
    void aStricterConditionImpliesALaxerOneAndNotTheOtherWayRound() {
        Condition strict = Condition.all(
                Condition.where("clv", Operator.AT_LEAST, 200), Condition.where("region", Operator.EQUALS, "West"));
        Condition lax = Condition.any(
                Condition.where("clv", Operator.GREATER_THAN, 100), new Condition.Guardrail("settled_customer"));
        assertThat(Satisfiability.implies(strict, lax, WORDS)).isTrue();
        assertThat(Satisfiability.implies(lax, strict, WORDS)).isFalse();
    }

    @Test
    void aGuardrailMayHoldOrNot() {
        Condition guardrail = new Condition.Guardrail("settled_customer");
        assertThat(Satisfiability.of(guardrail, WORDS))
                .isEqualTo(new Satisfiability.Possible("guardrail settled_customer holds"));
        assertThat(Satisfiability.of(Condition.all(guardrail, Condition.not(guardrail)), WORDS)
                        .isImpossible())
                .isTrue();
    }

    private static int meeting(Condition condition, long seed) {
        FeatureMatrix customers = BoundaryCustomers.generate(WORDS, List.of(new Rule("r", condition)), seed, 3_000);
        BitSet meeting = ConditionColumns.matching(condition, customers);
        return (int) meeting.stream().filter(row -> canOccur(customers, row)).count();
    }

    /** Generated customers also have values that no term's declaration allows. */
    private static boolean canOccur(FeatureMatrix customers, int row) {
        return WORDS.terms().stream().allMatch(term -> {
            if (term.type() == Term.Type.TEXT) {
                String text = ((TextColumn) customers.column(term.name())).values()[row];
                return text == null
                        ? term.origin() != Term.Origin.SEGMENT
                        : term.values().isEmpty() || term.values().contains(text);
            }
            double number = ((NumberColumn) customers.column(term.name())).values()[row];
            boolean inside = (term.minimum() == null || number >= term.minimum())
                    && (term.maximum() == null || number <= term.maximum());
            return Double.isNaN(number) || (term.type() == Term.Type.YES_NO ? number == 0 || number == 1 : inside);
        });
    }
}
