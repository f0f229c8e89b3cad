package cip.plugins.jdbc;

import cip.spi.CustomerSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The result of one query, read anew each time in portions, so that a large table never is in memory as a whole. */
final class JdbcSource implements CustomerSource {
    private final SourceDatabase database;
    private final String sql;
    private final int fetchSize;

    JdbcSource(SourceDatabase database, String sql, int fetchSize) {
        this.database = database;
        this.sql = sql;
        this.fetchSize = fetchSize;
    }

    @Override
    public List<String> columns() {
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(1);
            try (ResultSet result = statement.executeQuery()) {
                return names(result);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Stream<Row> rows() {
        Connection connection = null;
        try {
            connection = database.open();
            return rows(connection);
        } catch (SQLException e) {
            close(connection);
            throw failed(e);
        }
    }

    /** Closing the connection closes what was opened on it. */
    private Stream<Row> rows(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(fetchSize);
        ResultSet result = statement.executeQuery();
        ResultRows rows = new ResultRows(result, CellText.of(result.getMetaData()));
        return StreamSupport.stream(rows, false).onClose(() -> close(connection));
    }

    private static void close(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<String> names(ResultSet result) throws SQLException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String name = result.getMetaData().getColumnLabel(i);
            if (!seen.add(name)) {
                throw new SQLException(
                        "The query names two columns " + name + "; give one of them another name with AS.");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    static UncheckedIOException failed(SQLException e) {
        return new UncheckedIOException(
                new IOException("The database answered: " + e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")", e));
    }
}
