package cip.core.decide;

import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.feature.FittedFeatures;
import cip.core.rule.BaseConditions;
import cip.core.rule.ColumnEngine;
import cip.core.rule.CompiledRules;
import cip.core.rule.ConditionColumns;
import cip.core.rule.DecisionTable;
import cip.core.rule.Guardrails;
import cip.core.rule.ProvenConditions;
import cip.core.rule.Rule;
import cip.core.rule.RuleCompiler;
import cip.core.rule.Vocabulary;
import cip.core.score.ScoreSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link Decider} out of a strategy, or says everything that is wrong with it at once. What strategies have in common
 * is worked out once: models that are still in use, and the proof of conditions. Thread-safe.
 */
public final class StrategyCompiler {
    private final CustomerSchema schema;
    private final Artefacts artefacts;
    private final ColumnEngine columns;
    private final ProvenConditions proven = new ProvenConditions();
    private final SharedModels models;

    public StrategyCompiler(CustomerSchema schema, Artefacts artefacts) {
        this(schema, artefacts, ConditionColumns::matching);
    }

    /** @param columns decide whole bases for as long as they agree with Drools */
    public StrategyCompiler(CustomerSchema schema, Artefacts artefacts, ColumnEngine columns) {
        this.schema = schema;
        this.artefacts = artefacts;
        this.columns = columns;
        this.models = new SharedModels(artefacts);
    }

    /** Columns or rows and Drools disagreed while in use: every condition is proven anew. */
    public void forgetProofs() {
        proven.forget();
    }

    /** @throws EngineException INVALID_STRATEGY with one line per problem */
    public Decider compile(Strategy strategy) {
        Vocabulary beforeSegments = StrategyVocabulary.beforeSegments(strategy, schema);
        Vocabulary vocabulary = StrategyVocabulary.of(strategy, schema);
        Guardrails guardrails = guardrails(strategy, vocabulary);
        List<StrategyProblem> problems = StrategyProblems.of(strategy, schema, guardrails.names());
        if (!problems.isEmpty()) {
            throw StrategyProblem.asException(problems);
        }
        List<CompiledRules> tableRules = TableOrder.of(strategy.tables()).waves().stream()
                .map(wave -> RuleCompiler.compile(vocabulary, tableRules(wave)))
                .toList();
        CompiledRules segmentRules = RuleCompiler.compile(beforeSegments, segmentRules(strategy), guardrails);
        CompiledRules stageRules = RuleCompiler.compile(vocabulary, stageRules(strategy), guardrails);
        long seed = strategy.hash().value().hashCode();
        List<CompiledRules> compiled = new ArrayList<>(tableRules);
        compiled.addAll(List.of(segmentRules, stageRules));
        BaseConditions baseConditions = BaseConditions.prove(vocabulary, guardrails, compiled, columns, seed, proven);
        return new Decider(
                strategy,
                schema,
                baseConditions,
                new FittedFeatures(strategy.features(), strategy.reference(), schema),
                scores(strategy),
                tableRules,
                segmentRules,
                new ActionOutcomes(strategy, baseConditions, stageRules));
    }

    private Guardrails guardrails(Strategy strategy, Vocabulary vocabulary) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Strategy.GuardrailReference guardrail : strategy.guardrails()) {
            files.put(guardrail.file(), artefacts.guardrails(guardrail.hash()));
        }
        return Guardrails.compile(files, vocabulary);
    }

    private ScoreSet scores(Strategy strategy) {
        List<ScoreSet.Entry> entries = new ArrayList<>();
        for (ModelReference model : strategy.models()) {
            entries.add(new ScoreSet.Entry(models.scorer(model), model.label()));
        }
        return new ScoreSet(entries);
    }

    /** One for each row of each table, in their order. */
    private static List<Rule> tableRules(TableOrder.Wave wave) {
        List<Rule> rules = new ArrayList<>();
        for (DecisionTable table : wave.tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                rules.add(new Rule(
                        table.name() + " row " + (row + 1),
                        table.rows().get(row).condition()));
            }
        }
        return rules;
    }

    private static List<Rule> segmentRules(Strategy strategy) {
        return strategy.segments().segments().stream()
                .map(segment -> new Rule(segment.id(), segment.when()))
                .toList();
    }

    private static List<Rule> stageRules(Strategy strategy) {
        List<Rule> rules = new ArrayList<>();
        for (EngagementRule rule : strategy.engagement()) {
            for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
                rules.add(new Rule(rule.action() + ":" + stage, rule.at(stage)));
            }
        }
        return rules;
    }
}
