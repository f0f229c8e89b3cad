package cip.server.audiences;

import cip.server.jobs.JobState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export as it is shown.
 *
 * @param countsAsContact whether everybody in the file counts as contacted by the channel since it was written
 * @param rows customers in the file; {@code null}, like all that describes the file, = not written
 * @param expiresAt when the file is removed, or was
 */
public record ExportView(
        String id,
        JobState state,
        String format,
        List<String> columns,
        @Nullable String channel,
        boolean countsAsContact,
        @Nullable Long rows,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable Long sizeBytes,
        Instant createdAt,
        String createdBy,
        @Nullable String strategyHash,
        @Nullable Instant expiresAt) {
    static ExportView finished(Export export) {
        return of(export, JobState.SUCCEEDED);
    }

    static ExportView of(Export export, JobState state) {
        Export.@Nullable Result result = export.result();
        return new ExportView(
                export.id(),
                result == null ? state : JobState.SUCCEEDED,
                export.format(),
                export.columns(),
                export.channel(),
                export.countsAsContact(),
                result == null ? null : result.rows(),
                result == null ? null : result.sha256(),
                result == null ? null : result.fileName(),
                result == null ? null : result.sizeBytes(),
                export.createdAt(),
                export.createdBy(),
                result == null ? null : result.strategyHash(),
                result == null ? null : result.expiresAt());
    }
}
