package cip.core.decide;

import cip.core.action.Action;
import cip.core.arbitrate.Factors;
import cip.core.rule.ConditionTrace;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A decision as JSON, the one form in which it is stored, replayed and answered. A decision without reasons leaves out
 * {@code notRecommended} and {@code trace}, both of which follow from the inputs and the strategy.
 */
public final class DecisionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DecisionJson() {}

    /** The decision as a tree. */
    public static ObjectNode write(Decision decision) {
        try {
            return decision.why().isPresent() ? read(decision) : tree(decision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode tree(Decision decision) throws IOException {
        TokenBuffer tokens = new TokenBuffer(MAPPER, false);
        write(decision, tokens);
        return MAPPER.readTree(tokens.asParser());
    }

    /** Traces are made of texts that were JSON before, and have to be read. */
    private static ObjectNode read(Decision decision) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            write(decision, json);
        }
        return (ObjectNode) MAPPER.readTree(bytes.toByteArray());
    }

    /** The canonical bytes by which a replay is compared with what was stored. */
    public static byte[] bytes(Decision decision) {
        return StrategyJson.canonical(write(decision));
    }

    /** Writes the decision as an object. */
    public static void write(Decision decision, JsonGenerator json) throws IOException {
        json.writeStartObject();
        writeMembers(decision, json);
        json.writeEndObject();
    }

    /** Writes the members of the decision into an object that has been begun. */
    public static void writeMembers(Decision decision, JsonGenerator json) throws IOException {
        json.writeStringField("customerId", decision.customer().value());
        json.writeStringField("asOf", decision.asOf().toString());
        json.writeStringField("strategyHash", decision.strategy().value());
        json.writeObjectFieldStart("modelHashes");
        for (Score score : decision.scores()) {
            String name = score.output().name();
            json.writeStringField(name, decision.modelHashes().get(name));
        }
        json.writeEndObject();
        json.writeArrayFieldStart("scores");
        for (Score score : decision.scores()) {
            score(score, json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("segment");
        json.writeStringField("name", decision.segment().id());
        json.writeStringField("label", decision.segment().label());
        json.writeStringField("color", decision.segment().color());
        json.writeEndObject();
        json.writeArrayFieldStart("actions");
        for (Outcome.Recommended recommended : decision.recommended()) {
            recommended(recommended, json);
        }
        json.writeEndArray();
        if (decision.why().isPresent()) {
            reasons(decision, decision.why().get(), json);
        }
    }

    private static void score(Score score, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", score.output().name());
        json.writeStringField("label", score.label());
        json.writeStringField("kind", score.output().kind().name());
        json.writeStringField("unit", score.output().unit());
        if (score.number().isPresent()) {
            json.writeNumberField("value", score.value());
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("problem", score.problem());
        json.writeEndObject();
    }

    private static void recommended(Outcome.Recommended recommended, JsonGenerator json) throws IOException {
        Action action = recommended.action();
        json.writeStartObject();
        json.writeNumberField("rank", recommended.rank());
        json.writeStringField("id", action.id());
        json.writeStringField("name", action.name());
        json.writeStringField("description", action.description());
        json.writeStringField("kind", action.kind().name());
        json.writeStringField("channel", action.channel());
        json.writeBooleanField("fallback", recommended.fallback());
        json.writeNumberField("expectedValue", recommended.factors().expectedValue());
        json.writeNumberField("validDays", action.validDays());
        factors(recommended.factors(), json);
        json.writeArrayFieldStart("reasons");
        for (String reason : recommended.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void factors(Factors factors, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("factors");
        json.writeNumberField("propensity", factors.propensity());
        json.writeNumberField("contextWeight", factors.contextWeight());
        json.writeNumberField("value", factors.value());
        json.writeNumberField("lever", factors.lever());
        json.writeNumberField("cost", factors.cost());
        json.writeEndObject();
    }

    private static void reasons(Decision decision, Decision.Reasons reasons, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("notRecommended");
        for (Outcome.NotRecommended other : decision.notRecommended()) {
            json.writeStartObject();
            json.writeStringField("id", other.action().id());
            json.writeStringField("name", other.action().name());
            json.writeStringField("channel", other.action().channel());
            json.writeStringField("outcome", other.code());
            json.writeStringField("reason", other.reason());
            if (other instanceof Outcome.OverContacted suppressed) {
                json.writeStringField("limit", suppressed.reached().limit().id());
                json.writeStringField("freeOn", suppressed.reached().freeOn().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("trace");
        if (!reasons.tables().isEmpty()) {
            json.writeArrayFieldStart("tables");
            for (TableTrace table : reasons.tables()) {
                table(table, json);
            }
            json.writeEndArray();
        }
        traces("segments", reasons.segments(), json);
        traces("actions", reasons.actions(), json);
        json.writeArrayFieldStart("scores");
        for (ScoreExplanation explanation : reasons.scores()) {
            explanation(explanation, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void traces(String name, List<RuleTrace> traces, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (RuleTrace rule : traces) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("name", rule.name());
            json.writeBooleanField("matched", rule.matched());
            lines(rule.trace().lines(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void lines(List<ConditionTrace.Line> lines, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("conditions");
        for (ConditionTrace.Line line : lines) {
            line.write(json);
        }
        json.writeEndArray();
    }

    private static void table(TableTrace table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("label", table.label());
        json.writeStringField("why", table.why());
        json.writeArrayFieldStart("rows");
        for (int row : table.rows()) {
            json.writeNumber(row + 1);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outputs");
        for (TableTrace.Output output : table.outputs()) {
            json.writeStartObject();
            json.writeStringField("term", output.term());
            json.writeStringField("label", output.label());
            json.writeStringField("value", output.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        lines(table.lines(), json);
        json.writeEndObject();
    }

    private static void explanation(ScoreExplanation explanation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("score", explanation.score());
        json.writeStringField("label", explanation.label());
        json.writeStringField("scale", explanation.scale().name());
        json.writeNumberField("baseline", explanation.baseline());
        json.writeNumberField("baselineScore", explanation.baselineScore());
        json.writeStringField("sentence", explanation.sentence());
        json.writeArrayFieldStart("attributions");
        for (ScoreExplanation.Part part : explanation.parts()) {
            json.writeStartObject();
            json.writeStringField("input", part.input());
            json.writeStringField("label", part.label());
            json.writeStringField("value", part.value());
            json.writeNumberField("attribution", part.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
