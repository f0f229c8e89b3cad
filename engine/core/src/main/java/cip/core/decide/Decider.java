package cip.core.decide;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.feature.FittedFeatures;
import cip.core.rule.BaseConditions;
import cip.core.rule.CompiledRules;
import cip.core.rule.Condition;
import cip.core.rule.ConditionTraces;
import cip.core.rule.CustomerWords;
import cip.core.rule.EngineParity;
import cip.core.rule.Guardrails;
import cip.core.rule.Matches;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.core.score.ScoreSet;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides for customers under one strategy. A pure function: equal customers and context give equal decisions, alone or
 * among others, in any order, on any thread. Made by {@link StrategyCompiler}.
 */
public final class Decider {
    private final Strategy strategy;
    private final CustomerSchema schema;
    private final StrategyHash hash;
    private final BaseConditions baseConditions;
    private final FittedFeatures features;
    private final ScoreSet scores;
    private final TableOrder tableOrder;
    /** By wave of the tables' order. */
    private final List<CompiledRules> tableRules;

    private final ConditionTraces tableTraces;
    private final CompiledRules segmentRules;
    private final ConditionTraces segmentTraces;
    private final ActionOutcomes actionOutcomes;

    Decider(
            Strategy strategy,
            CustomerSchema schema,
            BaseConditions baseConditions,
            FittedFeatures features,
            ScoreSet scores,
            List<CompiledRules> tableRules,
            CompiledRules segmentRules,
            ActionOutcomes actionOutcomes) {
        this.strategy = strategy;
        this.schema = schema;
        this.hash = strategy.hash();
        this.baseConditions = baseConditions;
        this.features = features;
        this.scores = scores;
        this.tableOrder = TableOrder.of(strategy.tables());
        this.tableRules = List.copyOf(tableRules);
        this.tableTraces = ConditionTraces.of(
                strategy.tables().stream()
                        .flatMap(table -> table.conditions().stream())
                        .toList(),
                baseConditions.vocabulary());
        this.segmentRules = segmentRules;
        this.segmentTraces = segmentRules.traces(baseConditions.vocabulary());
        this.actionOutcomes = actionOutcomes;
    }

    public Strategy strategy() {
        return strategy;
    }

    public StrategyHash hash() {
        return hash;
    }

    public CustomerSchema schema() {
        return schema;
    }

    /** The terms that conditions of this strategy can use. */
    public Vocabulary vocabulary() {
        return baseConditions.vocabulary();
    }

    /** The operator's conditions that this strategy can use by name. */
    public Guardrails guardrails() {
        return baseConditions.guardrails();
    }

    /** Decides any condition over these terms for the whole base. */
    public BaseConditions baseConditions() {
        return baseConditions;
    }

    public FittedFeatures features() {
        return features;
    }

    /** The attributes and features of the customers as of the context's instant, one row each. */
    public FeatureMatrix features(List<CustomerRecord> customers, DecisionContext context) {
        return features.compute(customers, context.asOf());
    }

    /**
     * The scores that this strategy's models give.
     *
     * @param facts attributes and features, see {@link #features(List, DecisionContext)}
     * @param known scores that are not computed again, by name
     * @return one column per score, in the strategy's order
     */
    public List<FeatureColumn> scores(FeatureMatrix facts, Map<String, FeatureColumn> known) {
        List<ScoreSet.Entry> missing = scores.entries().stream()
                .filter(entry -> !known.containsKey(entry.name()))
                .toList();
        FeatureMatrix computed = new ScoreSet(missing).score(facts);
        return scores.entries().stream()
                .map(entry -> {
                    FeatureColumn kept = known.get(entry.name());
                    return kept == null ? computed.column(entry.name()) : kept;
                })
                .toList();
    }

    /** One decision per customer, in their order, each with how every rule came out. */
    public List<Decision> decideWithReasons(List<CustomerRecord> customers, DecisionContext context) {
        return decideWithReasons(customers, context, vocabulary());
    }

    /** @param words in which reasons are put: {@link #vocabulary} or one that says less of the same terms */
    public List<Decision> decideWithReasons(List<CustomerRecord> customers, DecisionContext context, Vocabulary words) {
        return decide(customers, context, words, heldOut());
    }

    /** The same decisions without reasons, for whole bases. */
    public List<Decision> decide(List<CustomerRecord> customers, DecisionContext context) {
        return decide(customers, context, null, heldOut());
    }

    /** The same decisions as if nobody were held out. */
    List<Decision> decideOutsideHoldout(List<CustomerRecord> customers, DecisionContext context) {
        return decide(customers, context, null, customer -> false);
    }

    /** The same with every rule decided by Drools. @param because of a difference that came to light later */
    public Decider byDrools(EngineParity.Difference because) {
        BaseConditions byDrools = baseConditions.byDrools(because);
        return new Decider(
                strategy,
                schema,
                byDrools,
                features,
                scores,
                tableRules,
                segmentRules,
                actionOutcomes.decidedBy(strategy, byDrools));
    }

    /**
     * Has rules decided in every way that may decide them, as is done for generated customers when a strategy is compiled.
     *
     * @return the first difference, naming the customer by id; empty = none
     */
    public Optional<EngineParity.Difference> difference(List<CustomerRecord> customers, DecisionContext context) {
        FeatureMatrix facts = features(customers, context);
        FeatureMatrix scored = facts.with(scores.score(facts).columns());
        IntFunction<String> words = row -> "customer " + customers.get(row).id();
        List<EngineParity.Difference> found = new ArrayList<>();
        DecidedTables.Matching compared = (wave, terms) -> {
            CompiledRules rules = tableRules.get(wave.number());
            baseConditions.difference(rules, terms, words).ifPresent(found::add);
            return baseConditions.match(rules, terms).rows();
        };
        DecidedTables early = DecidedTables.none(scored).then(tableOrder.beforeSegments(), compared);
        baseConditions.difference(segmentRules, early.terms(), words).ifPresent(found::add);
        DecidedTables all = withSegments(early, segmentsOf(early.terms())).then(tableOrder.afterSegments(), compared);
        actionOutcomes.difference(all.terms(), words).ifPresent(found::add);
        return found.stream().findFirst();
    }

    private static DecidedTables withSegments(DecidedTables early, List<Segment> segments) {
        return early.with(early.terms().with(List.of(segmentColumn(segments))));
    }

    private List<BitSet> rowsOf(TableOrder.Wave wave, FeatureMatrix terms) {
        return baseConditions.match(tableRules.get(wave.number()), terms).rows();
    }

    private Predicate<CustomerId> heldOut() {
        return strategy.holdout()::holds;
    }

    private List<Decision> decide(
            List<CustomerRecord> customers,
            DecisionContext context,
            @Nullable Vocabulary words,
            Predicate<CustomerId> heldOut) {
        if (customers.isEmpty()) {
            return List.of();
        }
        FeatureMatrix facts = features(customers, context);
        ScoreSet.Explained explained = words == null
                ? new ScoreSet.Explained(scores.scoreWithProblems(facts), List.of())
                : scores.explained(facts);
        ScoreSet.Scored scored = explained.scored();
        ScoredRows scoredRows = new ScoredRows(scores, scored);
        Map<String, String> modelHashes = scores.hashes();
        DecidedTables early = DecidedTables.none(facts.with(scored.scores().columns()))
                .then(tableOrder.beforeSegments(), this::rowsOf);
        List<Segment> segments = segmentsOf(early.terms());
        DecidedTables tables = withSegments(early, segments).then(tableOrder.afterSegments(), this::rowsOf);
        FeatureMatrix terms = tables.terms();
        ActionOutcomes.Matched matched = actionOutcomes.match(terms);
        DecisionReasons reasons = words == null ? null : reasons(tables, terms, matched, explained, words);

        List<Decision> decisions = new ArrayList<>(customers.size());
        for (int row = 0; row < customers.size(); row++) {
            CustomerRecord customer = customers.get(row);
            decisions.add(new Decision(
                    customer.id(),
                    context.asOf(),
                    hash,
                    modelHashes,
                    scoredRows.of(row),
                    segments.get(row),
                    actionOutcomes.of(
                            customer,
                            context.asOf(),
                            heldOut.test(customer.id()),
                            matched,
                            row,
                            reasons == null ? null : reasons.actions()),
                    reasons == null ? null : reasons.of(row, segments.get(row))));
        }
        return decisions;
    }

    /** What the tables give to customers. @param known their attributes, features, scores and segment */
    public DecidedTables tables(FeatureMatrix known) {
        return DecidedTables.none(known).then(tableOrder.waves(), this::rowsOf);
    }

    /**
     * The rows of a base who meet a condition. Customers whom another strategy that is live together with this one decided have
     * their segment, and what tables give, of that one; of a base that was decided without this strategy, what its tables give
     * is worked out anew.
     *
     * @param condition one that was checked against the vocabulary
     */
    public BitSet matching(Condition condition, CustomerBase base) {
        boolean given = condition.terms().stream()
                .flatMap(term -> vocabulary().term(term).stream())
                .anyMatch(term -> term.origin() == Term.Origin.TABLE);
        boolean anew = given && !base.split().strategies().contains(hash);
        return baseConditions.matching(condition, anew ? tables(base.terms()).terms() : base.terms());
    }

    private List<Segment> segmentsOf(FeatureMatrix terms) {
        Matches matches = baseConditions.match(segmentRules, terms);
        List<Segment> declared = strategy.segments().segments();
        Segment otherwise =
                strategy.segments().segment(strategy.segments().otherwise()).orElseThrow();
        List<Segment> segments = new ArrayList<>(terms.rows());
        for (int row = 0; row < terms.rows(); row++) {
            Segment first = otherwise;
            for (int s = 0; s < declared.size(); s++) {
                if (matches.holds(s, row)) {
                    first = declared.get(s);
                    break;
                }
            }
            segments.add(first);
        }
        return segments;
    }

    private DecisionReasons reasons(
            DecidedTables tables,
            FeatureMatrix terms,
            ActionOutcomes.Matched matched,
            ScoreSet.Explained explained,
            Vocabulary vocabulary) {
        CustomerWords words = new CustomerWords(vocabulary, terms);
        TableReasons tableReasons =
                new TableReasons(tables.tables(), tableTraces.rows(words, Guardrails.none()), words);
        tableReasons.explain();
        return new DecisionReasons(
                tableReasons,
                strategy.segments().segments(),
                segmentTraces.rows(words, segmentRules.guardrails()),
                actionOutcomes.reasons(matched, words),
                explained.attributions(),
                words);
    }

    /** The decision without the personal values that a model's complaint may quote. */
    public Decision withoutPersonalProblems(Decision decision) {
        List<Score> scores = decision.scores().stream()
                .map(score -> score.whyNone().isPresent() && readsPersonal(score) ? score.withoutProblem() : score)
                .toList();
        return decision.with(scores);
    }

    private boolean readsPersonal(Score score) {
        return scores.entries().stream()
                .filter(entry -> entry.name().equals(score.output().name()))
                .flatMap(entry -> entry.scorer().inputs().stream())
                .flatMap(input -> vocabulary().term(input.name()).stream())
                .anyMatch(Term::personal);
    }

    private static FeatureColumn segmentColumn(List<Segment> segments) {
        @Nullable String[] ids = new String[segments.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = segments.get(row).id();
        }
        return new TextColumn(StrategyVocabulary.SEGMENT, ids);
    }
}
