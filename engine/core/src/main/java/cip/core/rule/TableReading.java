package cip.core.rule;

import cip.core.error.EngineException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A decision table that may be unfinished: what cannot be read is a problem with its place, and the rest is read all the
 * same, so that one cell half typed does not hide what is wrong with the others.
 *
 * @param table with something readable in place of what is not; empty = it has not the shape of a table
 * @param problems paths as of {@link TableCheck}
 */
public record TableReading(Optional<DecisionTable> table, List<Problem> problems) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public TableReading {
        problems = List.copyOf(problems);
    }

    /** @param json in the form of {@link DecisionTableJson}, as far as it is one */
    public static TableReading of(JsonNode json) {
        List<Problem> problems = new ArrayList<>();
        JsonNode readable = json.deepCopy();
        if (readable.path("rows") instanceof ArrayNode rows
                && readable.path("inputs").isArray()) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row) instanceof ObjectNode object) {
                    String place = "/rows/" + row;
                    String whose = "Row " + (row + 1) + ": ";
                    tests(readable, object, place, whose, problems);
                    values(readable, object, row, place, whose, problems);
                }
            }
        }
        try {
            return new TableReading(Optional.of(DecisionTableJson.read(readable)), problems);
        } catch (EngineException unreadable) {
            problems.add(new Problem("", String.valueOf(unreadable.getMessage())));
            return new TableReading(Optional.empty(), problems);
        }
    }

    private static void tests(JsonNode table, ObjectNode row, String place, String whose, List<Problem> problems) {
        int inputs = table.path("inputs").size();
        ArrayNode when = NODES.arrayNode();
        sized(row.path("when"), inputs, "tests", "inputs", place, whose, problems);
        for (int i = 0; i < inputs; i++) {
            JsonNode cell = row.path("when").path(i);
            Optional<String> problem =
                    problem(cell, table.path("inputs").path(i).asText());
            String path = place + "/when/" + i;
            problem.ifPresent(said -> problems.add(new Problem(path, whose + said)));
            when.add(problem.isPresent() || cell.isMissingNode() ? NODES.textNode("-") : cell);
        }
        row.set("when", when);
    }

    private static Optional<String> problem(JsonNode cell, String term) {
        if (cell.isMissingNode()) {
            return Optional.empty();
        }
        if (!cell.isTextual()) {
            return Optional.of("A test is written as text, found " + cell + ".");
        }
        try {
            UnaryTests.parse(cell.textValue(), term);
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static void values(
            JsonNode table, ObjectNode row, int number, String place, String whose, List<Problem> problems) {
        int outputs = table.path("outputs").size();
        ArrayNode then = NODES.arrayNode();
        sized(row.path("then"), outputs, "values", "outputs", place, whose, problems);
        for (int i = 0; i < outputs; i++) {
            JsonNode value = row.path("then").path(i);
            if (!isLiteral(value) && !value.isMissingNode()) {
                problems.add(new Problem(
                        place + "/then/" + i,
                        whose + "The output "
                                + table.path("outputs").path(i).path("name").asText() + " has no value."));
            }
            then.add(isLiteral(value) ? value : another(table, i, number));
        }
        row.set("then", then);
    }

    private static void sized(
            JsonNode cells, int expected, String what, String of, String place, String whose, List<Problem> problems) {
        if (cells.size() != expected) {
            problems.add(new Problem(
                    place, whose + "It has " + cells.size() + " " + what + " for " + expected + " " + of + "."));
        }
    }

    /** A value that the output can have, so that the one that cannot be read is said to be wrong only once. */
    private static JsonNode another(JsonNode table, int output, int row) {
        JsonNode declared = table.path("outputs").path(output);
        Stream<JsonNode> others = StreamSupport.stream(table.path("rows").spliterator(), false)
                .map(other -> other.path("then").path(output));
        return Stream.concat(Stream.of(declared.path("values").path(0), declared.path("ifNoneHolds")), others)
                .filter(TableReading::isLiteral)
                .findFirst()
                .orElseGet(() -> NODES.textNode("row " + (row + 1)));
    }

    private static boolean isLiteral(JsonNode value) {
        return value.isNumber()
                || value.isBoolean()
                || (value.isTextual() && !value.textValue().isEmpty());
    }
}
