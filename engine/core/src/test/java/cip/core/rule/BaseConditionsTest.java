package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BaseConditionsTest {
    private static final Condition LEAVING = Condition.where("churn_risk", Operator.AT_LEAST, 0.6);
    private static final CompiledRules COMPILED =
            RuleCompiler.compile(GeneratedConditions.VOCABULARY, List.of(new Rule("leaving", LEAVING)));
    private static final FeatureMatrix CUSTOMERS =
            BoundaryCustomers.generate(GeneratedConditions.VOCABULARY, COMPILED.rules(), 3, 2_500);

    @Test
    void columnsThatAgreeWithDroolsDecideTheBase() {
        AtomicInteger asked = new AtomicInteger();
        BaseConditions conditions = proven((wanted, terms, guardrails) -> {
            asked.incrementAndGet();
            return ConditionColumns.matching(wanted, terms, guardrails);
        });
        int whileProving = asked.get();

        BitSet rows = conditions.matching(LEAVING, CUSTOMERS);

        assertThat(conditions.difference()).isEmpty();
        assertThat(asked).hasValue(whileProving + 1);
        assertThat(rows).isEqualTo(COMPILED.match(CUSTOMERS).get(0));
    }

    @Test
    void columnsThatDifferOnOneBoundaryNeverDecideTheBase() {
        BaseConditions conditions = proven(BaseConditionsTest::withAtLeastTakenForGreaterThan);
        Condition adHoc = Condition.where("age", Operator.AT_LEAST, 1);

        assertThat(conditions.difference().orElseThrow().toString())
                .contains("Rule leaving holds for Drools, but by columns it does not", "churn_risk = 0.6");
        for (Condition condition : List.of(LEAVING, adHoc)) {
            assertThat(conditions.matching(condition, CUSTOMERS))
                    .isEqualTo(ConditionColumns.matching(condition, CUSTOMERS))
                    .isNotEqualTo(withAtLeastTakenForGreaterThan(List.of(condition), CUSTOMERS, Guardrails.none())
                            .get(0));
        }
    }

    @Test
    void droolsDecidesAlsoWhatIsNestedOneLevelDeeperThanAnAuthorMay() {
        Condition deep = LEAVING;
        while (deep.depth() <= Condition.MAX_DEPTH) {
            deep = new Condition.Not(deep);
        }
        BaseConditions conditions = proven(BaseConditionsTest::withAtLeastTakenForGreaterThan);

        assertThat(conditions.matching(deep, CUSTOMERS)).isEqualTo(ConditionColumns.matching(deep, CUSTOMERS));
    }

    private static BaseConditions proven(ColumnEngine columns) {
        return BaseConditions.prove(
                GeneratedConditions.VOCABULARY,
                Guardrails.none(),
                List.of(COMPILED),
                columns,
                20260630,
                new ProvenConditions());
    }

    private static List<BitSet> withAtLeastTakenForGreaterThan(
            List<Condition> conditions, FeatureMatrix terms, Guardrails guardrails) {
        return ConditionColumns.matching(
                conditions.stream().map(BaseConditionsTest::broken).toList(), terms, guardrails);
    }

    private static Condition broken(Condition condition) {
        return condition instanceof Condition.Comparison comparison && comparison.operator() == Operator.AT_LEAST
                ? new Condition.Comparison(comparison.term(), Operator.GREATER_THAN, comparison.value())
                : condition;
    }
}
