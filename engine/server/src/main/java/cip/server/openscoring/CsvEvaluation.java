package cip.server.openscoring;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.Attribution;
import cip.core.score.ModelInput;
import cip.server.imports.csv.CsvRows;
import cip.server.imports.csv.FileSurvey;
import cip.server.imports.csv.RawRow;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores a CSV file row by row, in constant memory. Whatever is wrong with the file as a whole is found before the first
 * row is answered; a row that gets no score is answered with empty cells and the reason in the last column.
 */
final class CsvEvaluation {
    static final String MESSAGE = "message";

    private static final String ID = "id";
    /** Stands before the names of columns that say what inputs add. */
    private static final String ATTRIBUTION = "attribution.";

    private static final String INPUT = "input.";
    /** Missing, unless the model knows them as values. */
    private static final Set<String> NOT_AVAILABLE = Set.of("NA", "N/A");

    private final Path file;
    private final FileSurvey survey;
    private final Evaluation evaluation;
    private final List<ModelInput> inputs;
    private final int[] positions;
    private final boolean hasId;

    /**
     * Reads the file once.
     *
     * @param delimiter empty = to be told from the first rows
     * @throws EngineException UNREADABLE_FILE; INVALID_VALUE when a column is there twice, or one for an input is missing
     */
    CsvEvaluation(Evaluation evaluation, Path file, Optional<Character> delimiter) throws IOException {
        this.file = file;
        this.survey = FileSurvey.of(file, Optional.empty(), delimiter);
        this.evaluation = evaluation;
        this.inputs = evaluation.inputs();
        this.positions = positions(inputs, survey.header());
        this.hasId = survey.header().get(0).equalsIgnoreCase(ID);
        try (CsvRows rows = rows()) {
            while (rows.hasNext()) {
                rows.next();
            }
        }
    }

    private static int[] positions(List<ModelInput> inputs, List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                throw new EngineException(ErrorCode.INVALID_VALUE, "The header names a column twice.");
            }
        }
        List<String> missing = inputs.stream()
                .map(ModelInput::name)
                .filter(name -> !seen.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "The file has no column for " + missing.size() + " of the model's " + inputs.size()
                            + " inputs, the first being " + missing.get(0)
                            + ".\nMaybe its delimiter was taken wrongly: say it by delimiterChar.");
        }
        return inputs.stream().mapToInt(input -> header.indexOf(input.name())).toArray();
    }

    /** Writes a row for every row of the file, in its order. */
    void write(OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(survey.format().delimiter())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> header = new ArrayList<>();
        if (hasId) {
            header.add(survey.header().get(0));
        }
        evaluation.results().forEach(name -> header.add(inert(name)));
        header.addAll(explainedNames());
        header.add(MESSAGE);
        csv.writeRecord(header);
        try (CsvRows rows = rows()) {
            while (rows.hasNext()) {
                csv.writeRecord(cells(rows.next()));
            }
        }
        csv.flush();
    }

    /** The rows below the header. */
    private CsvRows rows() throws IOException {
        CsvRows rows = CsvRows.open(file, survey.format());
        rows.next();
        return rows;
    }

    private List<String> cells(RawRow row) {
        Answer answer = answer(row);
        List<String> cells = new ArrayList<>();
        if (hasId) {
            String id = row.cells().length == 0 ? null : row.cells()[0];
            cells.add(inert(id == null ? "" : id));
        }
        Map<String, @Nullable Object> results = answer.results() == null ? Map.of() : answer.results();
        for (String name : evaluation.results()) {
            Object value = results.get(name);
            cells.add(value == null ? "" : value instanceof String text ? inert(text) : value.toString());
        }
        cells.addAll(explained(answer.attribution()));
        cells.add(answer.message() == null ? "" : inert(answer.message()));
        return cells;
    }

    private List<String> explainedNames() {
        List<String> names = new ArrayList<>();
        if (evaluation.isExplained()) {
            names.addAll(List.of(ATTRIBUTION + "scale", ATTRIBUTION + "baseline", ATTRIBUTION + "baselineScore"));
            inputs.forEach(input -> names.add(ATTRIBUTION + INPUT + input.name()));
        }
        return names;
    }

    /** An input that the model never asks about adds nothing. */
    private List<String> explained(@Nullable Attribution attribution) {
        if (attribution == null) {
            return Collections.nCopies(explainedNames().size(), "");
        }
        List<String> cells = new ArrayList<>(List.of(
                attribution.scale().name(),
                Double.toString(attribution.baseline()),
                Double.toString(attribution.baselineScore())));
        Map<String, Double> amounts = new HashMap<>();
        attribution.shares().forEach(share -> amounts.put(share.input(), share.amount()));
        inputs.forEach(input -> cells.add(Double.toString(amounts.getOrDefault(input.name(), 0.0))));
        return cells;
    }

    private Answer answer(RawRow row) {
        if (!row.faults().isEmpty()) {
            return refused(row, row.faults().get(0).reason());
        }
        int columns = survey.header().size();
        int cellsThere = Math.max(row.filled(), Math.min(row.width(), columns));
        if (cellsThere != columns) {
            return refused(row, "it has " + cellsThere + " cells, the header " + columns);
        }
        List<FeatureColumn> cells = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            cells.add(new TextColumn(inputs.get(i).name(), new @Nullable String[] {cell(row, i)}));
        }
        return evaluation.answer(null, new FeatureMatrix(1, cells), 0);
    }

    private static Answer refused(RawRow row, String reason) {
        return Answer.refused(null, "Line " + row.line() + " cannot be read: " + reason + ".");
    }

    private @Nullable String cell(RawRow row, int input) {
        int position = positions[input];
        String text = position < row.cells().length ? row.cells()[position] : null;
        boolean missing = text != null
                && NOT_AVAILABLE.contains(text)
                && !inputs.get(input).values().contains(text);
        return missing ? null : text;
    }

    /** Numbers stay as they are. */
    private static String inert(String text) {
        return text.matches("[+-]?[0-9]+([.][0-9]+)?") ? text : FormulaGuard.guarded(text);
    }
}
