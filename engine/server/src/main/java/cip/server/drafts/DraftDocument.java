package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Example;
import cip.core.decide.ExampleJson;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyJson;
import cip.core.decide.StrategyProblem;
import cip.core.decide.StrategyProblems;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.hash.Sha256;
import cip.core.rule.Condition;
import cip.core.rule.ConditionJson;
import cip.core.rule.DecisionTableJson;
import cip.core.rule.Problem;
import cip.core.rule.TableReading;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a strategy that a draft changes, each in the form of its file under {@code rules/}. Any JSON with these
 * parts is kept, finished or not; what is wrong with it is a problem and no reason to lose it.
 */
final class DraftDocument {
    private static final List<String> NEEDED = List.of("segments", "actions", "engagement", "holdout");
    private static final String EXAMPLES = "examples";
    private static final String TABLES = "tables";
    private static final int MAY_BE_LEFT_OUT = 4;
    private static final int LONGEST_STEM = 40;
    private static final List<String> STAGES = List.of("eligibility", "applicability", "suitability");

    private final JsonNode parts;

    private DraftDocument(JsonNode parts) {
        this.parts = parts;
    }

    /**
     * @param json without the parts contact, examples or tables it has none, and without the part models those of the strategy
     *     that it changes
     * @throws EngineException INVALID_VALUE when another part is missing or there is one too many
     */
    static DraftDocument read(JsonNode json) {
        List<String> found = new ArrayList<>();
        json.fieldNames().forEachRemaining(found::add);
        boolean objects = NEEDED.stream().allMatch(part -> json.path(part).isObject());
        boolean exemplified = json.path(EXAMPLES).isObject();
        boolean tabled = json.path(TABLES).isArray();
        boolean limited = json.path(DraftContact.PART).path("limits").isArray();
        boolean modelled = json.path(DraftModels.PART).isObject();
        int optional = (exemplified ? 1 : 0) + (tabled ? 1 : 0) + (limited ? 1 : 0) + (modelled ? 1 : 0);
        if (!objects || found.size() != NEEDED.size() + optional) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "A draft has the parts " + String.join(", ", NEEDED) + " and may have " + EXAMPLES
                                    + ", " + DraftContact.PART + " and " + DraftModels.PART + ", each an object, and "
                                    + TABLES + ", a list; found "
                                    + (found.isEmpty() ? "none" : String.join(", ", found)) + ".")
                    .about("document");
        }
        return new DraftDocument(optional == MAY_BE_LEFT_OUT ? json : whole((ObjectNode) json.deepCopy()));
    }

    static DraftDocument of(Strategy strategy) {
        ObjectNode whole = StrategyJson.write(strategy);
        List<String> kept = new ArrayList<>(NEEDED);
        kept.addAll(List.of(DraftContact.PART, EXAMPLES, TABLES));
        ObjectNode parts = whole.retain(kept);
        parts.set(DraftModels.PART, DraftModels.of(strategy));
        return new DraftDocument(whole(parts));
    }

    /** With the models that are left out. @param base the strategy behind the draft */
    DraftDocument withModelsOf(Strategy base) {
        ObjectNode complete = DraftModels.whole(parts.get(DraftModels.PART), base);
        return complete.equals(parts.get(DraftModels.PART)) ? this : with(DraftModels.PART, complete);
    }

    /** Whether it chooses no other models than the strategy behind the draft. */
    boolean hasModelsOf(Strategy base) {
        return DraftModels.whole(parts.get(DraftModels.PART), base).equals(DraftModels.of(base));
    }

    /** Without models of scores that a strategy has not. */
    DraftDocument withScoresOf(Strategy base) {
        return with(DraftModels.PART, DraftModels.known(parts.get(DraftModels.PART), base));
    }

    private DraftDocument with(String part, JsonNode changed) {
        ObjectNode other = parts.deepCopy();
        other.set(part, changed);
        return new DraftDocument(other);
    }

    /** With the parts that may be left out, empty where they were. */
    private static ObjectNode whole(ObjectNode parts) {
        if (!parts.has(EXAMPLES)) {
            parts.set(EXAMPLES, ExampleJson.write(List.of()));
        }
        if (!parts.has(DraftContact.PART)) {
            parts.set(DraftContact.PART, DraftContact.none());
        }
        if (!parts.has(TABLES)) {
            parts.putArray(TABLES);
        }
        if (!parts.has(DraftModels.PART)) {
            parts.putObject(DraftModels.PART);
        }
        return parts;
    }

    /** With one more example, under an id that another draft does not give to another one. */
    DraftDocument with(Example example) {
        ObjectNode more = parts.deepCopy();
        ObjectNode part = (ObjectNode) more.get(EXAMPLES);
        ArrayNode examples = part.get(EXAMPLES) instanceof ArrayNode list ? list : part.putArray(EXAMPLES);
        Set<String> taken = new HashSet<>();
        examples.forEach(other -> taken.add(other.path("id").asText()));
        ObjectNode json = named(example);
        if (taken.add(json.get("id").asText())) {
            examples.add(json);
        }
        return new DraftDocument(more);
    }

    /** An example under the id that every draft gives to it. */
    static ObjectNode named(Example example) {
        String segment = example.expected().segment();
        ObjectNode json = ExampleJson.write(example);
        String id = segment.substring(0, Math.min(LONGEST_STEM, segment.length())) + "_"
                + Sha256.hex(json.toString()).substring(0, 8);
        return json.put("id", id);
    }

    JsonNode json() {
        return parts;
    }

    /** Equal documents give equal text. */
    String text() {
        return new String(StrategyJson.canonical(parts), StandardCharsets.UTF_8);
    }

    /**
     * @param base has what the draft does not hold
     * @param guardrails names of those that the base's conditions may use
     * @param pins say which version gives which score
     */
    CheckedDraft over(Strategy base, CustomerSchema schema, Set<String> guardrails, DraftModels.Pinning pins) {
        List<StrategyProblem> problems = new ArrayList<>();
        Optional<Strategy> read = over(base, problems)
                .map(strategy ->
                        strategy.withModels(DraftModels.pinned(parts.get(DraftModels.PART), base, pins, problems)));
        read.ifPresent(strategy -> problems.addAll(StrategyProblems.of(strategy, schema, guardrails)));
        return new CheckedDraft(read, List.copyOf(problems));
    }

    /** As far as it can be read, whatever is wrong with it, with the models of the base. */
    Optional<Strategy> over(Strategy base) {
        return over(base, new ArrayList<>());
    }

    private Optional<Strategy> over(Strategy base, List<StrategyProblem> problems) {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        NEEDED.forEach(part -> readable.set(part, parts.get(part).deepCopy()));
        for (JsonNode segment : readable.at("/segments/segments")) {
            replaceUnreadable(segment, "when", "segments/" + segment.path("id").asText(), problems);
        }
        for (JsonNode rule : readable.at("/engagement/rules")) {
            for (String stage : STAGES) {
                replaceUnreadable(
                        rule, stage, "engagement/" + rule.path("action").asText(), problems);
            }
        }
        ObjectNode whole = StrategyJson.write(base);
        whole.setAll(readable);
        whole.set(EXAMPLES, parts.get(EXAMPLES));
        whole.set(TABLES, readableTables(problems));
        whole.set(DraftContact.PART, DraftContact.readable(parts.get(DraftContact.PART), problems));
        try {
            return Optional.of(StrategyJson.read(whole));
        } catch (EngineException unreadable) {
            problems.add(new StrategyProblem("", String.valueOf(unreadable.getMessage())));
            return Optional.empty();
        }
    }

    /** The tables, with something readable in place of what is not. */
    private ArrayNode readableTables(List<StrategyProblem> problems) {
        ArrayNode readable = JsonNodeFactory.instance.arrayNode();
        for (JsonNode table : parts.get(TABLES)) {
            TableReading reading = TableReading.of(table);
            String place = TABLES + "/" + table.path("name").asText();
            String label = "Decision table "
                    + table.path("label").asText(table.path("name").asText()) + ": ";
            for (Problem problem : reading.problems()) {
                problems.add(new StrategyProblem(place + problem.path(), label + problem.message()));
            }
            reading.table().ifPresent(read -> readable.add(DecisionTableJson.write(read)));
        }
        return readable;
    }

    /** Lets the rest be read and checked although one condition is not finished. */
    private static void replaceUnreadable(JsonNode owner, String field, String place, List<StrategyProblem> problems) {
        if (!owner.isObject() || !owner.has(field)) {
            return;
        }
        List<Problem> found = ConditionJson.problems(owner.get(field));
        if (!found.isEmpty()) {
            found.forEach(problem ->
                    problems.add(new StrategyProblem(place + "/" + field + problem.path(), problem.message())));
            ((ObjectNode) owner).set(field, ConditionJson.write(Condition.everyone()));
        }
    }
}
