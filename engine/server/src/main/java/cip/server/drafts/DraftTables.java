package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.DecisionTable;
import cip.core.rule.Problem;
import cip.core.rule.TableCheck;
import cip.core.rule.TableReading;
import cip.core.rule.Vocabulary;
import cip.server.strategies.LiveStrategy;
import cip.server.workbooks.TableWorkbook;
import cip.server.workbooks.TableWorkbookReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decision tables of drafts, in sentences and as spreadsheets. Thread-safe. */
final class DraftTables {
    private final Drafts drafts;
    private final LiveStrategy live;
    private final CustomerSchema schema;

    DraftTables(Drafts drafts, LiveStrategy live, CustomerSchema schema) {
        this.drafts = drafts;
        this.live = live;
        this.schema = schema;
    }

    /** @throws EngineException NOT_FOUND when the draft has no such table */
    TableSentences sentences(DraftDocument document, StrategyHash basedOn, String name) {
        TableReading reading = TableReading.of(table(document, name));
        return reading.table()
                .map(table -> sentences(table, reading.problems(), vocabulary(document, basedOn)))
                .orElseGet(() -> new TableSentences("", List.of(), ""));
    }

    private static TableSentences sentences(DecisionTable table, List<Problem> unreadable, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>(unreadable);
        problems.addAll(TableCheck.problems(table, vocabulary));
        Set<String> wrong = new HashSet<>();
        problems.forEach(problem -> wrong.add(rowOf(problem.path())));
        List<@Nullable String> sentences = new ArrayList<>();
        for (DecisionTable.Row row : table.rows()) {
            boolean sound = !wrong.contains("/rows/" + sentences.size());
            sentences.add(sound ? table.sentence(row, vocabulary) : null);
        }
        return new TableSentences(
                table.policySentence(), sentences, table.otherwise().orElse(""));
    }

    /** {@code /rows/2} of {@code /rows/2/when/0}. */
    private static String rowOf(String path) {
        String[] steps = path.split("/");
        return steps.length < 3 ? path : "/" + steps[1] + "/" + steps[2];
    }

    /**
     * Writes a table as a spreadsheet, as it stands.
     *
     * @throws EngineException NOT_FOUND when the draft has no such table
     */
    void write(DraftDocument document, StrategyHash basedOn, String name, OutputStream out) throws IOException {
        new TableWorkbook(table(document, name), vocabulary(document, basedOn)).write(out);
    }

    /**
     * @param draft whose segments and other tables it may speak of, as they were saved last; {@code null} = the strategy's
     * @param name of the table that the spreadsheet should hold; {@code null} = any
     * @throws EngineException UNREADABLE_FILE or TOO_LARGE when the file is refused
     */
    TableWorkbookReader.ReadTable read(
            InputStream file, StrategyHash basedOn, @Nullable String draft, @Nullable String name) throws IOException {
        Vocabulary words = draft == null
                ? StrategyVocabulary.of(live.strategy(basedOn), schema)
                : vocabulary(drafts.document(drafts.draft(draft)), basedOn);
        TableWorkbookReader.ReadTable read = TableWorkbookReader.read(file, words);
        String found = read.table().path("name").asText();
        if (name != null && !found.equals(name)) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "The spreadsheet holds the decision table " + found + ", not " + name
                            + ".\nMaybe it was downloaded from another table, or its name was changed in B1.");
        }
        return read;
    }

    /** What tables may speak of, the draft's own segments and tables included. */
    private Vocabulary vocabulary(DraftDocument document, StrategyHash basedOn) {
        Strategy base = live.strategy(basedOn);
        return StrategyVocabulary.of(document.over(base).orElse(base), schema);
    }

    private static JsonNode table(DraftDocument document, String name) {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode table : document.json().path("tables")) {
            if (found.isEmpty() && table.path("name").asText().equals(name)) {
                found = Optional.of(table);
            }
        }
        return found.orElseThrow(
                () -> new EngineException(ErrorCode.NOT_FOUND, "The draft has no decision table of this name."));
    }
}
