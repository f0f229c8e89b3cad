package cip.server.audiences;

import cip.server.store.Duplicate;
import cip.server.store.NewestFirst;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of audiences. */
final class AudienceStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NewestFirst PAGES = new NewestFirst("audience", "audience_id");

    private static final RowMapper<Audience> AUDIENCE = (row, context) -> new Audience(
            row.getString("audience_id"),
            row.getString("name"),
            source(row.getString("source")),
            Rows.instant(row, "created_at"),
            row.getString("created_by"));

    /** False = another one has this name, whatever its case; the transaction can then only end. */
    boolean insert(Handle handle, Audience audience) {
        return Duplicate.inserts(handle.createUpdate(
                        "INSERT INTO audience (audience_id, name, taken_name, source, created_at, created_by)"
                                + " VALUES (:id, :name, :taken, :source, :createdAt, :createdBy)")
                .bind("id", audience.id())
                .bind("name", audience.name())
                .bind("taken", taken(audience.name()))
                .bind("source", audience.source().toJson().toString())
                .bind("createdAt", audience.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", audience.createdBy()));
    }

    private static String taken(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is none or it was deleted. */
    Optional<Audience> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM audience WHERE audience_id = :id AND deleted_at IS NULL")
                .bind("id", id)
                .map(AUDIENCE)
                .findOne();
    }

    /** Newest first. */
    List<Audience> page(Handle handle, @Nullable String beforeId, int limit) {
        return PAGES.page(handle, "deleted_at IS NULL", Map.of(), beforeId, limit, AUDIENCE);
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM audience WHERE deleted_at IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /** Whether there was such an audience. */
    boolean delete(Handle handle, String id, Instant now) {
        return handle.createUpdate(
                                "UPDATE audience SET deleted_at = :now, taken_name = NULL WHERE audience_id = :id AND deleted_at IS NULL")
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
