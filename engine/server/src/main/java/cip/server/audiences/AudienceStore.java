package cip.server.audiences;

import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows of audiences. */
final class AudienceStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final RowMapper<Audience> AUDIENCE = (row, context) -> new Audience(
            row.getString("audience_id"),
            row.getString("name"),
            source(row.getString("source")),
            Rows.instant(row, "created_at"),
            row.getString("created_by"));

    void insert(Handle handle, Audience audience) {
        handle.createUpdate("INSERT INTO audience (audience_id, name, source, created_at, created_by)"
                        + " VALUES (:id, :name, :source, :createdAt, :createdBy)")
                .bind("id", audience.id())
                .bind("name", audience.name())
                .bind("source", audience.source().toJson().toString())
                .bind("createdAt", audience.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", audience.createdBy())
                .execute();
    }

    /** Empty when there is none or it was deleted. */
    Optional<Audience> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM audience WHERE audience_id = :id AND deleted_at IS NULL")
                .bind("id", id)
                .map(AUDIENCE)
                .findOne();
    }

    boolean hasNamed(Handle handle, String name) {
        return handle.createQuery("SELECT COUNT(*) FROM audience WHERE deleted_at IS NULL AND name = :name")
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Newest first; ids sort by time. */
    List<Audience> page(Handle handle, @Nullable String beforeId, int limit) {
        String older = beforeId == null ? "" : " AND audience_id < :before";
        Query query = handle.createQuery(
                "SELECT * FROM audience WHERE deleted_at IS NULL" + older + " ORDER BY audience_id DESC LIMIT :limit");
        if (beforeId != null) {
            query.bind("before", beforeId);
        }
        return query.bind("limit", limit).map(AUDIENCE).list();
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM audience WHERE deleted_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there was such an audience. */
    boolean delete(Handle handle, String id, Instant now) {
        return handle.createUpdate(
                                "UPDATE audience SET deleted_at = :now WHERE audience_id = :id AND deleted_at IS NULL")
                        .bind("id", id)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    private static AudienceSource source(String json) {
        try {
            return AudienceSource.read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The source of an audience is stored as something other than JSON.", e);
        }
    }
}
