package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenConditionsTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;
    private static final Condition LEAVING = Condition.where("churn_risk", Operator.AT_LEAST, 0.6);
    private static final Condition VALUABLE = Condition.where("clv", Operator.AT_LEAST, 2_000);
    private static final Condition OLD = Condition.where("age", Operator.GREATER_THAN, 60);

    private final ProvenConditions proven = new ProvenConditions();
    private final List<Condition> compared = new ArrayList<>();

    @Test
    void whatAgreedOnceIsNotComparedAgain() {
        prove(VOCABULARY, Guardrails.none(), LEAVING, VALUABLE);
        assertThat(compared).containsExactly(LEAVING, VALUABLE);

        prove(VOCABULARY, Guardrails.none(), VALUABLE, LEAVING);
        assertThat(compared).hasSize(2);
    }

    @Test
    void ofAChangedStrategyOnlyTheChangedConditionsAreCompared() {
        prove(VOCABULARY, Guardrails.none(), LEAVING, VALUABLE);
        compared.clear();

        prove(VOCABULARY, Guardrails.none(), LEAVING, OLD, OLD, Condition.not(VALUABLE));

        assertThat(compared).containsExactly(OLD, Condition.not(VALUABLE));
    }

    @Test
    void aDifferenceIsFoundAmongChangedConditionsAndIsNeverTakenAsProven() {
        prove(VOCABULARY, Guardrails.none(), OLD);
        for (int i = 0; i < 2; i++) {
            BaseConditions wrong = prove(this::withAtLeastTakenForGreaterThan, OLD, LEAVING);
            assertThat(wrong.difference().orElseThrow().rule()).isEqualTo(LEAVING.toString());
        }
    }

    @Test
    void aTermThatMeansSomethingElseIsComparedAgain() {
        prove(VOCABULARY, Guardrails.none(), LEAVING, VALUABLE);
        compared.clear();
        Vocabulary other = new Vocabulary(VOCABULARY.terms().stream()
                .map(term -> term.name().equals("clv") ? term.asPersonal() : term)
                .toList());

        prove(other, Guardrails.none(), LEAVING, VALUABLE);

        assertThat(compared).containsExactly(VALUABLE);
    }

    @Test
    void whatUsesGuardrailsIsComparedEachTime() {
        Guardrails guardrails = Guardrails.compile(
                Map.of(
                        "age.drl",
                        "package guardrails;\nimport cip.core.rule.Customer;\n"
                                + "rule old when Customer( number(\"age\") > 60 ) then end"),
                VOCABULARY);
        Condition old = Condition.not(new Condition.Guardrail("old"));
        prove(VOCABULARY, guardrails, LEAVING, old);
        compared.clear();

        prove(VOCABULARY, guardrails, LEAVING, old);

        assertThat(compared).containsExactly(old);
    }

    @Test
    void afterADifferenceInUseEverythingIsComparedAgain() {
        prove(VOCABULARY, Guardrails.none(), LEAVING);
        proven.forget();
        prove(VOCABULARY, Guardrails.none(), LEAVING);
        assertThat(compared).containsExactly(LEAVING, LEAVING);
    }

    private void prove(Vocabulary vocabulary, Guardrails guardrails, Condition... conditions) {
        assertThat(prove(vocabulary, guardrails, ConditionColumns::matching, conditions)
                        .difference())
                .isEmpty();
    }

    private BaseConditions prove(ColumnEngine columns, Condition... conditions) {
        return prove(VOCABULARY, Guardrails.none(), columns, conditions);
    }

    private BaseConditions prove(
            Vocabulary vocabulary, Guardrails guardrails, ColumnEngine columns, Condition... conditions) {
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(new Rule(condition.toString(), condition));
        }
        CompiledRules compiled = RuleCompiler.compile(vocabulary, rules, guardrails);
        return BaseConditions.prove(
                vocabulary,
                guardrails,
                List.of(compiled),
                (asked, terms, named) -> {
                    compared.addAll(asked);
                    return columns.matching(asked, terms, named);
                },
                7,
                proven);
    }

    private List<BitSet> withAtLeastTakenForGreaterThan(
            List<Condition> conditions, FeatureMatrix terms, Guardrails guardrails) {
        List<BitSet> right = ConditionColumns.matching(conditions, terms, guardrails);
        int wrong = conditions.indexOf(LEAVING);
        if (wrong >= 0) {
            right.get(wrong)
                    .andNot(ConditionColumns.matching(Condition.where("churn_risk", Operator.EQUALS, 0.6), terms));
        }
        return right;
    }
}
