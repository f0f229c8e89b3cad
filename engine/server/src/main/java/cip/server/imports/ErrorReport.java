package cip.server.imports;

import cip.spi.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every rejected cell as CSV: line, column, value, reason. No cell becomes a formula, see {@link FormulaGuard}. */
final class ErrorReport implements Consumer<RowError>, AutoCloseable {
    private static final int SHOWN = 100;

    private final CsvWriter csv;
    private final List<RowError> first = new ArrayList<>();
    private long count;

    ErrorReport(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord("line", "column", "value", "reason");
    }

    @Override
    public void accept(RowError error) {
        count++;
        if (first.size() < SHOWN) {
            first.add(error);
        }
        csv.writeRecord(
                Long.toString(error.line()),
                FormulaGuard.guarded(error.column()),
                FormulaGuard.guarded(error.value()),
                FormulaGuard.guarded(error.reason()));
    }

    /** The first errors. */
    List<RowError> first() {
        return first;
    }

    boolean isEmpty() {
        return count == 0;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The error report could not be written.", e);
        }
    }
}
