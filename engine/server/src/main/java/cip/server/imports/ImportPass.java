package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.imports.csv.RawRow;
import cip.server.imports.csv.RawRows;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One reading of all rows: sound ones are handed on, the others are reported. Two passes over the same rows come to the
 * same verdicts, so the first can check what the second writes.
 *
 * @param <T> the typed row
 */
final class ImportPass<T> {
    private static final int BETWEEN_PROGRESS = 1_000;
    private static final int MOST_ERRORS_OF_ROW = 50;

    private final RowReader<T> reader;
    private final Consumer<RowError> errors;
    private final long mostRows;
    private long read;
    private long rejected;
    private long errorsOfRow;

    ImportPass(RowReader<T> reader, Consumer<RowError> errors, long mostRows) {
        this.reader = reader;
        this.errors = errors;
        this.mostRows = mostRows;
    }

    /**
     * @param progress told the number of rows read, now and then
     * @throws EngineException when the rows as a whole must be refused
     */
    void run(RawRows rows, Consumer<T> accepted, Notices notices, LongConsumer progress) {
        boolean lastWasRejected = false;
        long lastLine = 0;
        while (rows.hasNext()) {
            RawRow row = rows.next();
            if (++read > mostRows) {
                throw new EngineException(
                        ErrorCode.UNREADABLE_FILE,
                        "The file has more than " + mostRows + " rows, the most one import may have.\n"
                                + "Maybe it can be split, or the limit imports.mostRows raised.");
            }
            if (read % BETWEEN_PROGRESS == 0) {
                progress.accept(read);
            }
            errorsOfRow = 0;
            Optional<T> typed = reader.read(row, this::report);
            typed.ifPresent(accepted);
            lastWasRejected = typed.isEmpty();
            lastLine = row.line();
            rejected += lastWasRejected ? 1 : 0;
        }
        if (read == 0) {
            notices.add("There are no rows below the header; nothing was changed.");
        }
        if (lastWasRejected && rows.endedInsideLine()) {
            notices.add("The file may have been cut short: its last row, line " + lastLine
                    + ", was rejected and has no line end.");
        }
    }

    /** Rows met so far. */
    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    private void report(RowError error) {
        if (errorsOfRow++ < MOST_ERRORS_OF_ROW) {
            errors.accept(error);
        }
    }
}
