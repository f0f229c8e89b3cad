package cip.server.imports.csv;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file looks like before anybody said what it holds.
 *
 * @param header the names on the first line, as written; empty names at its end left out
 * @param headerLine the line they stand on
 * @param sample the first rows below it
 * @param notices what a reader should know, e.g. that the encoding was inferred
 */
public record FileSurvey(
        CsvFormat format, List<String> header, long headerLine, List<RawRow> sample, List<String> notices) {
    public static final int MOST_COLUMNS = 10_000;
    private static final int SAMPLE_ROWS = 1_000;
    private static final int SAMPLE_CELLS = 100_000;

    public FileSurvey {
        header = List.copyOf(header);
        sample = List.copyOf(sample);
        notices = List.copyOf(notices);
    }

    /**
     * @param encoding chosen by the user; empty = to be told from the bytes
     * @param delimiter chosen by the user; empty = to be told from the first rows
     * @throws EngineException when the file is empty, something else than delimited text, or too wide
     */
    public static FileSurvey of(Path file, Optional<Encoding> encoding, Optional<Character> delimiter)
            throws IOException {
        EncodingSurvey bytes = survey(file);
        refuseOtherKinds(bytes);
        Encoding used = encoding.orElseGet(bytes::encoding);
        char[] candidates = delimiter.map(d -> new char[] {d}).orElseGet(CsvFormat::delimiters);
        Sample best = null;
        for (char candidate : candidates) {
            Sample sample = Sample.of(file, new CsvFormat(used, candidate));
            if (best == null || sample.score() > best.score()) {
                best = sample;
            }
        }
        Sample chosen = Objects.requireNonNull(best);
        if (chosen.rows().isEmpty()) {
            throw chosen.problem().orElseGet(() -> empty("holds blank lines only"));
        }
        List<String> notices = notices(bytes, used, encoding.isPresent());
        RawRow first = chosen.rows().get(0);
        return new FileSurvey(chosen.format(), names(first), first.line(), rest(chosen.rows()), notices);
    }

    private static EncodingSurvey survey(Path file) throws IOException {
        EncodingSurvey survey = new EncodingSurvey();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                survey.accept(buffer, 0, count);
            }
        }
        return survey;
    }

    private static void refuseOtherKinds(EncodingSurvey bytes) {
        if (bytes.length() == 0) {
            throw empty("has no bytes");
        }
        RefusedKind.of(bytes.head()).ifPresent(kind -> {
            throw refused("is " + kind.what(), "Maybe " + kind.advice() + ", then import the result.");
        });
        if (bytes.isUnmarkedUtf16()) {
            throw refused(
                    "holds zero bytes throughout", "Maybe it is UTF-16 without a byte order mark: save it as UTF-8.");
        }
    }

    private static List<String> names(RawRow first) {
        if (first.filled() > MOST_COLUMNS) {
            throw refused(
                    "has " + first.filled() + " columns, at most " + MOST_COLUMNS + " are read",
                    "Maybe the wrong file was chosen, or rows and columns are swapped.");
        }
        if (!first.faults().isEmpty()) {
            CellFault fault = first.faults().get(0);
            throw refused(
                    "has a header on line " + first.line() + " that cannot be read: " + fault.reason(),
                    "Maybe the encoding is another one than was found.");
        }
        return Arrays.stream(first.cells())
                .limit(first.filled())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private static List<String> notices(EncodingSurvey bytes, Encoding used, boolean chosen) {
        List<String> notices = new ArrayList<>();
        if (!chosen && used == Encoding.WINDOWS_1252) {
            notices.add("The file is not UTF-8 and was read as windows-1252: check the accented letters below.");
        }
        if (!chosen && bytes.hasInvalidBytes()) {
            notices.add("The file is UTF-8 with invalid bytes; rows that contain them will be rejected.");
        }
        return notices;
    }

    private static List<RawRow> rest(List<RawRow> rows) {
        return rows.subList(1, rows.size());
    }

    private static EngineException empty(String how) {
        return refused("is empty: it " + how, "Maybe the export behind it failed.");
    }

    private static EngineException refused(String what, String maybe) {
        return new EngineException(
                ErrorCode.UNREADABLE_FILE,
                "The file " + what + "; expected was delimited text with a header line.\n" + maybe);
    }

    /** The first rows of the file under one delimiter. */
    private record Sample(CsvFormat format, List<RawRow> rows, Optional<EngineException> problem) {
        static Sample of(Path file, CsvFormat format) throws IOException {
            List<RawRow> rows = new ArrayList<>();
            int cells = 0;
            try (CsvRows all = CsvRows.open(file, format)) {
                while (rows.size() <= SAMPLE_ROWS && cells < SAMPLE_CELLS && all.hasNext()) {
                    RawRow row = all.next();
                    rows.add(row);
                    cells += row.width();
                }
            } catch (EngineException unreadable) {
                // What is wrong further down is found, and reported with its line, when all rows are checked.
                return new Sample(format, rows, Optional.of(unreadable));
            }
            return new Sample(format, rows, Optional.empty());
        }

        /** Columns of the header, counted in full only as far as the rows below agree with it. */
        double score() {
            if (rows.isEmpty()) {
                return -1;
            }
            int width = rows.get(0).width();
            if (width == 1) {
                return 0;
            }
            long agreeing = rows.stream().filter(row -> row.width() == width).count();
            return width * (double) agreeing / rows.size();
        }
    }
}
