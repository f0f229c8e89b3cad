package cip.core.decide;

import cip.core.action.Action;
import cip.core.action.Amount;
import cip.core.action.Channel;
import cip.core.contact.ContactLimit;
import cip.core.contact.LimitWords;
import cip.core.customer.CustomerSchema;
import cip.core.decide.StrategyItem.Said;
import cip.core.feature.FeatureDefinition;
import cip.core.hash.Sha256;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.core.rule.ConditionSentence;
import cip.core.rule.DecisionTable;
import cip.core.rule.Literal;
import cip.core.rule.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything a strategy declares, in words. Two strategies with equal items in equal order are equal. */
final class StrategyItems {
    private static final int MOST_ROWS_SAID = 20;
    private static final int HASH_SAID = 8;

    private final Strategy strategy;
    private final CustomerSchema schema;
    private final Vocabulary vocabulary;
    private final List<StrategyItem> items = new ArrayList<>();

    private StrategyItems(Strategy strategy, CustomerSchema schema) {
        this.strategy = strategy;
        this.schema = schema;
        this.vocabulary = StrategyVocabulary.of(strategy, schema);
    }

    /** Part after part, within a part in the strategy's order. */
    static List<StrategyItem> of(Strategy strategy, CustomerSchema schema) {
        StrategyItems items = new StrategyItems(strategy, schema);
        strategy.tables().forEach(items::table);
        strategy.segments().segments().forEach(items::segment);
        items.add("segments", "Segments", "segment of whoever none matches", items.otherwise());
        strategy.actions().actions().forEach(items::action);
        items.add(
                "actions", "Actions", "fallback", items.name(strategy.actions().fallback()));
        strategy.actions().channels().forEach(items::channel);
        strategy.engagement().forEach(items::engagement);
        strategy.contacts().limits().forEach(items::limit);
        items.exempt(strategy.contacts().exempt());
        strategy.models().forEach(items::model);
        strategy.features().definitions().forEach(items::feature);
        items.add("featureReference", "Features", "stored reference", items.reference());
        strategy.guardrails()
                .forEach(file ->
                        items.add("guardrails/" + file.file(), "Guardrails of " + file.file(), "file", file.hash()));
        items.holdout(strategy.holdout());
        strategy.examples().forEach(items::example);
        return items.items;
    }

    /** All but the rows, which {@link TableDifference} compares one by one; they are said only of a table that is new or gone. */
    private void table(DecisionTable table) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("label", Said.of(table.label()));
        fields.put("which row counts", new Said(table.hitPolicy() + " " + table.aggregation(), table.policySentence()));
        fields.put(
                "tests",
                new Said(
                        table.inputs().toString(),
                        table.inputs().stream().map(vocabulary::label).collect(Collectors.joining(", "))));
        fields.put(
                "gives",
                new Said(
                        table.outputs().toString(),
                        table.outputs().stream().map(StrategyItems::given).collect(Collectors.joining("; "))));
        fields.put("rows", new Said("", rows(table)));
        items.add(new StrategyItem("tables/" + table.name(), "Table " + table.label(), fields));
    }

    private static String given(DecisionTable.Output output) {
        String values = output.values().isEmpty()
                ? ""
                : " (" + output.values().stream().map(Literal::plain).collect(Collectors.joining(", ")) + ")";
        Literal otherwise = output.ifNoneHolds();
        return output.label() + " as " + output.name() + values
                + (otherwise == null ? "" : ", " + otherwise.plain() + " if no row holds");
    }

    private String rows(DecisionTable table) {
        String said = table.rows().stream()
                .limit(MOST_ROWS_SAID)
                .map(row -> table.sentence(row, vocabulary))
                .collect(Collectors.joining(" "));
        int more = table.rows().size() - MOST_ROWS_SAID;
        return more <= 0 ? said : said + " And " + more + " rows more.";
    }

    private void segment(Segment segment) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("condition", said(segment.when()));
        fields.put("label", Said.of(segment.label()));
        fields.put("description", Said.of(segment.description()));
        fields.put("colour", Said.of(segment.color()));
        items.add(new StrategyItem("segments/" + segment.id(), "Segment " + segment.label(), fields));
    }

    private void action(Action action) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("name", Said.of(action.name()));
        fields.put("description", Said.of(action.description()));
        fields.put("kind", Said.of(action.kind().name().toLowerCase(Locale.ROOT)));
        fields.put("channel", Said.of(action.channel()));
        fields.put("priority", Said.of(String.valueOf(action.priority())));
        fields.put("propensity", said(action.propensity()));
        fields.put("value", said(action.value()));
        fields.put("cost", said(Amount.of(action.cost())));
        fields.put("lever", said(Amount.of(action.lever())));
        fields.put("days valid", Said.of(String.valueOf(action.validDays())));
        items.add(new StrategyItem("actions/" + action.id(), "Action " + action.name(), fields));
    }

    private void channel(Channel channel) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("label", Said.of(channel.label()));
        fields.put(
                "consent",
                Said.of(channel.consentAttribute().map(vocabulary::label).orElse("")));
        fields.put("context weight", said(Amount.of(channel.weight())));
        items.add(new StrategyItem("channels/" + channel.id(), "Channel " + channel.label(), fields));
    }

    private void engagement(EngagementRule rule) {
        Map<String, Said> fields = new LinkedHashMap<>();
        for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
            fields.put(stage.name().toLowerCase(Locale.ROOT), said(rule.at(stage)));
        }
        items.add(new StrategyItem("engagement/" + rule.action(), "Who may get " + name(rule.action()), fields));
    }

    private void limit(ContactLimit limit) {
        Said said = Said.of(new LimitWords(strategy.actions()).sentence(limit));
        Map<String, Said> fields = Map.of("limit", new Said(limit.toString(), said.words()));
        items.add(new StrategyItem("contact/" + limit.id(), "Contact limit " + limit.id(), fields));
    }

    private void exempt(List<String> actions) {
        if (!actions.isEmpty()) {
            items.add(new StrategyItem(
                    "contact",
                    "Contact policy",
                    Map.of(
                            "exempt actions",
                            new Said(actions.toString(), names(actions).words()))));
        }
    }

    private void model(ModelReference model) {
        Map<String, Said> fields = new LinkedHashMap<>();
        String told = model.version() + " (" + model.hash().substring(0, HASH_SAID) + ")";
        fields.put("version", new Said(model.version() + " " + model.hash(), told));
        fields.put("label", Said.of(model.label()));
        fields.put("output", Said.of(model.output().toString()));
        items.add(new StrategyItem("models/" + model.score(), "Model of " + model.label(), fields));
    }

    private void feature(FeatureDefinition feature) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put(
                "formula",
                new Said(feature.expression().toString(), strategy.features().sentence(feature.name(), schema)));
        fields.put("label", Said.of(feature.label()));
        fields.put("unit", Said.of(feature.unit()));
        fields.put("type", Said.of(feature.type().name().toLowerCase(Locale.ROOT)));
        fields.put("description", Said.of(feature.description()));
        items.add(new StrategyItem("features/" + feature.name(), "Feature " + feature.label(), fields));
    }

    private void holdout(Holdout holdout) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("share", Said.of(percent(holdout.share())));
        fields.put("salt", Said.of(holdout.salt()));
        items.add(new StrategyItem("holdout", "Holdout", fields));
    }

    private void example(Example example) {
        Map<String, Said> fields = new LinkedHashMap<>();
        fields.put("sentence", Said.of(example.why()));
        fields.put("segment expected", Said.of(segmentName(example.expected().segment())));
        fields.put("actions expected first", names(example.expected().actions()));
        fields.put("actions never", names(example.expected().never()));
        fields.put(
                "customer", new Said(ExampleJson.write(example).at("/customer").toString(), ""));
        fields.put("as of", new Said(example.asOf().toString(), ""));
        items.add(new StrategyItem("examples/" + example.id(), "Example " + example.id(), fields));
    }

    private Said names(List<String> actions) {
        return Said.of(actions.stream().map(this::name).collect(Collectors.joining(", ")));
    }

    private void add(String place, String subject, String field, String words) {
        items.add(new StrategyItem(place, subject, Map.of(field, Said.of(words))));
    }

    private String otherwise() {
        return segmentName(strategy.segments().otherwise());
    }

    private String segmentName(String id) {
        return strategy.segments().segment(id).map(Segment::label).orElse(id);
    }

    private String name(String action) {
        return strategy.actions().action(action).map(Action::name).orElse(action);
    }

    private Said said(Condition condition) {
        return new Said(ConditionJson.write(condition).toString(), ConditionSentence.of(condition, vocabulary));
    }

    private Said said(Amount amount) {
        return new Said(
                amount.toString(), amount.words(term -> vocabulary.label(term).toLowerCase(Locale.ROOT)));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private String reference() {
        return "as of " + strategy.reference().asOf() + " ("
                + Sha256.hex(strategy.reference().toJson()).substring(0, 8) + ")";
    }
}
