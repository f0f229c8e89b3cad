package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.store.TimeOrderedId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Files come in, become import jobs, and what became of them can be asked for. Thread-safe. */
public final class Imports {
    private final ImportTargets targets;
    private final ImportFolder folder;
    private final ImportStore store;
    private final ImportSources sources;
    private final JobRunner jobs;
    private final ObjectMapper json;
    private final Clock clock;
    private final ImportsConfiguration limits;
    private final Audit audit;

    Imports(
            ImportTargets targets,
            ImportFolder folder,
            ImportStore store,
            ImportSources sources,
            JobRunner jobs,
            ObjectMapper json,
            Clock clock,
            ImportsConfiguration limits,
            Audit audit) {
        this.targets = targets;
        this.folder = folder;
        this.store = store;
        this.sources = sources;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
        this.limits = limits;
        this.audit = audit;
    }

    /** An uploaded file and what it seems to hold; closed without having been kept, it is gone. */
    final class Received implements AutoCloseable {
        private final UploadedFile file;
        private final DetectedFile detected;
        private final String sha256;
        private boolean kept;

        private Received(UploadedFile file, DetectedFile detected, String sha256) {
            this.file = file;
            this.detected = detected;
            this.sha256 = sha256;
        }

        UploadedFile file() {
            return file;
        }

        DetectedFile detected() {
            return detected;
        }

        /** Of its bytes, 64 hexadecimal digits. */
        String sha256() {
            return sha256;
        }

        void keep(Handle handle) {
            store.add(handle, file);
            kept = true;
        }

        @Override
        public void close() {
            if (!kept) {
                folder.delete(folder.upload(file.fileId()));
            }
        }
    }

    /** @throws EngineException UNREADABLE_FILE or TOO_LARGE; then nothing is kept */
    UploadedFile add(InputStream in, String fileName, String uploadedBy) throws IOException {
        try (Received received = receive(in, fileName, uploadedBy)) {
            return store.write(handle -> {
                received.keep(handle);
                return received.file();
            });
        }
    }

    /** @throws EngineException UNREADABLE_FILE or TOO_LARGE; then nothing is kept */
    Received receive(InputStream in, String fileName, String uploadedBy) throws IOException {
        String id = TimeOrderedId.next(clock);
        Sha256Stream hashed = new Sha256Stream(in);
        long size = folder.receive(hashed, id, limits.largestFile().toBytes());
        try {
            DetectedFile detected = DetectedFile.of(folder.upload(id), ImportOptions.none(), targets);
            UploadedFile file = new UploadedFile(id, shortName(fileName), size, uploadedBy, clock.instant());
            return new Received(file, detected, hashed.sha256());
        } catch (EngineException refused) {
            folder.delete(folder.upload(id));
            throw refused;
        }
    }

    /**
     * What a job has to do to fulfil a wish. A file whose columns do not fit is refused here, before there is a job.
     *
     * @throws EngineException NOT_FOUND, INVALID_VALUE or UNREADABLE_FILE
     */
    ImportInput prepare(ImportRequest request) throws IOException {
        ImportInput input = request.fileId() == null ? fromSource(request) : fromFile(request, request.fileId());
        input.options();
        return input;
    }

    /** Asks for the import in a transaction of the caller's; then {@link #wake}. */
    Job enqueue(Handle handle, ImportInput input, String requestedBy) {
        String what = input.dryRun() ? "Dry run of importing " : "Import of ";
        String label = what + input.table() + " from " + input.fileName();
        Job job = jobs.enqueue(handle, ImportJob.NAME, label, requestedBy, text(input));
        if (!input.dryRun()) {
            audit.record(handle, requestedBy, "IMPORT_REQUESTED", job.id(), "Import of " + input.table() + ".");
        }
        return job;
    }

    void wake(Job job) {
        jobs.wake(job);
    }

    Job submit(ImportRequest request, String requestedBy) throws IOException {
        ImportInput input = prepare(request);
        Job job = store.write(handle -> enqueue(handle, input, requestedBy));
        wake(job);
        return job;
    }

    private ImportInput fromSource(ImportRequest request) {
        ImportRequest.Source source = request.source();
        if (source == null || request.table() == null) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE, "An import needs a fileId, or a source and the table it fills.")
                    .about(source == null ? "fileId" : "table");
        }
        if (!sources.names().contains(source.plugin())) {
            throw new EngineException(
                            ErrorCode.NOT_FOUND,
                            "There is no source " + Shown.value(source.plugin()) + "; there are "
                                    + Shown.list(sources.names()) + ".")
                    .about("source.plugin");
        }
        return input(request, null, source.plugin(), source.plugin(), request.table());
    }

    private ImportInput fromFile(ImportRequest request, String fileId) throws IOException {
        UploadedFile file = store.file(fileId)
                .filter(known -> Files.exists(folder.upload(known.fileId())))
                .orElseThrow(() -> new EngineException(
                                ErrorCode.NOT_FOUND,
                                "There is no uploaded file " + Shown.value(fileId) + ".\nMaybe it was deleted after "
                                        + limits.keepFiles() + ": upload it again.")
                        .about("fileId"));
        ImportInput asked = input(request, fileId, null, file.fileName(), request.table());
        ImportPlan plan = ImportPlan.of(folder.upload(fileId), asked.options(), targets);
        return input(request, fileId, null, file.fileName(), plan.table().label());
    }

    private ImportInput input(
            ImportRequest request,
            @Nullable String fileId,
            @Nullable String source,
            String fileName,
            @Nullable String table) {
        return new ImportInput(
                fileId,
                source,
                fileName,
                table,
                request.mapping() == null ? Map.of() : request.mapping(),
                request.delimiter(),
                request.encoding(),
                request.decimalSeparator(),
                request.dryRun(),
                clock.instant());
    }

    /** @throws EngineException NOT_FOUND */
    ImportView view(String id) {
        Job job = jobs.job(id);
        if (!job.kind().equals(ImportJob.NAME)) {
            throw new EngineException(ErrorCode.NOT_FOUND, "There is no import with the id " + id + ".");
        }
        return view(job);
    }

    private ImportView view(Job job) {
        return ImportView.of(job, input(job), store.result(job.id()).orElse(ImportResult.none()));
    }

    /** Newest first. */
    List<ImportView> page(@Nullable String beforeId, int limit) {
        return jobs.jobs(ImportJob.NAME, beforeId, limit).stream()
                .map(this::view)
                .toList();
    }

    /** The error report of an import, as CSV; empty when it has none yet, or none any more. */
    Optional<Path> errors(String id) {
        Path file = folder.errors(view(id).id());
        return Optional.of(file).filter(Files::exists);
    }

    List<String> sourceNames() {
        return sources.names();
    }

    /** Deletes files and reports whose time is over. */
    void deleteOld() {
        Duration kept = Duration.ofMillis(limits.keepFiles().toMilliseconds());
        store.forgetFilesBefore(clock.instant().minus(kept));
        folder.deleteBefore(clock.instant().minus(kept));
    }

    private static String shortName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.isBlank() ? "upload" : Shown.value(name);
    }

    private String text(ImportInput input) {
        try {
            return json.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON.", e);
        }
    }

    private ImportInput input(Job job) {
        try {
            return json.readValue(job.input(), ImportInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The input of import " + job.id() + " is not readable.", e);
        }
    }
}
