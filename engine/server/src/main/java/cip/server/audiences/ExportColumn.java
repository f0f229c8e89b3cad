package cip.server.audiences;

import cip.spi.AudienceExporter.AudienceColumn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of an audience's file.
 *
 * @param personal identifies a person
 * @param contact where the person can be reached
 */
record ExportColumn(
        String name, String label, AudienceColumn.Type type, boolean personal, boolean contact, Reader reader) {
    /** Gives one customer's value. */
    @FunctionalInterface
    interface Reader {
        /**
         * @param row in the base
         * @param current the customer's attributes at this moment
         * @return {@code String}, {@code Double} or {@code null} = missing
         */
        @Nullable
        Object value(int row, Map<String, Object> current);
    }

    AudienceColumn audienceColumn() {
        return new AudienceColumn(name, type);
    }
}
