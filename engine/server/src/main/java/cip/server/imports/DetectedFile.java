package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.imports.csv.FileSurvey;
import cip.server.imports.csv.RawRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a file seems to hold.
 *
 * @param table empty = none of them for sure
 * @param mapping by header; {@code null} = the column is not recognised
 */
record DetectedFile(
        FileSurvey survey, Optional<ImportTable> table, Map<String, @Nullable String> mapping, char decimalSeparator) {
    private static final int LINES_BEFORE_HEADER = 20;

    /** @throws EngineException when the file is no table of rows under a header */
    public static DetectedFile of(Path file, ImportOptions options, ImportTargets targets) throws IOException {
        FileSurvey survey = FileSurvey.of(file, options.encoding(), options.delimiter());
        if (options.mapping().isEmpty()) {
            refuseWithoutHeader(survey, targets);
        }
        Optional<ImportTable> table = options.table().or(() -> likeliest(survey.header(), options.mapping(), targets));
        List<ImportColumn> known = table.map(t -> targets.columns(t)).orElse(List.of());
        Map<String, @Nullable String> mapping = new LinkedHashMap<>(ColumnMapping.suggested(survey.header(), known));
        mapping.putAll(options.mapping());
        char decimal = options.decimalSeparator()
                .orElseGet(() -> DecimalSeparator.of(survey.sample(), numbers(survey.header(), mapping, known)));
        return new DetectedFile(survey, table, mapping, decimal);
    }

    /** The table whose required columns are all there; with both, the one with more of the file's columns. */
    private static Optional<ImportTable> likeliest(
            List<String> header, Map<String, @Nullable String> chosen, ImportTargets targets) {
        ImportTable best = null;
        long most = 0;
        for (ImportTable table : ImportTable.values()) {
            List<ImportColumn> known = targets.columns(table);
            Map<String, @Nullable String> mapping = new HashMap<>(ColumnMapping.suggested(header, known));
            mapping.putAll(chosen);
            Collection<@Nullable String> filled = mapping.values();
            boolean complete = known.stream().filter(ImportColumn::required).allMatch(c -> filled.contains(c.name()));
            long columns = known.stream().filter(c -> filled.contains(c.name())).count();
            if (complete && columns > most) {
                best = table;
                most = columns;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long recognised(List<String> header, List<ImportColumn> known) {
        return ColumnMapping.suggested(header, known).values().stream()
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static List<Integer> numbers(
            List<String> header, Map<String, @Nullable String> mapping, List<ImportColumn> known) {
        List<String> numbers = known.stream()
                .filter(ImportColumn::number)
                .map(ImportColumn::name)
                .toList();
        return IntStream.range(0, header.size())
                .filter(i -> {
                    String target = mapping.get(header.get(i));
                    return target != null && numbers.contains(target);
                })
                .boxed()
                .toList();
    }

    private static void refuseWithoutHeader(FileSurvey survey, ImportTargets targets) {
        if (matches(survey.header(), targets) > 0) {
            return;
        }
        Optional<RawRow> header = survey.sample().stream()
                .limit(LINES_BEFORE_HEADER)
                .filter(row -> matches(cells(row), targets) > 1)
                .findFirst();
        if (header.isPresent()) {
            throw new EngineException(
                    ErrorCode.UNREADABLE_FILE,
                    "The file has no header on its first line; line "
                            + header.get().line() + " looks like one.\n"
                            + "Maybe the lines before it are a preamble: remove them and import again.");
        }
        long numbers = survey.header().stream()
                .filter(cell -> !Double.isNaN(NumberCell.parse(cell, '.')))
                .count();
        if (numbers * 2 >= survey.header().size()) {
            throw new EngineException(
                    ErrorCode.UNREADABLE_FILE,
                    "The file has no header: its first line holds data (" + Shown.list(survey.header())
                            + ").\nMaybe the export left the header out: put a line with the column names first.");
        }
    }

    private static long matches(List<String> names, ImportTargets targets) {
        return Arrays.stream(ImportTable.values())
                .mapToLong(table -> recognised(names, targets.columns(table)))
                .max()
                .orElse(0);
    }

    private static List<String> cells(RawRow row) {
        return Arrays.stream(row.cells())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
