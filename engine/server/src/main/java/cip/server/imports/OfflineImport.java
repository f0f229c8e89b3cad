package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.customers.CustomersConfiguration;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.jobs.JobState;
import cip.server.store.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An import without a server: the same job, waited for. */
public final class OfflineImport {
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final JobRunner jobs;
    private final Imports imports;

    public OfflineImport(
            Path dataFolder,
            Database database,
            ObjectMapper json,
            Clock clock,
            ImportsConfiguration limits,
            CustomersConfiguration configuration) {
        // Not started: other jobs that wait are the server's.
        this.jobs = new JobRunner(database, clock);
        this.imports = ImportsWiring.offline(dataFolder, database, json, clock, limits, configuration, jobs);
    }

    /**
     * Imports a file and says in words what became of its rows.
     *
     * @param table customers, transactions or contacts; {@code null} = whichever the headers fit
     * @param mapping target by header; {@code null} as a target = leave the column out
     * @throws EngineException when the file is refused
     */
    public String run(Path file, @Nullable String table, Map<String, @Nullable String> mapping, boolean dryRun)
            throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "There is no readable file " + file.toAbsolutePath()
                            + ".\nMaybe its path is relative to another folder.");
        }
        String name = String.valueOf(file.getFileName());
        String id;
        try (InputStream in = Files.newInputStream(file)) {
            id = imports.add(in, name, Audit.SYSTEM).fileId();
        }
        Job job = imports.submit(new ImportRequest(id, null, table, mapping, null, null, null, dryRun), Audit.SYSTEM);
        while (!jobs.job(job.id()).state().hasEnded()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        jobs.stop();
        return words(imports.view(job.id()), dryRun);
    }

    private String words(ImportView view, boolean dryRun) {
        if (view.state() != JobState.SUCCEEDED) {
            throw new EngineException(ErrorCode.UNREADABLE_FILE, String.valueOf(view.error()));
        }
        RowCounts rows = view.rows();
        StringBuilder words = new StringBuilder(dryRun ? "Dry run, nothing was changed. " : "");
        words.append(String.format(
                "%d rows of %s: %d created, %d updated, %d unchanged, %d rejected.",
                rows.read(), view.table(), rows.created(), rows.updated(), rows.unchanged(), rows.rejected()));
        view.notices().forEach(notice -> words.append("\n  ").append(notice));
        if (rows.rejected() > 0) {
            imports.errors(view.id()).ifPresent(report -> words.append("\nEvery rejected value is in ")
                    .append(report));
        }
        return words.toString();
    }
}
