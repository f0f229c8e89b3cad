package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Decides any condition for one customer or a whole base under one strategy: for one by the tests of its row, for many column
 * by column, while both are proven equal to Drools on the rules of that strategy; after a difference by Drools. Immutable;
 * safe to share between threads.
 */
public final class BaseConditions {
    /** Random and boundary customers on whom all must agree before any but Drools may decide. */
    public static final int COMPARED_CUSTOMERS = 10_000;

    private final Vocabulary vocabulary;
    private final Guardrails guardrails;
    private final ColumnEngine columns;
    private final Optional<EngineParity.Difference> difference;

    private BaseConditions(
            Vocabulary vocabulary,
            Guardrails guardrails,
            ColumnEngine columns,
            Optional<EngineParity.Difference> difference) {
        this.vocabulary = vocabulary;
        this.guardrails = guardrails;
        this.columns = columns;
        this.difference = difference;
    }

    /**
     * Compares columns and rows with Drools on those of the strategy's own rules that were not proven before.
     *
     * @param vocabulary what conditions may speak of
     * @param rules everything that the strategy compiled
     * @param seed of the generated customers
     * @param proven before, by the same columns; what agrees now is added
     */
    public static BaseConditions prove(
            Vocabulary vocabulary,
            Guardrails guardrails,
            List<CompiledRules> rules,
            ColumnEngine columns,
            long seed,
            ProvenConditions proven) {
        Optional<EngineParity.Difference> difference = rules.stream()
                .flatMap(compiled -> difference(compiled, columns, seed, proven).stream())
                .findFirst();
        return new BaseConditions(vocabulary, guardrails, columns, difference);
    }

    private static Optional<EngineParity.Difference> difference(
            CompiledRules compiled, ColumnEngine columns, long seed, ProvenConditions proven) {
        List<Rule> unproven = proven.unproven(compiled);
        if (unproven.isEmpty()) {
            return Optional.empty();
        }
        Vocabulary vocabulary = compiled.vocabulary();
        CompiledRules wanted = unproven.size() == compiled.rules().size()
                ? compiled
                : RuleCompiler.compileChecked(vocabulary, unproven, compiled.guardrails());
        Optional<EngineParity.Difference> difference = EngineParity.verify(wanted, columns, seed, COMPARED_CUSTOMERS);
        if (difference.isEmpty()) {
            proven.add(unproven, vocabulary);
        }
        return difference;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public Guardrails guardrails() {
        return guardrails;
    }

    /** Why Drools decides everything; empty = it does not. */
    public Optional<EngineParity.Difference> difference() {
        return difference;
    }

    /** The same with everything decided by Drools. @param because of a difference that came to light later */
    public BaseConditions byDrools(EngineParity.Difference because) {
        return new BaseConditions(vocabulary, guardrails, columns, Optional.of(because));
    }

    /**
     * Compares on customers at hand what the proof compares on generated ones.
     *
     * @param terms a column for each term that the rules speak of
     * @param customers says who is in a row, without personal data
     * @return the first difference; empty = none
     */
    public Optional<EngineParity.Difference> difference(
            CompiledRules rules, FeatureMatrix terms, IntFunction<String> customers) {
        return EngineParity.difference(rules, columns, terms, (rule, row) -> customers.apply(row));
    }

    /**
     * Decides rules for customers.
     *
     * @param rules of this strategy
     * @param terms a column for each term that the rules speak of
     */
    public Matches match(CompiledRules rules, FeatureMatrix terms) {
        if (difference.isPresent()) {
            return new Matches.OfMany(rules.match(terms));
        }
        return terms.rows() == 1
                ? rules.matchOne(terms)
                : new Matches.OfMany(columns.matching(rules.conditions(), terms, guardrails));
    }

    /**
     * The rows for which the condition holds.
     *
     * @param condition one that was checked against the vocabulary
     * @param terms a column for each term the condition speaks of
     */
    public BitSet matching(Condition condition, FeatureMatrix terms) {
        return matching(List.of(condition), terms).get(0);
    }

    /** For each condition the rows for which it holds. */
    public List<BitSet> matching(List<Condition> conditions, FeatureMatrix terms) {
        if (difference.isEmpty()) {
            return columns.matching(conditions, terms, guardrails);
        }
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(new Rule("condition " + rules.size(), condition));
        }
        return RuleCompiler.compileChecked(vocabulary, rules, guardrails).match(terms);
    }
}
