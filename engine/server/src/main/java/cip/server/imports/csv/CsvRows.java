package cip.server.imports.csv;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a file from its first line on, read once, in constant memory; rows without any text are left out. Reading
 * throws {@link EngineException} where the file as a whole must be refused.
 */
public final class CsvRows implements RawRows {
    private final GuardedReader guard;
    private final CloseableIterator<RawRow> rows;

    private CsvRows(GuardedReader guard, CloseableIterator<RawRow> rows) {
        this.guard = guard;
        this.rows = rows;
    }

    /** @param wanted by column, whether its text is needed; empty = all of them */
    public static CsvRows open(Path file, CsvFormat format, boolean... wanted) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        Encoding encoding = format.encoding();
        byte[] head = bytes.readNBytes(encoding.markLength());
        if (!encoding.marks(head)) {
            bytes.close();
            bytes = Files.newInputStream(file);
        }
        GuardedReader guard = new GuardedReader(new InputStreamReader(bytes, encoding.charset()), format.delimiter());
        CsvReader<RawRow> reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .build(new RowHandler(wanted), guard);
        return new CsvRows(guard, reader.iterator());
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    @Override
    public RawRow next() {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            throw refusal(e);
        }
    }

    @Override
    public boolean endedInsideLine() {
        return guard.endedInsideLine();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** The parser wraps what its source throws. */
    private static RuntimeException refusal(RuntimeException thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            if (cause instanceof EngineException refusal) {
                return refusal;
            }
            if (cause instanceof IOException unreadable) {
                return new UncheckedIOException("The file could not be read.", unreadable);
            }
            cause = cause.getCause();
        }
        return new EngineException(
                ErrorCode.UNREADABLE_FILE,
                "The file is not readable as CSV.\nMaybe a quote is never closed: " + thrown.getMessage(),
                thrown);
    }
}
