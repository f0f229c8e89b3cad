package cip.server.imports;

import cip.server.audit.Audit;
import cip.server.customers.CustomersRevisionStore;
import cip.server.jobs.JobContext;
import cip.server.store.Database;
import cip.server.store.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Uploaded files, and what imports came to. */
final class ImportStore {
    private final Database database;
    private final ObjectMapper json;
    private final Audit audit;
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    ImportStore(Database database, ObjectMapper json, Audit audit) {
        this.database = database;
        this.json = json;
        this.audit = audit;
    }

    <T> T write(Work<T> work) {
        return database.write(work);
    }

    void add(Handle handle, UploadedFile file) {
        handle.createUpdate("insert into import_file (file_id, file_name, size_bytes,"
                        + " uploaded_by, uploaded_at) values (:id, :name, :size, :by, :at)")
                .bind("id", file.fileId())
                .bind("name", file.fileName())
                .bind("size", file.sizeBytes())
                .bind("by", file.uploadedBy())
                .bind("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<UploadedFile> file(String fileId) {
        return database.read(handle -> handle.createQuery("select * from import_file where file_id = :id")
                .bind("id", fileId)
                .map((row, context) -> new UploadedFile(
                        row.getString("file_id"),
                        row.getString("file_name"),
                        row.getLong("size_bytes"),
                        row.getString("uploaded_by"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** Forgets the files uploaded before an instant; returns their ids. */
    List<String> forgetFilesBefore(Instant instant) {
        return database.write(handle -> {
            List<String> old = handle.createQuery("select file_id from import_file where uploaded_at < :before")
                    .bind("before", instant.atOffset(ZoneOffset.UTC))
                    .mapTo(String.class)
                    .list();
            old.forEach(id -> handle.execute("delete from import_file where file_id = ?", id));
            return old;
        });
    }

    Optional<ImportResult> result(String jobId) {
        return database.read(handle -> handle.createQuery("select * from import_result where job_id = :id")
                .bind("id", jobId)
                .map((row, context) -> new ImportResult(
                        new RowCounts(
                                row.getLong("rows_read"),
                                row.getLong("accepted"),
                                row.getLong("created"),
                                row.getLong("updated"),
                                row.getLong("unchanged"),
                                row.getLong("rejected")),
                        read(row.getString("notices"), new TypeReference<List<String>>() {}),
                        read(row.getString("errors"), new TypeReference<List<RowError>>() {}),
                        row.getLong("customers_created")))
                .findOne());
    }

    /** Keeps what the first pass found, and that the job goes on with the second. */
    void checked(JobContext job, ImportResult result, String checkpoint) {
        database.execute(handle -> {
            handle.execute("delete from import_result where job_id = ?", job.jobId());
            bind(
                            handle.createUpdate(
                                    "insert into import_result (job_id, rows_read, accepted, created, updated,"
                                            + " unchanged, rejected, customers_created, notices, errors) values (:id, :read,"
                                            + " :accepted, :created, :updated, :unchanged, :rejected, :customers, :notices,"
                                            + " :errors)"),
                            job.jobId(),
                            result)
                    .execute();
            job.checkpoint(handle, checkpoint, 0);
        });
    }

    /** Writes a batch, what the import has come to with it, and where to go on: all or nothing. */
    <T> ImportResult apply(
            JobContext job, RowsStore<T> rows, List<T> batch, Instant at, ImportResult before, long readTo) {
        return database.write(handle -> {
            ImportResult sum = before.plus(rows.save(handle, batch, at));
            update(handle, job.jobId(), sum);
            job.checkpoint(handle, Long.toString(readTo), readTo);
            if (sum.changedMoreThan(before)) {
                revision.advance(handle);
            }
            return sum;
        });
    }

    <T> ImportResult compare(RowsStore<T> rows, List<T> batch, ImportResult before) {
        return database.read(handle -> before.plus(rows.compare(handle, batch)));
    }

    /** Whether {@link #finished} has been called for this import. */
    boolean isFinished(String jobId) {
        return database.read(handle -> handle.createQuery("select finished from import_result where job_id = :id")
                .bind("id", jobId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /** Keeps what the import came to; what changed the base goes on record, once. */
    void finished(JobContext job, ImportResult result, boolean dryRun) {
        database.execute(handle -> {
            update(handle, job.jobId(), result);
            int ended = handle.execute(
                    "update import_result set finished = true where job_id = ? and not finished", job.jobId());
            if (!dryRun && ended == 1) {
                audit.record(handle, job.requestedBy(), "IMPORT_FINISHED", job.jobId(), result.words());
            }
        });
    }

    private void update(Handle handle, String jobId, ImportResult result) {
        bind(
                        handle.createUpdate("update import_result set rows_read = :read, accepted = :accepted,"
                                + " created = :created, updated = :updated, unchanged = :unchanged,"
                                + " rejected = :rejected, customers_created = :customers, notices = :notices,"
                                + " errors = :errors where job_id = :id"),
                        jobId,
                        result)
                .execute();
    }

    private <S extends SqlStatement<S>> S bind(S statement, String jobId, ImportResult result) {
        return statement
                .bind("id", jobId)
                .bind("read", result.rows().read())
                .bind("accepted", result.rows().accepted())
                .bind("created", result.rows().created())
                .bind("updated", result.rows().updated())
                .bind("unchanged", result.rows().unchanged())
                .bind("rejected", result.rows().rejected())
                .bind("customers", result.customersCreated())
                .bind("notices", write(result.notices()))
                .bind("errors", write(result.errors()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written as JSON.", e);
        }
    }

    private <V> V read(String text, TypeReference<V> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an import wrote is not readable.", e);
        }
    }
}
