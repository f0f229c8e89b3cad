package cip.server.audiences;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file made, or to be made, of an audience.
 *
 * @param format name of the exporter
 * @param channel where the customers will be contacted; {@code null} = the source's own, if it has one
 * @param personal whether the file identifies persons by more than their id
 * @param countsAsContact whether everybody in the file counts as contacted by the channel when it is written
 * @param result {@code null} = not written
 * @param removedAt when its file was removed; {@code null} = it was not
 */
record Export(
        String id,
        String audienceId,
        String jobId,
        String format,
        List<String> columns,
        @Nullable String channel,
        boolean personal,
        boolean countsAsContact,
        Instant createdAt,
        String createdBy,
        @Nullable Result result,
        @Nullable Instant removedAt) {
    Export {
        columns = List.copyOf(columns);
    }

    /**
     * The whole file.
     *
     * @param fileName what it is called when it is downloaded
     * @param expiresAt when it will be removed
     */
    record Result(
            long rows,
            long sizeBytes,
            String sha256,
            String extension,
            String fileName,
            String mediaType,
            String strategyHash,
            Instant finishedAt,
            Instant expiresAt) {}
}
