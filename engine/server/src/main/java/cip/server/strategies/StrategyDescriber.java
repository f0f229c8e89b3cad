package cip.server.strategies;

import cip.core.action.Action;
import cip.core.action.Amount;
import cip.core.contact.LimitWords;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.Decider;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.core.rule.ConditionSentence;
import cip.core.rule.DecisionTable;
import cip.core.rule.DecisionTableJson;
import cip.core.rule.TableValues;
import cip.core.rule.Term;
import cip.core.simulate.LimitReach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a strategy into words and counts over the customers whom it decides for what each part touches. */
final class StrategyDescriber {
    private final LiveStrategy.Snapshot snapshot;
    private final Decider decider;
    private final Strategy strategy;
    private final Optional<CustomerBase> base;
    private final CustomerSchema schema;
    private final String valueScore;
    private final BitSet mine;
    private final Map<String, Integer> bySegment = new HashMap<>();
    private final Map<String, Double> clvBySegment = new HashMap<>();
    private final Map<String, Integer> byTopAction = new HashMap<>();

    StrategyDescriber(
            LiveStrategy.Snapshot snapshot, Optional<CustomerBase> base, CustomerSchema schema, String valueScore) {
        this.snapshot = snapshot;
        this.decider = snapshot.decider();
        this.strategy = decider.strategy();
        this.base = base;
        this.schema = schema;
        this.valueScore = valueScore;
        this.mine = base.map(this::mine).orElseGet(BitSet::new);
        base.ifPresent(this::count);
    }

    /** Everybody while no run has decided by the strategy yet, else those whom it decided. */
    private BitSet mine(CustomerBase customers) {
        BitSet decided = customers.decidedBy(decider.hash());
        if (!customers.split().strategies().contains(decider.hash())) {
            decided.set(0, customers.size());
        }
        return decided;
    }

    private BitSet ofMine(BitSet rows) {
        rows.and(mine);
        return rows;
    }

    private void count(CustomerBase customers) {
        for (int row = mine.nextSetBit(0); row >= 0; row = mine.nextSetBit(row + 1)) {
            bySegment.merge(customers.segment(row), 1, Integer::sum);
            double clv = customers.number(valueScore, row);
            clvBySegment.merge(customers.segment(row), Double.isNaN(clv) ? 0 : clv, Double::sum);
            byTopAction.merge(customers.topAction(row), 1, Integer::sum);
        }
    }

    StrategyView view() {
        Publication publication = snapshot.publication();
        return new StrategyView(
                publication.strategy().value(),
                publication.strategy().abbreviated(),
                publication.version(),
                publication.publishedAt(),
                publication.publishedBy(),
                publication.challenger(),
                base.map(CustomerBase::asOf).orElse(null),
                base.map(decided -> mine.cardinality()).orElse(null),
                strategy.segments().segments().stream().map(this::segment).toList(),
                actions(),
                tables(),
                contact(),
                new StrategyView.ArbitrationView(
                        "By priority; within a priority by expected value = propensity × channel weight × value × lever"
                                + " − cost. Actions with an expected value below zero are left out."),
                strategy.actions().channels().stream()
                        .map(c -> new StrategyView.ChannelView(c.id(), c.label(), c.consent(), c.weight()))
                        .toList(),
                decider.guardrails().all().stream()
                        .map(g -> new StrategyView.GuardrailView(g.name(), g.file(), g.sentence()))
                        .toList(),
                strategy.features().definitions().stream()
                        .map(f -> new StrategyView.FeatureView(
                                f.name(),
                                f.label(),
                                f.unit(),
                                f.description(),
                                strategy.features().sentence(f.name(), schema)))
                        .toList(),
                strategy.models().stream()
                        .map(m -> new StrategyView.ModelView(
                                m.score(),
                                m.label(),
                                m.output().kind().name(),
                                m.output().unit(),
                                m.version(),
                                m.hash()))
                        .toList(),
                new StrategyView.HoldoutView(strategy.holdout().share()),
                StrategyView.BaseView.of(decider.baseConditions()));
    }

    private StrategyView.SegmentView segment(Segment segment) {
        Optional<Integer> customers = base.map(b -> bySegment.getOrDefault(segment.id(), 0));
        String otherwise =
                segment.id().equals(strategy.segments().otherwise()) ? ", and everybody whom no segment matches" : "";
        return new StrategyView.SegmentView(
                segment.id(),
                segment.label(),
                segment.color(),
                segment.description(),
                sentence(segment.when()) + otherwise,
                ConditionJson.write(segment.when()),
                customers.orElse(null),
                customers.map(this::share).orElse(null),
                base.map(b -> clvBySegment.getOrDefault(segment.id(), 0.0)).orElse(null));
    }

    private List<StrategyView.TableView> tables() {
        Optional<DecidedTables> counted = base.map(customers -> decider.tables(customers.terms()));
        List<StrategyView.TableView> views = new ArrayList<>();
        for (DecisionTable table : strategy.tables()) {
            Optional<TableValues> values = counted.map(all -> all.tables().get(views.size()));
            views.add(new StrategyView.TableView(
                    table.name(),
                    table.label(),
                    table.policySentence(),
                    DecisionTableJson.write(table),
                    table.rows().stream()
                            .map(row -> table.sentence(row, decider.vocabulary()))
                            .toList(),
                    table.otherwise().orElse(""),
                    values.map(all -> all.counting().stream()
                                    .map(rows -> ofMine((BitSet) rows.clone()).cardinality())
                                    .toList())
                            .orElse(null),
                    values.map(all -> ofMine((BitSet) all.none().clone()).cardinality())
                            .orElse(null)));
        }
        return views;
    }

    private StrategyView.ContactPolicyView contact() {
        LimitWords words = new LimitWords(strategy.actions());
        Map<String, Integer> reached = new HashMap<>();
        base.ifPresent(customers -> LimitReach.of(strategy, customers)
                .forEach(limit -> reached.put(limit.limit().id(), limit.customers())));
        return new StrategyView.ContactPolicyView(
                strategy.contacts().limits().stream()
                        .map(limit ->
                                new StrategyView.LimitView(limit.id(), words.sentence(limit), reached.get(limit.id())))
                        .toList(),
                strategy.contacts().exempt().stream()
                        .map(id ->
                                strategy.actions().action(id).map(Action::name).orElse(id))
                        .toList());
    }

    private double share(int count) {
        int size = mine.cardinality();
        return size == 0 ? 0 : (double) count / size;
    }

    private List<StrategyView.ActionView> actions() {
        List<StrategyView.ActionView> views = new ArrayList<>();
        for (EngagementRule rule : strategy.engagement()) {
            Action action = strategy.actions().action(rule.action()).orElseThrow();
            Condition whole = rule.whole();
            Optional<Integer> customers =
                    base.map(b -> ofMine(decider.matching(whole, b)).cardinality());
            views.add(view(action, sentence(whole), Optional.of(whole), customers));
        }
        Action fallback =
                strategy.actions().action(strategy.actions().fallback()).orElseThrow();
        views.add(view(fallback, "No other action is left", Optional.empty(), base.map(b -> mine.cardinality())));
        return views;
    }

    private StrategyView.ActionView view(
            Action action, String sentence, Optional<Condition> whole, Optional<Integer> customers) {
        Optional<Integer> recommended = base.map(b -> byTopAction.getOrDefault(action.id(), 0));
        return new StrategyView.ActionView(
                action.id(),
                action.name(),
                action.description(),
                action.kind().name(),
                action.channel(),
                action.priority(),
                whole.isEmpty(),
                sentence,
                whole.map(ConditionJson::write).orElse(null),
                words(action.propensity()),
                words(action.value()),
                action.cost(),
                action.lever(),
                action.validDays(),
                customers.orElse(null),
                recommended.orElse(null),
                recommended.map(this::share).orElse(null));
    }

    private String sentence(Condition condition) {
        return ConditionSentence.of(condition, decider.vocabulary());
    }

    private String words(Amount amount) {
        return amount.words(this::label);
    }

    private String label(String term) {
        return decider.vocabulary().term(term).map(Term::label).orElse(term).toLowerCase(Locale.ROOT);
    }
}
