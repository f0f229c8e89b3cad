package cip.core.decide;

import cip.core.action.Action;
import cip.core.arbitrate.Factors;
import cip.core.rule.ConditionTrace;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A decision as JSON, the one form in which it is stored, replayed and answered. A decision without reasons leaves out
 * {@code notRecommended} and {@code trace}, both of which follow from the inputs and the strategy.
 */
public final class DecisionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DecisionJson() {}

    public static ObjectNode write(Decision decision) {
        ObjectNode json = NODES.objectNode();
        json.put("customerId", decision.customer().value());
        json.put("asOf", decision.asOf().toString());
        json.put("strategyHash", decision.strategy().value());
        ObjectNode hashes = json.putObject("modelHashes");
        decision.scores()
                .forEach(score -> hashes.put(
                        score.output().name(),
                        decision.modelHashes().get(score.output().name())));
        ArrayNode scores = json.putArray("scores");
        decision.scores().forEach(score -> scores.add(score(score)));
        json.putObject("segment")
                .put("name", decision.segment().id())
                .put("label", decision.segment().label())
                .put("color", decision.segment().color());
        ArrayNode actions = json.putArray("actions");
        decision.recommended().forEach(recommended -> actions.add(recommended(recommended)));
        decision.why().ifPresent(reasons -> {
            ArrayNode others = json.putArray("notRecommended");
            decision.notRecommended().forEach(other -> others.add(notRecommended(other)));
            ObjectNode trace = json.putObject("trace");
            if (!reasons.tables().isEmpty()) {
                ArrayNode tables = trace.putArray("tables");
                reasons.tables().forEach(table -> tables.add(table(table)));
            }
            trace.set("segments", traces(reasons.segments()));
            trace.set("actions", traces(reasons.actions()));
            ArrayNode explanations = trace.putArray("scores");
            reasons.scores().forEach(explanation -> explanations.add(explanation(explanation)));
        });
        return json;
    }

    /** The canonical bytes by which a replay is compared with what was stored. */
    public static byte[] bytes(Decision decision) {
        return StrategyJson.canonical(write(decision));
    }

    private static ObjectNode score(Score score) {
        ObjectNode json = NODES.objectNode()
                .put("name", score.output().name())
                .put("label", score.label())
                .put("kind", score.output().kind().name())
                .put("unit", score.output().unit());
        score.number().ifPresentOrElse(value -> json.put("value", value), () -> json.putNull("value"));
        score.whyNone().ifPresentOrElse(problem -> json.put("problem", problem), () -> json.putNull("problem"));
        return json;
    }

    private static ObjectNode recommended(Outcome.Recommended recommended) {
        Action action = recommended.action();
        ObjectNode json = NODES.objectNode()
                .put("rank", recommended.rank())
                .put("id", action.id())
                .put("name", action.name())
                .put("description", action.description())
                .put("kind", action.kind().name())
                .put("channel", action.channel())
                .put("fallback", recommended.fallback())
                .put("expectedValue", recommended.factors().expectedValue())
                .put("validDays", action.validDays());
        json.set("factors", factors(recommended.factors()));
        ArrayNode reasons = json.putArray("reasons");
        recommended.reasons().forEach(reasons::add);
        return json;
    }

    private static ObjectNode factors(Factors factors) {
        return NODES.objectNode()
                .put("propensity", factors.propensity())
                .put("contextWeight", factors.contextWeight())
                .put("value", factors.value())
                .put("lever", factors.lever())
                .put("cost", factors.cost());
    }

    private static ObjectNode notRecommended(Outcome.NotRecommended other) {
        return NODES.objectNode()
                .put("id", other.action().id())
                .put("name", other.action().name())
                .put("channel", other.action().channel())
                .put("outcome", other.code())
                .put("reason", other.reason());
    }

    private static ArrayNode traces(List<RuleTrace> traces) {
        ArrayNode json = NODES.arrayNode();
        for (RuleTrace rule : traces) {
            ObjectNode node = json.addObject()
                    .put("id", rule.id())
                    .put("name", rule.name())
                    .put("matched", rule.matched());
            ArrayNode conditions = node.putArray("conditions");
            rule.trace().lines().forEach(line -> conditions.add(line(line)));
        }
        return json;
    }

    private static ObjectNode table(TableTrace table) {
        ObjectNode json = NODES.objectNode()
                .put("name", table.name())
                .put("label", table.label())
                .put("why", table.why());
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> rows.add(row + 1));
        ArrayNode outputs = json.putArray("outputs");
        table.outputs().forEach(output -> outputs.addObject()
                .put("term", output.term())
                .put("label", output.label())
                .put("value", output.value()));
        ArrayNode conditions = json.putArray("conditions");
        table.lines().forEach(line -> conditions.add(line(line)));
        return json;
    }

    private static ObjectNode explanation(ScoreExplanation explanation) {
        ObjectNode json = NODES.objectNode()
                .put("score", explanation.score())
                .put("label", explanation.label())
                .put("scale", explanation.scale().name())
                .put("baseline", explanation.baseline())
                .put("baselineScore", explanation.baselineScore())
                .put("sentence", explanation.sentence());
        ArrayNode parts = json.putArray("attributions");
        explanation.parts().forEach(part -> parts.addObject()
                .put("input", part.input())
                .put("label", part.label())
                .put("value", part.value())
                .put("attribution", part.amount()));
        return json;
    }

    private static ObjectNode line(ConditionTrace.Line line) {
        ObjectNode json = NODES.objectNode()
                .put("text", line.text())
                .put("term", line.term())
                .put("label", line.label())
                .put("operator", line.operator())
                .put("value", line.value())
                .put("actual", line.actual())
                .put("met", line.met())
                .put("group", line.group())
                .put("depth", line.depth());
        return line.because().isEmpty() ? json : json.put("because", line.because());
    }
}
