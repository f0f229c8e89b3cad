package cip.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
    private static final Vocabulary VOCABULARY = GeneratedConditions.VOCABULARY;

    @Test
    void everyComparisonWithAMissingValueIsFalse() {
        FeatureMatrix nobody = Rows.of(1).withAll(VOCABULARY);
        List<Rule> rules = new ArrayList<>();
        for (Term term : VOCABULARY.terms()) {
            for (Operator operator : term.operators()) {
                rules.add(new Rule(term.name() + " " + operator, comparison(term, operator)));
            }
        }
        List<BitSet> drools = RuleCompiler.compile(VOCABULARY, rules).match(nobody);
        for (int i = 0; i < rules.size(); i++) {
            Condition.Comparison comparison =
                    (Condition.Comparison) rules.get(i).condition();
            boolean asksForMissing = comparison.operator() == Operator.IS_MISSING;
            assertThat(drools.get(i).get(0)).as(rules.get(i).id()).isEqualTo(asksForMissing);
            assertThat(ConditionColumns.matching(comparison, nobody).get(0))
                    .as(rules.get(i).id())
                    .isEqualTo(asksForMissing);
        }
    }

    @Test
    void theNegationOfAMissingComparisonHolds() {
        FeatureMatrix nobody = Rows.of(1).withAll(VOCABULARY);
        assertThat(holds(Condition.not(Condition.where("churn_risk", Operator.AT_LEAST, 0.6)), nobody))
                .isTrue();
        assertThat(holds(Condition.where("churn_risk", Operator.LESS_THAN, 0.6), nobody))
                .isFalse();
    }

    @Test
    void minusZeroIsZero() {
        FeatureMatrix customer = Rows.of(1).numbers("balance", -0.0).build();
        assertThat(holds(Condition.where("balance", Operator.AT_LEAST, 0), customer))
                .isTrue();
        assertThat(holds(Condition.where("balance", Operator.EQUALS, 0), customer))
                .isTrue();
        assertThat(holds(Condition.where("balance", Operator.LESS_THAN, 0), customer))
                .isFalse();
        assertThat(holds(
                        new Condition.Comparison("balance", Operator.ONE_OF, new Literal.OfNumbers(List.of(-0.0, 5.0))),
                        customer))
                .isTrue();
    }

    @Test
    void anEmptyConditionIsEveryCustomer() {
        FeatureMatrix customers = new FeatureMatrix(3_000, List.of());
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, List.of(new Rule("all", Condition.everyone())));
        assertThat(compiled.match(customers).get(0).cardinality()).isEqualTo(3_000);
        assertThat(ConditionColumns.matching(Condition.everyone(), customers).cardinality())
                .isEqualTo(3_000);
    }

    @Test
    void noCustomersAndNoRulesAreFine() {
        assertThat(RuleCompiler.compile(VOCABULARY, List.of()).match(new FeatureMatrix(5, List.of())))
                .isEmpty();
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, List.of(new Rule("all", Condition.everyone())));
        assertThat(compiled.match(new FeatureMatrix(0, List.of()))).containsExactly(new BitSet());
    }

    @Test
    void oneCustomerAloneIsDecidedAsAmongMany() {
        List<Rule> rules = new GeneratedConditions(4).rules(40);
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, rules);
        FeatureMatrix customers = BoundaryCustomers.generate(VOCABULARY, rules, 4, 1_200);
        List<BitSet> together = compiled.match(customers);
        for (int row = 0; row < customers.rows(); row += 13) {
            List<BitSet> alone = compiled.match(row(customers, row));
            for (int rule = 0; rule < rules.size(); rule++) {
                assertThat(alone.get(rule).get(0)).isEqualTo(together.get(rule).get(row));
            }
        }
    }

    @Test
    void fourThreadsGetTheirOwnAnswers() throws InterruptedException, ExecutionException {
        List<Rule> rules = new GeneratedConditions(8).rules(30);
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, rules);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int task = 0; task < 40; task++) {
            FeatureMatrix customers = BoundaryCustomers.generate(VOCABULARY, rules, task, 500);
            List<BitSet> expected = ConditionColumns.matching(
                    rules.stream().map(Rule::condition).toList(), customers, Guardrails.none());
            tasks.add(() -> compiled.match(customers).equals(expected) ? 0 : 1);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int wrong = 0;
        try {
            for (Future<Integer> future : threads.invokeAll(tasks)) {
                wrong += future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(wrong).isZero();
    }

    @Test
    void aThousandRulesCompile() {
        List<Rule> rules = new GeneratedConditions(1_000).rules(1_000);
        CompiledRules compiled = RuleCompiler.compile(VOCABULARY, rules);
        assertThat(EngineParity.verify(compiled, 1_000, 300)).isEmpty();
    }

    @Test
    void problemsOfAllRulesAreNamedByRule() {
        List<Rule> rules = List.of(
                new Rule("win back", Condition.all(Condition.where("churn", Operator.AT_LEAST, 0.6))),
                new Rule("fine", Condition.everyone()),
                new Rule("retain", Condition.where("region", Operator.AT_LEAST, 1)));
        assertThatThrownBy(() -> RuleCompiler.compile(VOCABULARY, rules))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("At rule win back/all/0: There is no term \"churn\".")
                .hasMessageContaining("At rule retain: The term region is a text");
    }

    @Test
    void aMatrixWithoutATermIsRefusedByName() {
        CompiledRules compiled =
                RuleCompiler.compile(VOCABULARY, List.of(new Rule("r", Condition.where("clv", Operator.AT_LEAST, 1))));
        FeatureMatrix other = Rows.of(1).numbers("age", 1).build();
        assertThatThrownBy(() -> compiled.match(other))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("There is no column for the term clv among [age].");
    }

    private static boolean holds(Condition condition, FeatureMatrix customers) {
        boolean drools = RuleCompiler.compile(VOCABULARY, List.of(new Rule("r", condition)))
                .match(customers)
                .get(0)
                .get(0);
        assertThat(ConditionColumns.matching(condition, customers).get(0)).isEqualTo(drools);
        return drools;
    }

    private static Condition comparison(Term term, Operator operator) {
        boolean text = term.type() == Term.Type.TEXT;
        Literal single = text
                ? new Literal.OfText(
                        term.values().isEmpty() ? "x" : term.values().get(0))
                : term.type() == Term.Type.YES_NO ? new Literal.OfYesNo(true) : new Literal.OfNumber(0);
        return new Condition.Comparison(
                term.name(),
                operator,
                switch (operator.value()) {
                    case NONE -> new Literal.Nothing();
                    case SINGLE, NUMBER -> single;
                    case RANGE -> new Literal.Range(0, 1);
                    case LIST ->
                        text
                                ? new Literal.OfTexts(List.of(((Literal.OfText) single).value()))
                                : new Literal.OfNumbers(List.of(0.0));
                });
    }

    private static FeatureMatrix row(FeatureMatrix terms, int row) {
        return new FeatureMatrix(
                1,
                terms.columns().stream()
                        .<FeatureColumn>map(column -> column instanceof FeatureColumn.NumberColumn number
                                ? new FeatureColumn.NumberColumn(column.name(), new double[] {number.values()[row]})
                                : new FeatureColumn.TextColumn(
                                        column.name(),
                                        new String[] {((FeatureColumn.TextColumn) column).values()[row]}))
                        .toList());
    }
}
