package cip.server.workbooks;

import cip.core.rule.Problem;
import cip.core.rule.TableCheck;
import cip.core.rule.TableReading;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the decision table of a spreadsheet that {@link TableWorkbook} wrote and people edited, forgiving where it is plain
 * what they mean: texts without quotes, yes and no, percentages.
 */
public final class TableWorkbookReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Sheet sheet;
    private final Vocabulary vocabulary;
    private final int terms;
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final LinkedHashSet<CellProblem> problems = new LinkedHashSet<>();

    /** @param cell as people name it: C7 */
    public record CellProblem(String cell, String text) {}

    /**
     * @param table in the form of {@link cip.core.rule.DecisionTableJson}; where it could not be read, as it stands in the cell
     * @param problems by cell; empty = the table can be run
     */
    public record ReadTable(JsonNode table, List<CellProblem> problems) {}

    private TableWorkbookReader(Sheet sheet, Vocabulary vocabulary, int terms) {
        this.sheet = sheet;
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    /**
     * @param file the .xlsx
     * @param vocabulary of the table's inputs
     * @throws cip.core.error.EngineException UNREADABLE_FILE or TOO_LARGE when it is refused as a whole
     */
    public static ReadTable read(InputStream file, Vocabulary vocabulary) throws IOException {
        for (Sheet sheet : UploadedWorkbook.read(file).sheets()) {
            Optional<Integer> terms = sheet.rowOf(TableSheet.TERM)
                    .filter(row -> sheet.rowOf(TableSheet.TABLE).isPresent());
            if (terms.isPresent()) {
                return new TableWorkbookReader(sheet, vocabulary, terms.get()).read();
            }
        }
        throw UploadedWorkbook.unreadable("No sheet says \"" + TableSheet.TABLE + "\" and \"" + TableSheet.TERM
                + "\" in its first column.\nMaybe download the table as a workbook and edit that one.");
    }

    private ReadTable read() {
        columns();
        int head = row(TableSheet.OTHERWISE);
        for (int row = Math.max(terms, head) + 1; row <= sheet.lastRow(); row++) {
            if (sheet.lastColumn(row) >= TableSheet.FIRST_COLUMN) {
                rows.add(row);
            }
        }
        ObjectNode table = NODES.objectNode();
        int name = row(TableSheet.TABLE);
        int policy = row(TableSheet.POLICY);
        table.put("name", sheet.text(name, 1));
        table.put("label", sheet.text(name, 2).isEmpty() ? sheet.text(name, 1) : sheet.text(name, 2));
        table.put("hitPolicy", sheet.text(policy, 1).toUpperCase(Locale.ROOT).replace(' ', '_'));
        String aggregation = sheet.text(policy, 2).toUpperCase(Locale.ROOT);
        if (!aggregation.isEmpty()) {
            table.put("aggregation", aggregation);
        }
        ArrayNode tested = table.putArray("inputs");
        inputs.forEach(column -> tested.add(sheet.text(terms, column)));
        ArrayNode given = table.putArray("outputs");
        outputs.forEach(column -> given.add(output(column)));
        ArrayNode rules = table.putArray("rows");
        for (int row : rows) {
            ObjectNode rule = rules.addObject();
            ArrayNode when = rule.putArray("when");
            inputs.forEach(column -> when.add(test(row, column)));
            ArrayNode then = rule.putArray("then");
            for (int i = 0; i < outputs.size(); i++) {
                then.add(value(row, outputs.get(i), given.get(i)));
            }
        }
        check(table);
        return new ReadTable(table, List.copyOf(problems));
    }

    private void columns() {
        int kinds = row(TableSheet.KIND);
        for (int column = TableSheet.FIRST_COLUMN; column <= sheet.lastColumn(terms); column++) {
            String kind = sheet.text(kinds, column).toLowerCase(Locale.ROOT);
            if (sheet.text(terms, column).isEmpty()) {
                continue;
            }
            if (kind.equals(TableSheet.OUTPUT)) {
                outputs.add(column);
            } else {
                inputs.add(column);
                if (!kind.equals(TableSheet.INPUT)) {
                    problem(kinds, column, "Expected \"when\" for a test or \"then\" for what is given.");
                }
            }
        }
    }

    private ObjectNode output(int column) {
        ObjectNode output = NODES.objectNode().put("name", sheet.text(terms, column));
        String label = sheet.text(row(TableSheet.LABEL), column);
        output.put("label", label.isEmpty() ? sheet.text(terms, column) : label);
        int listed = row(TableSheet.VALUES);
        if (sheet.cell(listed, column).isPresent()) {
            output.set("values", list(listed, column));
        }
        int otherwise = row(TableSheet.OTHERWISE);
        if (sheet.cell(otherwise, column).isPresent()) {
            output.set("ifNoneHolds", value(otherwise, column, output));
        }
        return output;
    }

    /** Several values in one cell: {@code "high", "low"}, or without quotes. */
    private ArrayNode list(int row, int column) {
        String text = sheet.text(row, column);
        try {
            if (MAPPER.readTree("[" + text + "]") instanceof ArrayNode values) {
                return values;
            }
        } catch (JsonProcessingException unquoted) {
            // then they are texts as people write them
        }
        ArrayNode values = NODES.arrayNode();
        for (String value : text.split(",")) {
            values.add(value.strip());
        }
        return values;
    }

    private JsonNode test(int row, int column) {
        Optional<Cell> found = sheet.cell(row, column);
        if (found.isEmpty()) {
            return NODES.textNode("-");
        }
        Cell cell = found.get();
        return switch (cell.kind()) {
            case FORMULA -> {
                problem(row, column, "Holds a formula. Write the value.");
                yield NODES.textNode("=" + cell.text());
            }
            case ERROR -> {
                problem(row, column, "Holds the error " + cell.text() + ".");
                yield NODES.textNode(cell.text());
            }
            case YES_NO -> NODES.textNode(cell.text().equals("1") ? "true" : "false");
            case NUMBER, TEXT -> NODES.textNode(test(cell.plain().strip(), sheet.text(terms, column)));
        };
    }

    private String test(String text, String name) {
        if (text.equals("–") || text.equals("-")) {
            return "-";
        }
        return switch (vocabulary.term(name).map(Term::type).orElse(Term.Type.NUMBER)) {
            case TEXT -> text.contains("\"") ? text : quoted(text);
            case YES_NO -> yesNo(text).map(String::valueOf).orElse(text);
            case NUMBER ->
                number(text, vocabulary.term(name).map(Term::isProbability).orElse(false));
        };
    }

    private static String quoted(String text) {
        List<String> texts = new ArrayList<>();
        for (String one : text.split(",")) {
            texts.add("\"" + one.strip().replace("\\", "\\\\") + "\"");
        }
        return String.join(",", texts);
    }

    private static Optional<Boolean> yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String number(String text, boolean probability) {
        String signs = text.replace("≥", ">=").replace("≤", "<=");
        return probability
                ? Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%").matcher(signs).replaceAll(percent -> new BigDecimal(
                                percent.group(1))
                        .movePointLeft(2)
                        .stripTrailingZeros()
                        .toPlainString())
                : signs;
    }

    /** @param output whose declared values say the type, if it has any */
    private JsonNode value(int row, int column, JsonNode output) {
        Optional<Cell> found = sheet.cell(row, column);
        if (found.isEmpty()) {
            return NODES.nullNode();
        }
        Cell cell = found.get();
        JsonNode like = output.path("values").isEmpty()
                ? output.path("ifNoneHolds")
                : output.path("values").path(0);
        return switch (cell.kind()) {
            case FORMULA -> {
                problem(row, column, "Holds a formula. Write the value.");
                yield NODES.nullNode();
            }
            case ERROR -> {
                problem(row, column, "Holds the error " + cell.text() + ".");
                yield NODES.nullNode();
            }
            case YES_NO -> NODES.booleanNode(cell.text().equals("1"));
            case NUMBER -> like.isTextual() ? NODES.textNode(cell.plain()) : number(cell.plain());
            case TEXT -> text(cell.text(), like);
        };
    }

    /** A whole number is written without a fraction, so that a 5 stays 5. */
    private static JsonNode number(String digits) {
        double number = Double.parseDouble(digits);
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? NODES.numberNode((long) number) : NODES.numberNode(number);
    }

    private static JsonNode text(String text, JsonNode like) {
        if (like.isBoolean() && yesNo(text.strip()).isPresent()) {
            return NODES.booleanNode(yesNo(text.strip()).get());
        }
        if (like.isNumber() && text.strip().matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return number(text.strip());
        }
        return NODES.textNode(text);
    }

    private void check(ObjectNode table) {
        TableReading reading = TableReading.of(table);
        reading.problems().forEach(this::problem);
        Set<String> taken = vocabulary.terms().stream().map(Term::name).collect(Collectors.toSet());
        reading.table().ifPresent(read -> TableCheck.inStrategy(read, vocabulary, taken)
                .forEach(this::problem));
    }

    private void problem(Problem problem) {
        String[] steps = problem.path().split("/");
        String text = problem.message().replaceFirst("^Row [0-9]+: ", "");
        if (steps.length > 2 && steps[1].equals("rows")) {
            int row = rows.get(Integer.parseInt(steps[2]));
            int column =
                    steps.length < 5 ? 0 : (steps[3].equals("when") ? inputs : outputs).get(Integer.parseInt(steps[4]));
            problem(row, column, text);
        } else if (steps.length > 2 && List.of("inputs", "outputs").contains(steps[1])) {
            problem(terms, (steps[1].equals("inputs") ? inputs : outputs).get(Integer.parseInt(steps[2])), text);
        } else {
            boolean policy = steps.length > 1 && steps[1].equals("hitPolicy");
            problem(row(policy ? TableSheet.POLICY : TableSheet.TABLE), 1, text);
        }
    }

    /** The first thing that is wrong with a cell says why; what follows from it is left out. */
    private void problem(int row, int column, String text) {
        String cell = Cell.name(Math.max(row, 0), column);
        if (problems.stream().noneMatch(known -> known.cell().equals(cell))) {
            problems.add(new CellProblem(cell, text));
        }
    }

    /** The row that begins so; -1, which has no cells, when none does. */
    private int row(String first) {
        return sheet.rowOf(first).orElse(-1);
    }
}
