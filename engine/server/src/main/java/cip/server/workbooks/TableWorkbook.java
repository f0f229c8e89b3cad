package cip.server.workbooks;

import cip.core.rule.HitPolicy;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a decision table as a spreadsheet: one sheet with the table, one that says how to edit it. */
public final class TableWorkbook {
    /** What such a file is over HTTP. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_SHEET_NAME = 31;
    private static final String HEADER = "E8EDF4";
    private static final String AS_TEXT = "@";

    private final JsonNode table;
    private final Vocabulary vocabulary;

    /**
     * @param table in the form of {@link cip.core.rule.DecisionTableJson}, may be unfinished
     * @param vocabulary of its inputs
     */
    public TableWorkbook(JsonNode table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    public void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Decision table", "1.0");
        Worksheet sheet = workbook.newWorksheet(sheetName());
        rows(sheet);
        guide(workbook.newWorksheet("How to edit"));
        workbook.finish();
    }

    private String sheetName() {
        String name = table.path("label")
                .asText("")
                .replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ")
                .strip();
        String cut =
                name.substring(0, Math.min(LONGEST_SHEET_NAME, name.length())).strip();
        return cut.isEmpty() || cut.equals("How to edit") ? "Table" : cut;
    }

    private void rows(Worksheet sheet) {
        List<String> first = List.of(
                TableSheet.TABLE,
                TableSheet.POLICY,
                TableSheet.KIND,
                TableSheet.LABEL,
                TableSheet.TERM,
                TableSheet.VALUES,
                TableSheet.OTHERWISE);
        for (int row = 0; row < first.size(); row++) {
            sheet.value(row, 0, first.get(row));
            sheet.style(row, 0).bold().fillColor(HEADER).set();
        }
        sheet.value(0, 1, table.path("name").asText(""));
        sheet.value(0, 2, table.path("label").asText(""));
        sheet.value(1, 1, table.path("hitPolicy").asText(""));
        sheet.value(1, 2, table.path("aggregation").asText("").replace("null", ""));
        sheet.width(0, 22);
        int column = TableSheet.FIRST_COLUMN;
        for (JsonNode input : table.path("inputs")) {
            head(sheet, column, TableSheet.INPUT, vocabulary.label(input.asText()), input.asText());
            sheet.style(column).format(AS_TEXT).set();
            column++;
        }
        for (JsonNode output : table.path("outputs")) {
            head(
                    sheet,
                    column,
                    TableSheet.OUTPUT,
                    output.path("label").asText(),
                    output.path("name").asText());
            List<String> values = new ArrayList<>();
            output.path("values").forEach(value -> values.add(value.toString()));
            sheet.value(5, column, String.join(", ", values));
            value(sheet, 6, column, output.path("ifNoneHolds"));
            column++;
        }
        int row = first.size();
        for (JsonNode rule : table.path("rows")) {
            sheet.value(row, 0, row - first.size() + 1);
            int inputs = table.path("inputs").size();
            for (int i = 0; i < rule.path("when").size(); i++) {
                sheet.value(
                        row,
                        TableSheet.FIRST_COLUMN + i,
                        rule.path("when").get(i).asText(""));
                sheet.style(row, TableSheet.FIRST_COLUMN + i).format(AS_TEXT).set();
            }
            for (int i = 0; i < rule.path("then").size(); i++) {
                value(
                        sheet,
                        row,
                        TableSheet.FIRST_COLUMN + inputs + i,
                        rule.path("then").get(i));
            }
            row++;
        }
        sheet.freezePane(TableSheet.FIRST_COLUMN, first.size());
    }

    private static void head(Worksheet sheet, int column, String kind, String label, String term) {
        sheet.value(2, column, kind);
        sheet.value(3, column, label);
        sheet.value(4, column, term);
        for (int row = 2; row < 5; row++) {
            sheet.style(row, column).bold().fillColor(HEADER).set();
        }
        sheet.width(column, 24);
    }

    private static void value(Worksheet sheet, int row, int column, JsonNode value) {
        if (value.isNumber()) {
            sheet.value(row, column, value.doubleValue());
        } else if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else if (value.isTextual()) {
            sheet.value(row, column, value.textValue());
        }
    }

    private void guide(Worksheet sheet) {
        List<String> lines = new ArrayList<>(List.of(
                "Each row below the head is one rule: its tests, then what customers get for whom all of them hold.",
                "A test is written as  -  (anything),  >=18,  <0.5,  [18..30]  (both included),  (18..30]  (18 not included),"
                        + "  5,  \"West\",\"South\"  (one of them),  true  or  false.",
                "A comma means or. Probabilities run from 0 to 1; 60% is read as 0.6. Values are not computed: formulas are"
                        + " refused.",
                "Rows may be added, copied, moved and deleted; empty rows are left out. The first column is not read there.",
                "The row \"" + TableSheet.TERM
                        + "\" says what a column tests or gives; columns may be added with their term.",
                ""));
        Arrays.stream(HitPolicy.values()).forEach(policy -> lines.add(policy + ": " + policy.sentence()));
        lines.add("COLLECT needs SUM, MIN, MAX or COUNT beside it.");
        int row = 0;
        for (String line : lines) {
            sheet.value(row++, 0, line);
        }
        row++;
        List<String> head = List.of(TableSheet.TERM, TableSheet.LABEL, "Type", "Unit", "Values");
        for (int column = 0; column < head.size(); column++) {
            sheet.value(row, column, head.get(column));
            sheet.style(row, column).bold().fillColor(HEADER).set();
        }
        row++;
        for (Term term : vocabulary.terms()) {
            sheet.value(row, 0, term.name());
            sheet.value(row, 1, term.label());
            sheet.value(row, 2, term.type().name().toLowerCase(Locale.ROOT).replace('_', '/'));
            sheet.value(row, 3, term.unit());
            sheet.value(row, 4, String.join(", ", term.values()));
            row++;
        }
        sheet.width(0, 30);
        sheet.width(1, 30);
    }
}
