package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A decision table whose rows Drools decides. Immutable; safe to share between threads. */
public final class CompiledTable {
    private final DecisionTable table;
    private final CompiledRules rules;

    private CompiledTable(DecisionTable table, CompiledRules rules) {
        this.table = table;
        this.rules = rules;
    }

    /** @throws EngineException INVALID_STRATEGY naming every problem of the table */
    public static CompiledTable compile(DecisionTable table, Vocabulary vocabulary) {
        table.require(vocabulary);
        List<Rule> rules = new ArrayList<>();
        for (DecisionTable.Row row : table.rows()) {
            rules.add(new Rule(table.name() + " row " + (rules.size() + 1), row.condition()));
        }
        return new CompiledTable(table, RuleCompiler.compile(vocabulary, rules));
    }

    public DecisionTable table() {
        return table;
    }

    /** The rows as rules, for {@link EngineParity} and for counting by columns. */
    public CompiledRules rules() {
        return rules;
    }

    /**
     * What the table answers for each customer: the outputs by name of the row that counts, or of every row that counts in
     * order. Empty = no row holds and the outputs have no value for that.
     *
     * @throws EngineException INVALID_STRATEGY when rows hold together that must not
     */
    public List<List<Map<String, Literal>>> decide(FeatureMatrix terms) {
        return decide(rules.match(terms), terms.rows());
    }

    /** The same from rows decided before: for each row of the table the customers it holds for. */
    public List<List<Map<String, Literal>>> decide(List<BitSet> matches, int customers) {
        List<List<Map<String, Literal>>> answers = new ArrayList<>(customers);
        for (int customer = 0; customer < customers; customer++) {
            List<Integer> holding = new ArrayList<>();
            for (int row = 0; row < matches.size(); row++) {
                if (matches.get(row).get(customer)) {
                    holding.add(row);
                }
            }
            answers.add(counting(holding).stream().map(this::named).toList());
        }
        return answers;
    }

    /** The outputs that count when these rows, by position, hold. */
    private List<List<Literal>> counting(List<Integer> holding) {
        Aggregation aggregation = table.aggregation();
        if (aggregation == Aggregation.COUNT) {
            return List.of(List.of(new Literal.OfNumber(holding.size())));
        }
        List<List<Literal>> hits =
                holding.stream().map(row -> table.rows().get(row).then()).toList();
        if (hits.isEmpty()) {
            return table.defaults().map(List::of).orElse(List.of());
        }
        return switch (table.hitPolicy()) {
            case UNIQUE -> {
                if (hits.size() > 1) {
                    throw conflict(holding, "of which only one may");
                }
                yield hits;
            }
            case ANY -> {
                if (hits.stream().distinct().count() > 1) {
                    throw conflict(holding, "which must agree but have different outputs");
                }
                yield hits.subList(0, 1);
            }
            case FIRST -> hits.subList(0, 1);
            case PRIORITY -> ranked(hits).subList(0, 1);
            case OUTPUT_ORDER -> ranked(hits);
            case RULE_ORDER -> hits;
            case COLLECT -> aggregation == null ? hits : List.of(List.of(aggregate(aggregation, hits)));
        };
    }

    private List<List<Literal>> ranked(List<List<Literal>> hits) {
        return hits.stream().sorted(table::byRank).toList();
    }

    private static Literal aggregate(Aggregation aggregation, List<List<Literal>> hits) {
        DoubleStream numbers = hits.stream().mapToDouble(hit -> ((Literal.OfNumber) hit.get(0)).value());
        return new Literal.OfNumber(
                switch (aggregation) {
                    case SUM -> numbers.reduce(0, Double::sum);
                    case MIN -> numbers.min().orElseThrow();
                    case MAX -> numbers.max().orElseThrow();
                    case COUNT -> hits.size();
                });
    }

    private Map<String, Literal> named(List<Literal> values) {
        Map<String, Literal> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(table.outputs().get(i).name(), values.get(i));
        }
        return named;
    }

    private EngineException conflict(List<Integer> holding, String expected) {
        List<String> rows = holding.stream().map(row -> String.valueOf(row + 1)).toList();
        return new EngineException(
                ErrorCode.INVALID_STRATEGY,
                "In the decision table " + table.name() + " rows " + String.join(", ", rows)
                        + " hold for the same customer, " + expected + " under hit policy " + table.hitPolicy() + "."
                        + "\nMaybe a test of one of these rows is too wide, or the table should be FIRST.");
    }
}
