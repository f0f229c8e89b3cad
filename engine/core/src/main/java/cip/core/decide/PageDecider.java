package cip.core.decide;

import cip.core.action.Action;
import cip.core.arbitrate.Arbitration;
import cip.core.contact.ContactColumns;
import cip.core.contact.ContactRules;
import cip.core.contact.Suppressions;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.ConditionParts;
import cip.core.rule.Guardrail;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides pages of a scored base under one strategy column by column: segment, first action and its expected value, the same
 * as {@link Decider#decide} gives one by one, without an object per customer. Immutable; safe to share between threads.
 */
public final class PageDecider {
    private final Strategy strategy;
    private final BaseConditions conditions;
    private final List<Condition> segmentConditions;
    private final TableOrder tableOrder;
    /** By wave of the tables that are decided after the segments. */
    private final List<ConditionParts> lateRows;

    private final ConditionParts stages;
    private final List<Action> ranked;
    private final int[] rules;
    private final ContactRules contactRules;

    public PageDecider(Decider decider) {
        this(decider.strategy(), decider.baseConditions());
    }

    /**
     * @param strategy without problems, which need not be compiled
     * @param conditions decide its conditions
     */
    public PageDecider(Strategy strategy, BaseConditions conditions) {
        this.strategy = strategy;
        this.conditions = conditions;
        this.segmentConditions =
                strategy.segments().segments().stream().map(Segment::when).toList();
        this.tableOrder = TableOrder.of(strategy.tables());
        SegmentParts parts = new SegmentParts(tableOrder, conditions.guardrails());
        this.lateRows = tableOrder.afterSegments().stream()
                .map(wave -> parts.of(wave.conditions()))
                .toList();
        this.stages = parts.of(stages(strategy.engagement()));
        Comparator<Integer> order = Comparator.comparing(
                rule -> action(strategy.engagement().get(rule).action()), Arbitration.tieOrder());
        List<Integer> sorted = new ArrayList<>();
        for (int rule = 0; rule < strategy.engagement().size(); rule++) {
            sorted.add(rule);
        }
        sorted.sort(order);
        this.rules = sorted.stream().mapToInt(Integer::intValue).toArray();
        this.ranked = sorted.stream()
                .map(rule -> action(strategy.engagement().get(rule).action()))
                .toList();
        this.contactRules = new ContactRules(strategy.contacts(), strategy.actions());
    }

    /**
     * What became of the customers of a page.
     *
     * @param segments for each row the number of its segment, in the strategy's order
     * @param actions for each row the number of its first action in {@link #actions()}
     * @param expectedValues of these actions
     * @param suppressed rows from whom the contact policy keeps an action that they would get otherwise, ranked wherever
     */
    public record Outcomes(short[] segments, short[] actions, double[] expectedValues, BitSet suppressed) {}

    public Strategy strategy() {
        return strategy;
    }

    /** The actions that can come first; the fallback is the last one. */
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(ranked);
        actions.add(action(strategy.actions().fallback()));
        return actions;
    }

    /** Names of the terms that decisions need beside the segment and what tables give. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (Condition condition : conditions()) {
            terms.addAll(condition.terms());
            named.addAll(condition.guardrails());
        }
        for (Guardrail guardrail : conditions.guardrails().all()) {
            if (named.contains(guardrail.name())) {
                terms.addAll(guardrail.terms());
            }
        }
        actions().forEach(action -> terms.addAll(action.termsUsed()));
        strategy.actions().channels().forEach(channel -> channel.consentAttribute()
                .ifPresent(terms::add));
        strategy.tables().forEach(table -> terms.addAll(table.inputs()));
        terms.remove(StrategyVocabulary.SEGMENT);
        terms.removeAll(outputs());
        return terms;
    }

    /** Names of the terms that the tables give. */
    public Set<String> outputs() {
        Set<String> outputs = new HashSet<>();
        strategy.tables().forEach(table -> table.outputs().forEach(output -> outputs.add(output.name())));
        return outputs;
    }

    private List<Condition> conditions() {
        List<Condition> all = new ArrayList<>(segmentConditions);
        all.addAll(stages(strategy.engagement()));
        return all;
    }

    /**
     * What another strategy decided of the same page that this one would decide alike.
     *
     * @param decided rows of conditions
     */
    public Map<Condition, BitSet> shared(PageDecider other, Map<Condition, BitSet> decided) {
        if (conditions.difference().isPresent()
                || other.conditions.difference().isPresent()
                || !strategy.guardrails().equals(other.strategy.guardrails())) {
            return new HashMap<>();
        }
        Map<Condition, BitSet> shared = new HashMap<>(decided);
        if (!strategy.tables().equals(other.strategy.tables())) {
            Set<String> outputs = outputs();
            outputs.addAll(other.outputs());
            shared.keySet()
                    .removeIf(condition -> !condition.guardrails().isEmpty()
                            || condition.terms().stream().anyMatch(outputs::contains));
        }
        return shared;
    }

    /**
     * @param facts a column for each of {@link #terms()} that there is
     * @param heldOut rows left untouched to measure lift
     * @param contacts of the same customers
     * @param decided rows of conditions of this page that are known; those decided now are added
     */
    public Outcomes decide(
            FeatureMatrix facts, BitSet heldOut, ContactColumns.Rows contacts, Map<Condition, BitSet> decided) {
        DecidedTables early = DecidedTables.none(facts).then(tableOrder.beforeSegments(), (wave, terms) -> {
            List<Condition> asked = wave.conditions();
            decideNow(asked, terms, decided);
            return asked.stream().map(decided::get).map(Objects::requireNonNull).toList();
        });
        decideNow(segmentConditions, early.terms(), decided);
        Map<String, BitSet> members = new LinkedHashMap<>();
        short[] segments = segments(facts.rows(), decided, members);
        ConditionParts.Members segmented = new ConditionParts.Members(members, facts.rows());
        FeatureMatrix page = late(early, segments, segmented, decided);
        decideNow(stages.free(), early.terms(), decided);
        Map<Condition, BitSet> bound = bound(stages, page);
        PageRanking ranking =
                new PageRanking(strategy.actions(), ranked, page, heldOut, new Suppressions(contactRules, contacts));
        for (int i = 0; i < rules.length; i++) {
            BitSet candidates = new BitSet(page.rows());
            candidates.set(0, page.rows());
            for (int stage = 0; stage < ActionOutcomes.STAGES.size() && !candidates.isEmpty(); stage++) {
                candidates.and(stages.rows(
                        rules[i] * ActionOutcomes.STAGES.size() + stage,
                        part -> bound.getOrDefault(part, decided.get(part)),
                        segmented));
            }
            ranking.add(i, candidates);
        }
        return ranking.finished(segments);
    }

    /** The page with the segments and what tables make of them, if anything asks for those. */
    private FeatureMatrix late(
            DecidedTables early, short[] segments, ConditionParts.Members segmented, Map<Condition, BitSet> decided) {
        if (lateRows.isEmpty() && stages.bound().isEmpty()) {
            return early.terms();
        }
        List<String> ids = strategy.segments().ids();
        String[] column = new String[segments.length];
        Arrays.setAll(column, row -> ids.get(segments[row]));
        List<FeatureColumn> columns = new ArrayList<>(early.terms().columns());
        columns.add(new TextColumn(StrategyVocabulary.SEGMENT, column));
        return early.with(new FeatureMatrix(segments.length, columns))
                .then(tableOrder.afterSegments(), (wave, terms) -> {
                    ConditionParts parts = lateRows.get(
                            wave.number() - tableOrder.beforeSegments().size());
                    decideNow(parts.free(), early.terms(), decided);
                    Map<Condition, BitSet> bound = bound(parts, terms);
                    return parts.rows(part -> bound.getOrDefault(part, decided.get(part)), segmented);
                })
                .terms();
    }

    private void decideNow(List<Condition> wanted, FeatureMatrix page, Map<Condition, BitSet> decided) {
        List<Condition> missing = wanted.stream()
                .filter(part -> !decided.containsKey(part))
                .distinct()
                .toList();
        List<BitSet> rows = conditions.matching(missing, page);
        for (int i = 0; i < missing.size(); i++) {
            decided.put(missing.get(i), rows.get(i));
        }
    }

    /** The first segment that matches takes the customer, the last resort whoever is left. */
    private short[] segments(int rows, Map<Condition, BitSet> decided, Map<String, BitSet> members) {
        List<Segment> declared = strategy.segments().segments();
        int otherwise = strategy.segments().ids().indexOf(strategy.segments().otherwise());
        short[] segments = new short[rows];
        Arrays.fill(segments, (short) otherwise);
        BitSet left = new BitSet(rows);
        left.set(0, rows);
        for (int s = 0; s < declared.size(); s++) {
            BitSet mine = (BitSet) left.clone();
            mine.and(Objects.requireNonNull(decided.get(declared.get(s).when())));
            left.andNot(mine);
            for (int row = mine.nextSetBit(0); row >= 0; row = mine.nextSetBit(row + 1)) {
                segments[row] = (short) s;
            }
            members.put(declared.get(s).id(), mine);
        }
        members.computeIfPresent(strategy.segments().otherwise(), (id, mine) -> {
            mine.or(left);
            return mine;
        });
        return segments;
    }

    private Map<Condition, BitSet> bound(ConditionParts parts, FeatureMatrix page) {
        if (parts.bound().isEmpty()) {
            return Map.of();
        }
        List<BitSet> rows = conditions.matching(parts.bound(), page);
        Map<Condition, BitSet> found = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            found.put(parts.bound().get(i), rows.get(i));
        }
        return found;
    }

    private Action action(String id) {
        return strategy.actions().action(id).orElseThrow();
    }

    /** Three conditions for each rule. */
    public static List<Condition> stages(List<EngagementRule> rules) {
        List<Condition> stages = new ArrayList<>();
        for (EngagementRule rule : rules) {
            for (EngagementRule.Stage stage : ActionOutcomes.STAGES) {
                stages.add(rule.at(stage));
            }
        }
        return stages;
    }
}
