package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.Channel;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.core.rule.BaseConditions;
import cip.core.rule.ColumnEngine;
import cip.core.rule.CompiledRules;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.rule.ConditionColumns;
import cip.core.rule.Guardrails;
import cip.core.rule.Rule;
import cip.core.rule.RuleCompiler;
import cip.core.rule.Vocabulary;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.ScoreSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes a {@link Decider} out of a strategy, or says everything that is wrong with it at once. */
public final class StrategyCompiler {
    private final CustomerSchema schema;
    private final Artefacts artefacts;
    private final ColumnEngine columns;

    public StrategyCompiler(CustomerSchema schema, Artefacts artefacts) {
        this(schema, artefacts, ConditionColumns::matching);
    }

    /** @param columns decide whole bases for as long as they agree with Drools */
    public StrategyCompiler(CustomerSchema schema, Artefacts artefacts, ColumnEngine columns) {
        this.schema = schema;
        this.artefacts = artefacts;
        this.columns = columns;
    }

    /** @throws EngineException INVALID_STRATEGY with one line per problem */
    public Decider compile(Strategy strategy) {
        Vocabulary beforeSegments = StrategyVocabulary.beforeSegments(strategy, schema);
        Vocabulary vocabulary = StrategyVocabulary.of(strategy, schema);
        Guardrails guardrails = guardrails(strategy, vocabulary);
        List<String> problems = problems(strategy, beforeSegments, vocabulary, guardrails);
        if (!problems.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_STRATEGY, String.join("\n", problems));
        }
        CompiledRules segmentRules = RuleCompiler.compile(beforeSegments, segmentRules(strategy), guardrails);
        CompiledRules stageRules = RuleCompiler.compile(vocabulary, stageRules(strategy), guardrails);
        long seed = strategy.hash().value().hashCode();
        BaseConditions baseConditions =
                BaseConditions.prove(vocabulary, guardrails, List.of(segmentRules, stageRules), columns, seed);
        return new Decider(
                strategy,
                baseConditions,
                new FittedFeatures(strategy.features(), strategy.reference(), schema),
                scores(strategy),
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
            PmmlModel pmml = PmmlModel.read(artefacts.pmml(model.hash()));
            entries.add(new ScoreSet.Entry(PmmlScorer.of(pmml, model.output()), model.label()));
        }
        return new ScoreSet(entries);
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

    private static List<String> problems(
            Strategy strategy, Vocabulary beforeSegments, Vocabulary vocabulary, Guardrails guardrails) {
        List<String> problems = new ArrayList<>();
        problems.addAll(strategy.segments().problems());
        problems.addAll(strategy.actions().problems());
        problems.addAll(engagementProblems(strategy));
        problems.addAll(amountProblems(strategy, vocabulary));
        strategy.segments().segments().forEach(segment -> ConditionCheck.problems(
                        segment.when(), beforeSegments, guardrails.names())
                .forEach(problem -> problems.add("Segment " + segment.id() + ": " + problem.message())));
        for (EngagementRule rule : strategy.engagement()) {
            for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
                Condition condition = rule.at(stage);
                ConditionCheck.problems(condition, vocabulary, guardrails.names())
                        .forEach(problem -> problems.add("Action " + rule.action() + ", "
                                + stage.name().toLowerCase(Locale.ROOT) + ": " + problem.message()));
            }
        }
        return problems;
    }

    private static List<String> engagementProblems(Strategy strategy) {
        List<String> problems = new ArrayList<>();
        Set<String> ruled = new HashSet<>();
        for (EngagementRule rule : strategy.engagement()) {
            if (!ruled.add(rule.action())) {
                problems.add("The action " + rule.action() + " has two engagement rules.");
            }
            if (strategy.actions().action(rule.action()).isEmpty()) {
                problems.add("An engagement rule names the action " + rule.action()
                        + ", which the catalogue does not have.");
            }
        }
        Set<String> unruled = new TreeSet<>();
        strategy.actions().actions().stream()
                .map(Action::id)
                .filter(id ->
                        !ruled.contains(id) && !id.equals(strategy.actions().fallback()))
                .forEach(unruled::add);
        unruled.forEach(id -> problems.add("The action " + id + " has no engagement rule."));
        if (ruled.contains(strategy.actions().fallback())) {
            problems.add("The fallback action " + strategy.actions().fallback() + " has an engagement rule.");
        }
        return problems;
    }

    private static List<String> amountProblems(Strategy strategy, Vocabulary vocabulary) {
        List<String> problems = new ArrayList<>();
        for (Action action : strategy.actions().actions()) {
            for (String term : action.termsUsed()) {
                if (vocabulary.term(term).isEmpty()) {
                    problems.add("The action " + action.id() + " uses the unknown term " + term + ".");
                }
            }
        }
        for (Channel channel : strategy.actions().channels()) {
            channel.consentAttribute()
                    .filter(attribute -> vocabulary.term(attribute).isEmpty())
                    .ifPresent(attribute -> problems.add("The channel " + channel.id() + " needs the consent attribute "
                            + attribute + ", which the schema does not declare."));
        }
        return problems;
    }
}
