package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineParityTest {
    /** 100 strategies of 100 rules each: 10,000 conditions, decided for 500 customers on the edge of each threshold. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20260301, -7, 99})
    void droolsAndColumnsAgreeOnGeneratedConditions(long seed) {
        GeneratedConditions generated = new GeneratedConditions(seed);
        for (int i = 0; i < 25; i++) {
            CompiledRules compiled = RuleCompiler.compile(GeneratedConditions.VOCABULARY, generated.rules(100));
            assertThat(EngineParity.verify(compiled, seed + i, 500))
                    .as("seed %s, strategy %s", seed, i)
                    .isEmpty();
        }
    }

    @Test
    void manyThresholdsOnOneTermAgree() {
        List<Rule> rules = new ArrayList<>();
        for (Operator operator : List.of(
                Operator.AT_LEAST, Operator.AT_MOST, Operator.LESS_THAN, Operator.GREATER_THAN, Operator.EQUALS)) {
            for (int i = -20; i <= 20; i++) {
                rules.add(new Rule(operator + " " + i, Condition.where("balance", operator, i)));
                rules.add(new Rule("again " + operator + " " + i, Condition.where("balance", operator, i)));
            }
        }
        CompiledRules compiled = RuleCompiler.compile(GeneratedConditions.VOCABULARY, rules);
        assertThat(EngineParity.verify(compiled, 5, 2_000)).isEmpty();
    }

    @Test
    void aDifferenceNamesRuleAndCustomer() {
        assertThat(new EngineParity.Difference(
                        "win back", true, "columns", "a generated customer with churn_risk = NaN"))
                .hasToString("Rule win back holds for Drools, but by columns it does not,"
                        + " for a generated customer with churn_risk = NaN.");
    }

    @Test
    void generatedCustomersStandOnBothSidesOfEveryThreshold() {
        List<Rule> rules = List.of(new Rule("r", Condition.where("balance", Operator.AT_LEAST, 1_000)));
        FeatureMatrix customers = BoundaryCustomers.generate(GeneratedConditions.VOCABULARY, rules, 1, 50);
        assertThat(((FeatureColumn.NumberColumn) customers.column("balance")).values())
                .contains(1_000, Math.nextUp(1_000.0), Math.nextDown(1_000.0), Double.NaN, 0.0, -0.0);
        BitSet holds = ConditionColumns.matching(rules.get(0).condition(), customers);
        assertThat(holds.cardinality()).isBetween(1, 49);
    }
}
