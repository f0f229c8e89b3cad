package cip.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file format for audiences. Pure: equal rows give equal bytes. */
public interface AudienceExporter {
    /** The file name's ending without the dot, e.g. {@code csv}. */
    String fileExtension();

    /** The media type of the file, e.g. {@code text/csv; charset=utf-8}. */
    String mediaType();

    /** Starts a file on a stream that the caller closes. */
    AudienceWriter open(OutputStream out, List<AudienceColumn> columns) throws IOException;

    /** One column of the file; the name is unique within the file. */
    record AudienceColumn(String name, Type type) {
        /** How a value is written. */
        public enum Type {
            TEXT,
            NUMBER
        }
    }

    /** Writes one file, row after row. */
    interface AudienceWriter {
        /** @param values aligned with the columns: {@code String}, {@code Double} or {@code null} = missing */
        void write(@Nullable Object[] values) throws IOException;

        /** Writes what ends the file and flushes; does not close the stream. */
        void finish() throws IOException;
    }
}
