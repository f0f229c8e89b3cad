package cip.server.audiences;

import cip.server.store.NewestFirst;
import cip.server.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of exports. Column names are kept in one text, separated by commas, which no name contains. */
final class ExportStore {
    private static final NewestFirst PAGES = new NewestFirst("audience_export", "export_id");

    private static final RowMapper<Export> EXPORT = (row, context) -> new Export(
            row.getString("export_id"),
            row.getString("audience_id"),
            row.getString("job_id"),
            row.getString("format"),
            columns(row.getString("column_names")),
            row.getString("channel"),
            row.getBoolean("personal"),
            row.getBoolean("counts_as_contact"),
            Rows.instant(row, "created_at"),
            row.getString("created_by"),
            result(row),
            Rows.optionalInstant(row, "removed_at").orElse(null));

    void insert(Handle handle, Export export) {
        handle.createUpdate("INSERT INTO audience_export (export_id, audience_id, job_id, format, column_names,"
                        + " channel, personal, counts_as_contact, created_at, created_by) VALUES (:id, :audience, :job, :format,"
                        + " :columns, :channel, :personal, :counts, :createdAt, :createdBy)")
                .bind("id", export.id())
                .bind("audience", export.audienceId())
                .bind("job", export.jobId())
                .bind("format", export.format())
                .bind("columns", String.join(",", export.columns()))
                .bind("channel", export.channel())
                .bind("personal", export.personal())
                .bind("counts", export.countsAsContact())
                .bind("createdAt", export.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", export.createdBy())
                .execute();
    }

    /** Whether the export was not finished yet. */
    boolean finish(Handle handle, String id, Export.Result result) {
        return handle.createUpdate("UPDATE audience_export SET row_count = :rows, size_bytes = :size, sha256 = :sha256,"
                                + " extension = :extension, file_name = :fileName, media_type = :mediaType,"
                                + " strategy_hash = :strategy, finished_at = :finishedAt, expires_at = :expiresAt"
                                + " WHERE export_id = :id AND sha256 IS NULL")
                        .bind("id", id)
                        .bind("rows", result.rows())
                        .bind("size", result.sizeBytes())
                        .bind("sha256", result.sha256())
                        .bind("extension", result.extension())
                        .bind("fileName", result.fileName())
                        .bind("mediaType", result.mediaType())
                        .bind("strategy", result.strategyHash())
                        .bind("finishedAt", result.finishedAt().atOffset(ZoneOffset.UTC))
                        .bind("expiresAt", result.expiresAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    Optional<Export> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM audience_export WHERE export_id = :id")
                .bind("id", id)
                .map(EXPORT)
                .findOne();
    }

    /** Newest first. */
    List<Export> page(Handle handle, String audienceId, @Nullable String beforeId, int limit) {
        return PAGES.page(handle, "audience_id = :audience", Map.of("audience", audienceId), beforeId, limit, EXPORT);
    }

    /** The last one whose file was written. */
    Optional<Export> lastFinished(Handle handle, String audienceId) {
        return handle.createQuery("SELECT * FROM audience_export WHERE audience_id = :audience"
                        + " AND sha256 IS NOT NULL ORDER BY export_id DESC LIMIT 1")
                .bind("audience", audienceId)
                .map(EXPORT)
                .findOne();
    }

    /** Those whose file must be there. */
    List<Export> kept(Handle handle) {
        return handle.createQuery("SELECT * FROM audience_export WHERE removed_at IS NULL AND sha256 IS NOT NULL")
                .map(EXPORT)
                .list();
    }

    /** Those whose file is there but must not be any more. */
    List<Export> expired(Handle handle, Instant now) {
        return handle.createQuery("SELECT e.* FROM audience_export e JOIN audience a ON a.audience_id = e.audience_id"
                        + " WHERE e.removed_at IS NULL AND e.sha256 IS NOT NULL"
                        + " AND (e.expires_at <= :now OR a.deleted_at IS NOT NULL) ORDER BY e.export_id")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(EXPORT)
                .list();
    }

    void removed(Handle handle, String id, Instant now) {
        handle.createUpdate("UPDATE audience_export SET removed_at = :now WHERE export_id = :id")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static List<String> columns(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    private static Export.@Nullable Result result(ResultSet row) throws SQLException {
        if (row.getString("sha256") == null) {
            return null;
        }
        return new Export.Result(
                row.getLong("row_count"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("extension"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("strategy_hash"),
                Rows.instant(row, "finished_at"),
                Rows.instant(row, "expires_at"));
    }
}
