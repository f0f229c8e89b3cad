package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.imports.csv.CsvFormat;
import cip.server.imports.csv.Encoding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import job has to do, as it is kept with the job.
 *
 * @param fileId of the uploaded file; {@code null} = from a source
 * @param source name of the source; {@code null} = from a file
 * @param fileName as shown
 * @param table customers, transactions or contacts; {@code null} = whichever the headers fit
 * @param mapping target by header; {@code null} as a target = leave out
 * @param asOf what "the future" is measured against
 */
record ImportInput(
        @Nullable String fileId,
        @Nullable String source,
        String fileName,
        @Nullable String table,
        Map<String, @Nullable String> mapping,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String decimalSeparator,
        boolean dryRun,
        Instant asOf) {
    ImportInput {
        mapping = new LinkedHashMap<>(mapping);
    }

    /** @throws EngineException INVALID_VALUE naming the option that is not one */
    ImportOptions options() {
        if (source != null) {
            return new ImportOptions(
                    importTable(),
                    mapping,
                    Optional.of(Encoding.UTF_8),
                    Optional.of(','),
                    Optional.ofNullable(decimalSeparator).map(ImportInput::decimalSeparator));
        }
        return new ImportOptions(
                importTable(),
                mapping,
                Optional.ofNullable(encoding).map(ImportInput::encoding),
                Optional.ofNullable(delimiter).map(ImportInput::delimiter),
                Optional.ofNullable(decimalSeparator).map(ImportInput::decimalSeparator));
    }

    private Optional<ImportTable> importTable() {
        return Optional.ofNullable(table).map(label -> ImportTable.named(label)
                .orElseThrow(() -> invalid("table", label, "customers, transactions or contacts")));
    }

    private static Encoding encoding(String label) {
        return Encoding.named(label)
                .orElseThrow(() -> invalid("encoding", label, "UTF-8, UTF-16LE, UTF-16BE or windows-1252"));
    }

    private static char delimiter(String text) {
        char delimiter = text.equals("\\t") ? '\t' : text.length() == 1 ? text.charAt(0) : 0;
        if (!CsvFormat.isDelimiter(delimiter)) {
            throw invalid("delimiter", text, "a comma, semicolon, tab or vertical bar");
        }
        return delimiter;
    }

    private static char decimalSeparator(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw invalid("decimalSeparator", text, "a point or a comma");
        }
        return text.charAt(0);
    }

    private static EngineException invalid(String what, String found, String expected) {
        return new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "The " + what + " of the import is " + Shown.value(found) + ", expected is " + expected + ".")
                .about(what);
    }
}
