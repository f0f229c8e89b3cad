package cip.bench;

import cip.core.action.Action;
import cip.core.decide.CustomerBase;
import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.decide.Strategy;
import cip.core.rule.Condition;
import cip.core.rule.Literal;
import cip.core.simulate.Simulation;
import cip.core.simulate.Transitions;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same simulation as one SQL statement in DuckDB: generated strategies only, whose amounts are constants. */
final class DuckDbPeer {
    private static final int TIMES = 3;

    private DuckDbPeer() {}

    /** @throws IllegalStateException when it counts other transitions of first actions */
    static WholeBase.Timing simulation(Strategy live, Strategy draft, CustomerBase base, Simulation ours)
            throws SQLException {
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            load(connection, base);
            String sql =
                    "SELECT segment_before, action_before, segment_after, action_after, count(*), sum(value_before),"
                            + " sum(value_after) FROM (SELECT " + decision(live, "before") + ", "
                            + decision(draft, "after")
                            + " FROM customer) GROUP BY ALL";
            WholeBase.Timing timing = WholeBase.Timing.of(TIMES, () -> query(statement, sql));
            compare(query(statement, sql), ours);
            return timing;
        }
    }

    private static void load(DuckDBConnection connection, CustomerBase base) throws SQLException {
        List<NumberColumn> columns = new ArrayList<>();
        for (FeatureColumn column : base.terms().columns()) {
            if (column instanceof NumberColumn numbers) {
                columns.add(numbers);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (held_out BOOLEAN, "
                    + columns.stream().map(c -> c.name() + " DOUBLE").collect(Collectors.joining(", ")) + ")");
        }
        java.util.BitSet held = base.heldOut();
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "customer")) {
            for (int row = 0; row < base.size(); row++) {
                appender.beginRow();
                appender.append(held.get(row));
                for (NumberColumn column : columns) {
                    double value = column.values()[row];
                    if (Double.isNaN(value)) {
                        appender.appendNull();
                    } else {
                        appender.append(value);
                    }
                }
                appender.endRow();
            }
        }
    }

    private static String decision(Strategy strategy, String suffix) {
        StringBuilder segment = new StringBuilder("CASE");
        for (Segment one : strategy.segments().segments()) {
            segment.append(" WHEN ")
                    .append(sql(one.when()))
                    .append(" THEN '")
                    .append(one.id())
                    .append('\'');
        }
        segment.append(" ELSE '").append(strategy.segments().otherwise()).append("' END");
        List<String> offers = new ArrayList<>();
        for (EngagementRule rule : strategy.engagement()) {
            Action action = strategy.actions().action(rule.action()).orElseThrow();
            String consent = strategy.actions()
                    .channelOf(action)
                    .consentAttribute()
                    .map(name -> " AND " + name + " = 1")
                    .orElse("");
            offers.add("CASE WHEN NOT held_out AND " + sql(rule.whole()) + consent + " THEN "
                    + number(worth(strategy, action)) + " END");
        }
        String best = "greatest(" + String.join(", ", offers) + ")";
        StringBuilder action = new StringBuilder("CASE");
        // expected values are constants here, so the best one names its action
        Map<Double, String> byWorth = new TreeMap<>();
        strategy.engagement()
                .forEach(rule -> byWorth.merge(
                        worth(strategy, strategy.actions().action(rule.action()).orElseThrow()),
                        rule.action(),
                        (first, second) -> first.compareTo(second) < 0 ? first : second));
        byWorth.forEach((worth, id) -> action.append(" WHEN ")
                .append(best)
                .append(" = ")
                .append(number(worth))
                .append(" THEN '")
                .append(id)
                .append('\''));
        String fallback = strategy.actions().fallback();
        action.append(" ELSE '").append(fallback).append("' END");
        double least = worth(strategy, strategy.actions().action(fallback).orElseThrow());
        return segment + " AS segment_" + suffix + ", " + action + " AS action_" + suffix + ", coalesce(" + best + ", "
                + number(least) + ") AS value_" + suffix;
    }

    private static double worth(Strategy strategy, Action action) {
        return action.propensity().constant()
                        * strategy.actions().channelOf(action).weight()
                        * action.value().constant()
                        * action.lever()
                - action.cost();
    }

    private static String sql(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.children().isEmpty()
                    ? "true"
                    : all.children().stream().map(DuckDbPeer::sql).collect(Collectors.joining(" AND ", "(", ")"));
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        String operator =
                switch (comparison.operator()) {
                    case AT_LEAST -> ">=";
                    case LESS_THAN -> "<";
                    default -> throw new IllegalStateException("The generated strategies have no " + comparison + ".");
                };
        return comparison.term() + " " + operator + " " + number(((Literal.OfNumber) comparison.value()).value());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%s::DOUBLE", value);
    }

    private static Map<String, Long> query(Statement statement, String sql) {
        Map<String, Long> transitions = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                transitions.merge(rows.getString(2) + ">" + rows.getString(4), rows.getLong(5), Long::sum);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return transitions;
    }

    private static void compare(Map<String, Long> theirs, Simulation ours) {
        Map<String, Long> counted = new TreeMap<>();
        for (Transitions.Cell cell : ours.actions().cells()) {
            counted.put(cell.from() + ">" + cell.to(), cell.customers());
        }
        if (!counted.equals(theirs)) {
            throw new IllegalStateException("DuckDB counts other transitions: " + theirs + ", we " + counted + ".");
        }
    }
}
