package cip.plugins.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are written as text, the same for every database: dates and times as ISO 8601 (with a zone:
 * as UTC), numbers plain with a point, truth values as {@code true} and {@code false}.
 */
enum CellText {
    DATE {
        @Override
        @Nullable
        String read(ResultSet result, int column) throws SQLException {
            LocalDate date = result.getObject(column, LocalDate.class);
            return date == null ? null : date.toString();
        }
    },
    DATE_TIME {
        @Override
        @Nullable
        String read(ResultSet result, int column) throws SQLException {
            LocalDateTime time = result.getObject(column, LocalDateTime.class);
            return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
    },
    INSTANT {
        @Override
        @Nullable
        String read(ResultSet result, int column) throws SQLException {
            OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
            return time == null ? null : UTC.format(time.toInstant());
        }
    },
    OTHER {
        @Override
        @Nullable
        String read(ResultSet result, int column) throws SQLException {
            Object value = result.getObject(column);
            if (value instanceof BigDecimal number) {
                return number.toPlainString();
            }
            if (value instanceof Double || value instanceof Float) {
                return plain(value.toString());
            }
            return value == null ? null : value instanceof Boolean ? value.toString() : result.getString(column);
        }
    };

    private static final DateTimeFormatter UTC =
            new DateTimeFormatterBuilder().appendInstant().toFormatter(Locale.ROOT);

    /** @return {@code null} = missing */
    abstract @Nullable String read(ResultSet result, int column) throws SQLException;

    static List<CellText> of(ResultSetMetaData columns) throws SQLException {
        List<CellText> cells = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            cells.add(of(columns.getColumnType(i), columns.getColumnTypeName(i)));
        }
        return cells;
    }

    /** PostgreSQL reports {@code timestamptz} as a timestamp without zone; only its name tells. */
    private static CellText of(int type, String typeName) {
        return switch (type) {
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> typeName.equalsIgnoreCase("timestamptz") ? INSTANT : DATE_TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            default -> OTHER;
        };
    }

    /** Not a number and the infinities stay as they are: whoever imports them says what is wrong. */
    private static String plain(String number) {
        return Character.isLetter(number.charAt(number.length() - 1)) ? number : new BigDecimal(number).toPlainString();
    }
}
