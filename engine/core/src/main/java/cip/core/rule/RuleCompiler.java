package cip.core.rule;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;

/**
 * Makes Drools rules from conditions without any text: patterns, lambdas and index keys are handed over as objects, so
 * nothing an author writes is ever parsed, compiled or class-loaded.
 *
 * <p>Two constraints of the network are shared, or told apart, by their expression id alone, and an index silently keeps
 * only one constraint per key. So equal conditions get the same id and different ones never do; the id is a number of
 * ours. What stands in the outermost {@code all} becomes one constraint each, indexed where Drools can find the matching
 * thresholds or texts without testing each; deeper groups are one constraint each. Rules of one condition are one rule to
 * Drools.
 */
public final class RuleCompiler {
    private final TermLayout layout;
    private final Map<Condition, String> expressions = new HashMap<>();

    private RuleCompiler(TermLayout layout) {
        this.layout = layout;
    }

    public static CompiledRules compile(Vocabulary vocabulary, List<Rule> rules) {
        return compile(vocabulary, rules, Guardrails.none());
    }

    /** @throws cip.core.error.EngineException INVALID_CONDITION naming every problem of every rule by its id */
    public static CompiledRules compile(Vocabulary vocabulary, List<Rule> rules, Guardrails guardrails) {
        Rule.require(rules, vocabulary, guardrails.names());
        return compileChecked(vocabulary, rules, guardrails);
    }

    /** For conditions that were checked before, or are made of such. */
    static CompiledRules compileChecked(Vocabulary vocabulary, List<Rule> rules, Guardrails guardrails) {
        TermLayout layout = TermLayout.of(rules.stream().map(Rule::condition).toList());
        RuleCompiler compiler = new RuleCompiler(layout);
        ModelImpl model = new ModelImpl();
        Map<Condition, int[]> byCondition = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            byCondition.merge(rules.get(i).condition(), new int[] {i}, RuleCompiler::followedBy);
        }
        byCondition.forEach((condition, indexes) -> model.addRule(compiler.build(condition, indexes)));
        return new CompiledRules(vocabulary, rules, guardrails, layout, KieBaseBuilder.createKieBaseFromModel(model));
    }

    private static int[] followedBy(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    /** @param indexes of all rules that have this condition */
    private org.drools.model.Rule build(Condition condition, int[] indexes) {
        Variable<Row> customer = declarationOf(Row.class, "customer");
        PatternDef<Row> pattern = pattern(customer);
        List<Condition> constraints = new ArrayList<>();
        outermost(condition, constraints);
        constraints.stream().distinct().forEach(constraint -> add(pattern, constraint));
        return rule("rules", "r" + indexes[0]).build(pattern, on(customer).execute(row -> row.matched(indexes)));
    }

    private static void outermost(Condition condition, List<Condition> constraints) {
        if (condition instanceof Condition.All group) {
            group.children().forEach(child -> outermost(child, constraints));
        } else {
            constraints.add(condition);
        }
    }

    private void add(PatternDef<Row> pattern, Condition condition) {
        String id = expressions.computeIfAbsent(condition, unseen -> "c" + expressions.size());
        RowTest test = RowTests.of(condition, layout);
        Optional<IndexKey> key = IndexKey.of(condition);
        if (key.isEmpty()) {
            pattern.expr(id, row -> test.holds(row.columns, row.row));
            return;
        }
        int position = layout.term(key.get().term());
        ConstraintType type = key.get().type();
        if (key.get().value() instanceof String text) {
            pattern.expr(
                    id,
                    row -> test.holds(row.columns, row.row),
                    alphaIndexedBy(String.class, type, position, row -> row.text(position), text));
        } else {
            Double number = (Double) key.get().value();
            pattern.expr(
                    id,
                    row -> test.holds(row.columns, row.row),
                    alphaIndexedBy(Double.class, type, position, row -> row.number(position), number));
        }
    }

    /** What Drools may look a comparison up by instead of testing it. */
    private record IndexKey(String term, ConstraintType type, Object value) {
        static Optional<IndexKey> of(Condition condition) {
            if (!(condition instanceof Condition.Comparison comparison)) {
                return Optional.empty();
            }
            return type(comparison.operator())
                    .map(type -> new IndexKey(comparison.term(), type, value(comparison.value())));
        }

        private static Optional<ConstraintType> type(Operator operator) {
            return switch (operator) {
                case EQUALS -> Optional.of(ConstraintType.EQUAL);
                case LESS_THAN -> Optional.of(ConstraintType.LESS_THAN);
                case AT_MOST -> Optional.of(ConstraintType.LESS_OR_EQUAL);
                case GREATER_THAN -> Optional.of(ConstraintType.GREATER_THAN);
                case AT_LEAST -> Optional.of(ConstraintType.GREATER_OR_EQUAL);
                case NOT_EQUALS, BETWEEN, ONE_OF, NOT_ONE_OF, IS_MISSING, IS_PRESENT -> Optional.empty();
            };
        }

        private static Object value(Literal literal) {
            if (literal instanceof Literal.OfText text) {
                return text.value();
            }
            return literal instanceof Literal.OfYesNo yesNo
                    ? Double.valueOf(yesNo.value() ? 1 : 0)
                    : Double.valueOf(((Literal.OfNumber) literal).value());
        }
    }
}
