package cip.server.simulations;

import cip.core.simulate.Change;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the customers who change are wanted; a part that is {@code null} means all.
 *
 * @param segmentBefore id of a segment
 * @param actionBefore id of a first action
 */
record ChangeFilter(
        @Nullable String segmentBefore,
        @Nullable String segmentAfter,
        @Nullable String actionBefore,
        @Nullable String actionAfter) {
    /** Further conditions, each beginning with AND, on the parameters that {@link #values} names. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        values().keySet()
                .forEach(column ->
                        sql.append(" AND ").append(column).append(" = :").append(column));
        return sql.toString();
    }

    boolean holds(Change change) {
        return wants(segmentBefore, change.segmentBefore())
                && wants(segmentAfter, change.segmentAfter())
                && wants(actionBefore, change.actionBefore())
                && wants(actionAfter, change.actionAfter());
    }

    private static boolean wants(@Nullable String part, String value) {
        return part == null || part.equals(value);
    }

    /** By column. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        put(values, "segment_before", segmentBefore);
        put(values, "segment_after", segmentAfter);
        put(values, "action_before", actionBefore);
        put(values, "action_after", actionAfter);
        return values;
    }

    private static void put(Map<String, String> values, String column, @Nullable String value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
