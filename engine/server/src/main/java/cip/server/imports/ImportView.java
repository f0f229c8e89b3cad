package cip.server.imports;

import cip.server.jobs.Job;
import cip.server.jobs.JobState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param id of the import and of its job
 * @param table customers, transactions or contacts
 * @param fileName of the file or, for a source, its name
 * @param rows so far
 * @param errors the first hundred
 * @param error why the import as a whole failed; {@code null} = it did not
 */
public record ImportView(
        String id,
        JobState state,
        @Nullable String table,
        String fileName,
        boolean dryRun,
        RowCounts rows,
        List<String> notices,
        List<RowError> errors,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String startedBy,
        @Nullable String error) {
    static ImportView of(Job job, ImportInput input, ImportResult result) {
        RowCounts rows = result.rows().read() > 0 ? result.rows() : new RowCounts(job.done(), 0, 0, 0, 0, 0);
        return new ImportView(
                job.id(),
                job.state(),
                input.table(),
                input.fileName(),
                input.dryRun(),
                rows,
                result.notices(),
                result.errors(),
                job.startedAt(),
                job.finishedAt(),
                job.requestedBy(),
                job.error());
    }
}
