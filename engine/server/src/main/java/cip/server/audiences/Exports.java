package cip.server.audiences;

import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.http.Page;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.plugins.LoadedPlugins;
import cip.server.store.Database;
import cip.server.store.TimeOrderedId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The files made of audiences: asking for one, and fetching it. Every download is on record. Thread-safe. */
final class Exports {
    private final Database database;
    private final LiveAudiences live;
    private final CustomerSchema schema;
    private final LoadedPlugins plugins;
    private final JobRunner jobs;
    private final ExportFiles files;
    private final Audit audit;
    private final Clock clock;
    private final PersonalData personal;
    private final AudienceStore audiences = new AudienceStore();
    private final ExportStore exports = new ExportStore();

    Exports(
            Database database,
            LiveAudiences live,
            CustomerSchema schema,
            LoadedPlugins plugins,
            JobRunner jobs,
            ExportFiles files,
            Audit audit,
            Clock clock,
            PersonalData personal) {
        this.database = database;
        this.live = live;
        this.schema = schema;
        this.plugins = plugins;
        this.jobs = jobs;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.personal = personal;
    }

    /**
     * A file somebody may have.
     *
     * @param name what it is called when it is downloaded
     */
    record Download(Path file, String name, String mediaType, Export.Result result) {}

    /**
     * Asks for a file in the caller's transaction; after it, wake the job.
     *
     * @throws EngineException naming what the strategy, the schema or the plugins do not know; NOT_ALLOWED when a column
     *     names persons
     */
    Job request(
            Handle handle,
            Caller caller,
            String audienceId,
            String format,
            List<String> columns,
            @Nullable String channel,
            @Nullable Boolean countsAsContact) {
        Audience audience = audiences.find(handle, audienceId).orElseThrow(() -> Audiences.unknown(audienceId));
        plugins.audienceExporter(format);
        audience.source().requireCountable(personal, live.required(), caller);
        ExportPlan plan = ExportPlan.of(live.required(), audience.source(), columns, channel, schema);
        if (plan.personal() && !personal.isSeenBy(caller)) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "The columns " + columns + " name persons, which your role may not see.\nMaybe leave out names and"
                            + " contacts.");
        }
        String actor = caller.name();
        String id = TimeOrderedId.next(clock);
        Job job = jobs.enqueue(handle, ExportJob.KIND, "Export of " + audience.name(), actor, id);
        Export export = new Export(
                id,
                audienceId,
                job.id(),
                format,
                columns,
                channel,
                plan.personal(),
                plan.countsAsContact(countsAsContact),
                clock.instant(),
                actor,
                null,
                null);
        exports.insert(handle, export);
        audit.record(
                handle,
                actor,
                "EXPORT_REQUESTED",
                id,
                "Of audience " + audienceId + " as " + format + ", columns " + columns
                        + plan.channel().map(to -> ", for channel " + to.id()).orElse(""));
        return job;
    }

    /** Newest first. */
    Page<ExportView> page(String audienceId, @Nullable String cursor, int limit) {
        List<Export> found = database.read(handle -> {
            Audience audience = audiences.find(handle, audienceId).orElseThrow(() -> Audiences.unknown(audienceId));
            return exports.page(handle, audience.id(), cursor, limit + 1);
        });
        Page<Export> page = Page.of(found, limit, Export::id, null);
        List<ExportView> views = page.items().stream()
                .map(export -> export.result() != null
                        ? ExportView.finished(export)
                        : ExportView.of(export, jobs.job(export.jobId()).state()))
                .toList();
        return new Page<>(views, page.nextCursor(), null);
    }

    /** Exports on record whose file or manifest is missing; there are none, unless somebody deleted files by hand. */
    long withoutFile() {
        return database.read(exports::kept).stream()
                .filter(export -> !files.has(
                        export.id(), Objects.requireNonNull(export.result()).extension()))
                .count();
    }

    /** @throws EngineException NOT_FOUND when there is no such file any more, NOT_ALLOWED when it names persons */
    Download file(Caller caller, String id) {
        Export export = allowed(caller, id);
        Export.Result result = finished(export);
        Path file = files.existingData(export.id(), result.extension());
        record(caller, "EXPORT_DOWNLOADED", export);
        return new Download(file, result.fileName(), result.mediaType(), result);
    }

    /** @throws EngineException NOT_FOUND when there is no such file any more */
    Download manifest(Caller caller, String id) {
        Export export = allowed(caller, id);
        Export.Result result = finished(export);
        Path file = files.existingManifest(export.id());
        record(caller, "EXPORT_MANIFEST_DOWNLOADED", export);
        return new Download(file, result.fileName() + ".manifest.json", "application/json", result);
    }

    private Export allowed(Caller caller, String id) {
        Export export = database.read(handle -> exports.find(handle, id)
                .filter(found -> audiences.find(handle, found.audienceId()).isPresent())
                .orElseThrow(
                        () -> new EngineException(ErrorCode.NOT_FOUND, "There is no export with the id " + id + ".")));
        if (export.personal() && !personal.isSeenBy(caller)) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    "The export " + id + " names persons, which your role may not see.\nMaybe ask for one without names"
                            + " and contacts.");
        }
        return export;
    }

    private Export.Result finished(Export export) {
        Export.@Nullable Result result = export.result();
        boolean over = result != null && !result.expiresAt().isAfter(clock.instant());
        if (result == null || over || export.removedAt() != null) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "The export " + export.id() + " has no file" + (result == null ? " yet" : " any more") + "."
                            + "\nMaybe " + (result == null ? "its job is not done." : "export the audience again."));
        }
        return Objects.requireNonNull(result);
    }

    private void record(Caller caller, String kind, Export export) {
        Export.Result result = Objects.requireNonNull(export.result());
        database.execute(handle -> audit.record(
                handle,
                caller.name(),
                kind,
                export.id(),
                result.rows() + " customers" + (export.personal() ? ", with personal attributes" : "") + "; SHA-256 "
                        + result.sha256()));
    }
}
