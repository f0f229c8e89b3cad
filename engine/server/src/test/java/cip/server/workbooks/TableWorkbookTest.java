package cip.server.workbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.DecisionTable;
import cip.core.rule.DecisionTableJson;
import cip.core.rule.GeneratedTables;
import cip.core.rule.Vocabulary;
import cip.server.workbooks.TableWorkbookReader.CellProblem;
import cip.server.workbooks.TableWorkbookReader.ReadTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A decision table goes out as a spreadsheet and comes back; what is hostile does not come in. */
class TableWorkbookTest {
    private static final Vocabulary VOCABULARY = GeneratedTables.vocabulary();
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void whatIsWrittenReadsBackAsTheSameTable() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            DecisionTable table = new GeneratedTables(seed).next("t" + seed);
            ReadTable read = read(written(DecisionTableJson.write(table)));
            assertThat(read.problems()).as("%s", table).isEmpty();
            assertThat(DecisionTableJson.read(read.table())).isEqualTo(table);
        }
    }

    @Test
    void textsThatSpreadsheetsLikeToChangeStayAsTheyAre() throws IOException {
        for (String text : List.of("=1+1", "1-2", "007", " a ", "TRUE", "é\n\"b\"", "<&>", "50%", "-")) {
            JsonNode table = json(
                    """
                    {"name":"t","label":"A: [label]/of 'a' table that has quite a long name","hitPolicy":"FIRST","inputs":["note"],
                     "outputs":[{"name":"o","label":"O"}],"rows":[{"when":["-"],"then":[%s]}]}"""
                            .formatted(new ObjectMapper().writeValueAsString(text)));
            assertThat(read(written(table)).table()).isEqualTo(table);
        }
    }

    @Test
    void whatPeopleTypeIsUnderstoodWhereItIsPlain() throws IOException {
        ReadTable read = read(edited(cells -> cells.put("B8", "≥60%")
                .put("C8", "West, South")
                .put("D8", "yes")
                .put("B9", "")
                .put("C9", "\"East\"")
                .put("E9", "some")));

        assertThat(read.problems()).isEmpty();
        assertThat(read.table().path("rows").toString())
                .isEqualTo("[{\"when\":[\">=0.6\",\"\\\"West\\\",\\\"South\\\"\",\"true\"],\"then\":[\"high\"]},"
                        + "{\"when\":[\"-\",\"\\\"East\\\"\",\"-\"],\"then\":[\"some\"]}]");
    }

    @Test
    void everyProblemNamesItsCell() throws IOException {
        ReadTable read = read(edited(cells -> cells.put("B8", "many")
                .put("C8", "Wset")
                .put("E8", "huge")
                .put("E9", "")
                .put("D5", "age_of")));

        assertThat(read.problems())
                .extracting(CellProblem::cell)
                .containsExactlyInAnyOrder("B8", "C8", "E8", "E9", "D5");
        assertThat(read.problems())
                .filteredOn(problem -> problem.cell().equals("C8"))
                .first()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("The value \"Wset\" is none of those")
                        .contains("Maybe West"));
    }

    @Test
    void aTextAmongNumbersAndANameThatIsTakenAreNamedByCell() throws IOException {
        JsonNode table = json(
                """
                {"name":"t","label":"T","hitPolicy":"RULE_ORDER","inputs":["age"],
                 "outputs":[{"name":"clv","label":"Value"},{"name":"o","label":"O"}],
                 "rows":[{"when":["-"],"then":[1,5]},{"when":["-"],"then":["x",2.5]}]}""");
        ReadTable read = read(written(table));
        assertThat(read.table()).hasToString(table.toString());
        assertThat(read.problems()).extracting(CellProblem::cell).containsExactly("C5", "C9", "B2");
    }

    @Test
    void aFormulaIsNamedAndNotComputed() throws IOException {
        byte[] file = changed(
                written(care()),
                SHEET,
                xml -> xml.replaceFirst("<c r=\"B8\"[^>]*>.*?</c>", "<c r=\"B8\"><f>1+1</f><v>2</v></c>"));
        ReadTable read = read(file);
        assertThat(read.problems()).containsExactly(new CellProblem("B8", "Holds a formula. Write the value."));
        assertThat(read.table().at("/rows/0/when/0").asText()).isEqualTo("=1+1");
    }

    @Test
    void whatIsNoSpreadsheetOrHoldsNoTableIsRefused() throws IOException {
        refused("a,b,c".getBytes(StandardCharsets.UTF_8), "no .xlsx spreadsheet");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "no .xlsx spreadsheet");
        refused(zip(Map.of("readme.txt", "hello")), "holds no spreadsheet");
        refused(
                changed(written(care()), "xl/sharedStrings.xml", xml -> xml.replace(">Term<", ">Begriff<")),
                "No sheet says");
        byte[] whole = written(care());
        refused(Arrays.copyOf(whole, whole.length / 2), "");
    }

    @Test
    void macrosLinksAndDocumentTypesAreRefused() throws IOException {
        for (String part : List.of("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/embeddings/a.exe")) {
            refused(with(written(care()), part, "x"), part);
        }
        for (String part : List.of(SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
            refused(
                    changed(
                            written(care()),
                            part,
                            xml -> xml.replaceFirst(
                                    "\\?>",
                                    "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"bbbb\">]>")),
                    "document type declaration");
        }
        refused(changed(written(care()), SHEET, xml -> "<!DOCTYPE x><x/>"), "document type declaration");
    }

    @Test
    void zipBombsAndEndlessSheetsAreRefusedWithTheirLimit() throws IOException {
        refused(new byte[UploadedWorkbook.MOST_BYTES + 1], "5 MiB", ErrorCode.TOO_LARGE);
        refused(
                with(written(care()), "xl/media/zeros", "0".repeat(31 * 1024 * 1024)),
                "30 MiB",
                ErrorCode.UNREADABLE_FILE);
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 201; i++) {
            many.put("part" + i, "x");
        }
        refused(zip(many), "200 parts");
        refused(
                changed(
                        written(care()),
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")),
                "XFD1048576");
        refused(
                changed(
                        written(care()),
                        SHEET,
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"9\"><c r=\"B9\" t=\"str\"><v>" + "x".repeat(5_000)
                                        + "</v></c></row></sheetData>")),
                "4000 characters");
    }

    private static void refused(byte[] file, String words) {
        refused(file, words, ErrorCode.UNREADABLE_FILE);
    }

    private static void refused(byte[] file, String words, ErrorCode code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    /** Cells by their names, put as inline texts. */
    private static final class Edits {
        private final Map<String, String> texts = new LinkedHashMap<>();

        Edits put(String cell, String text) {
            texts.put(cell, text);
            return this;
        }
    }

    private static byte[] edited(UnaryOperator<Edits> edit) throws IOException {
        Edits edits = edit.apply(new Edits());
        return changed(written(care()), SHEET, xml -> {
            String sheet = xml;
            for (Map.Entry<String, String> text : edits.texts.entrySet()) {
                String cell = "<c r=\"" + text.getKey() + "\" t=\"inlineStr\"><is><t>"
                        + text.getValue().replace("\"", "&quot;") + "</t></is></c>";
                sheet = sheet.replaceFirst("<c r=\"" + text.getKey() + "\"[^>]*?(/>|>.*?</c>)", cell);
            }
            return sheet;
        });
    }

    private static JsonNode care() throws IOException {
        return json(
                """
                {"name":"care","label":"Care level","hitPolicy":"FIRST","inputs":["churn_risk","region","consent_email"],
                 "outputs":[{"name":"level","label":"Level","values":["high","some","low"],"ifNoneHolds":"low"}],
                 "rows":[{"when":[">=0.6","\\"West\\"","-"],"then":["high"]},{"when":[">=0.3","-","-"],"then":["low"]}]}""");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static byte[] written(JsonNode table) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new TableWorkbook(table, VOCABULARY).write(file);
        return file.toByteArray();
    }

    private static ReadTable read(byte[] file) throws IOException {
        return TableWorkbookReader.read(new ByteArrayInputStream(file), VOCABULARY);
    }

    private static byte[] changed(byte[] file, String part, UnaryOperator<String> change) throws IOException {
        Map<String, String> parts = unzipped(file);
        assertThat(parts).containsKey(part);
        String after = change.apply(parts.get(part));
        assertThat(after).isNotEqualTo(parts.get(part));
        parts.put(part, after);
        return zip(parts);
    }

    private static byte[] with(byte[] file, String part, String text) throws IOException {
        Map<String, String> parts = unzipped(file);
        parts.put(part, text);
        return zip(parts);
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path kept = Files.createTempFile("table", ".xlsx");
        Files.write(kept, file);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(kept);
        }
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }
}
