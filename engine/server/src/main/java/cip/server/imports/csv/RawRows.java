package cip.server.imports.csv;

import java.io.IOException;
import java.util.Iterator;

/** Rows of text, read once from their beginning. */
public interface RawRows extends Iterator<RawRow>, AutoCloseable {
    /** Whether a file ended without a line end, as one cut short does; known after the last row. */
    boolean endedInsideLine();

    @Override
    void close() throws IOException;
}
