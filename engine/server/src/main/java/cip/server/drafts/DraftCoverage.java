package cip.server.drafts;

import cip.core.decide.StrategyProblem;
import cip.core.rule.DecisionTable;
import cip.core.rule.TableValues;
import cip.core.simulate.DecidingPlace;
import cip.core.simulate.Finding;
import cip.core.simulate.RuleRows;
import cip.core.simulate.UncoveredRules;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom each rule of a draft decides in the base, and how many of the draft's examples stand for it.
 *
 * @param asOf the instant of the base
 * @param customers in the base
 * @param problems as long as there are some, nothing is counted
 * @param scoring models of the draft that have not scored the base: as long as there are some, nothing is counted either
 * @param covered customers in a segment that an example is in
 * @param segments in the draft's order; {@code null} = not counted
 * @param actions those with an engagement rule, in its order; {@code null} = not counted
 * @param tables in the draft's order; {@code null} = not counted
 * @param findings what decides customers and no example stands for, those that touch most customers first; none of a draft
 *     without examples
 */
public record DraftCoverage(
        Instant asOf,
        int customers,
        List<StrategyProblem> problems,
        List<ModelScoring> scoring,
        int covered,
        @Nullable List<CoveredRule> segments,
        @Nullable List<CoveredRule> actions,
        @Nullable List<CoveredTable> tables,
        List<Finding> findings) {
    /**
     * A segment or an action.
     *
     * @param customers in the segment, or those who pass the action's engagement rule
     * @param value sum of the value score over those, in its unit
     * @param examples that expect it and whose customer it decides
     */
    public record CoveredRule(String id, int customers, double value, int examples) {}

    /**
     * A decision table, row by row.
     *
     * @param customers for each row those it decides
     * @param values for each row the sum of the value score over those, in its unit
     * @param examples for each row those whose customer it decides
     * @param otherwise what holds of those for whom no row holds
     */
    public record CoveredTable(
            String name, List<Integer> customers, List<Double> values, List<Integer> examples, CoveredRule otherwise) {}

    static DraftCoverage notCounted(AskedDrafts.Asked asked) {
        return new DraftCoverage(
                asked.decided().asOf(),
                asked.decided().size(),
                asked.checked().problems(),
                asked.seen().scoring(),
                0,
                null,
                null,
                null,
                List.of());
    }

    /** @param examples the same rules over the draft's examples; empty = it has none */
    static DraftCoverage of(Instant asOf, RuleRows rows, Optional<RuleRows> examples) {
        List<CoveredRule> segments = rows.strategy().segments().ids().stream()
                .map(id -> rule(DecidingPlace.segment(id), rows, examples))
                .toList();
        List<CoveredRule> actions = rows.strategy().engagement().stream()
                .map(rule -> rule(DecidingPlace.action(rule.action()), rows, examples))
                .toList();
        int covered = segments.stream()
                .filter(segment -> segment.examples() > 0)
                .mapToInt(CoveredRule::customers)
                .sum();
        return new DraftCoverage(
                asOf,
                rows.customers(),
                List.of(),
                List.of(),
                covered,
                segments,
                actions,
                IntStream.range(0, rows.tables().size())
                        .mapToObj(table -> table(rows.tables().get(table), rows, examples.map(of -> of.tables()
                                .get(table))))
                        .toList(),
                examples.map(of -> UncoveredRules.of(rows, of)).orElse(List.of()));
    }

    private static CoveredRule rule(DecidingPlace place, RuleRows rows, Optional<RuleRows> examples) {
        return rule(place.id(), rows.at(place).orElseGet(BitSet::new), examples.flatMap(of -> of.at(place)), rows);
    }

    private static CoveredRule rule(String id, BitSet decided, Optional<BitSet> examples, RuleRows rows) {
        return new CoveredRule(
                id,
                decided.cardinality(),
                rows.value(decided),
                examples.map(BitSet::cardinality).orElse(0));
    }

    private static CoveredTable table(TableValues values, RuleRows rows, Optional<TableValues> examples) {
        DecisionTable table = values.table();
        return new CoveredTable(
                table.name(),
                values.counting().parallelStream().map(BitSet::cardinality).toList(),
                values.counting().parallelStream().map(rows::value).toList(),
                IntStream.range(0, table.rows().size())
                        .map(row -> examples.map(of -> of.counting().get(row).cardinality())
                                .orElse(0))
                        .boxed()
                        .toList(),
                rule(table.name(), values.none(), examples.map(TableValues::none), rows));
    }
}
