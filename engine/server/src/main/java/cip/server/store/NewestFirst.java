package cip.server.store;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a table whose ids sort by time, see {@link TimeOrderedId}: its newest rows, or the newest of those before a
 * row. Runs along the primary key, so a late page costs what the first one does.
 */
public final class NewestFirst {
    private final String table;
    private final String id;

    /** @param id the column that sorts by time */
    public NewestFirst(String table, String id) {
        this.table = table;
        this.id = id;
    }

    /** @param beforeId the last row of the page before; {@code null} = from the newest on */
    public <T> List<T> page(Handle handle, @Nullable String beforeId, int limit, RowMapper<T> rows) {
        return page(handle, "1 = 1", Map.of(), beforeId, limit, rows);
    }

    /**
     * @param which SQL that is true of the rows wanted, with the names of its values, e.g. {@code kind = :kind}
     * @param values by name
     * @param beforeId the last row of the page before; {@code null} = from the newest on
     */
    public <T> List<T> page(
            Handle handle,
            String which,
            Map<String, String> values,
            @Nullable String beforeId,
            int limit,
            RowMapper<T> rows) {
        String older = beforeId == null ? "" : " AND " + id + " < :before";
        Query query = handle.createQuery(
                "SELECT * FROM " + table + " WHERE " + which + older + " ORDER BY " + id + " DESC LIMIT :limit");
        if (beforeId != null) {
            query.bind("before", beforeId);
        }
        return query.bindMap(values).bind("limit", limit).map(rows).list();
    }
}
