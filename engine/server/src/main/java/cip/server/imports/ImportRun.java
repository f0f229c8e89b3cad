package cip.server.imports;

import cip.server.imports.csv.RawRows;
import cip.server.jobs.JobContext;
import cip.server.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The two passes of one import, see {@link ImportJob}.
 *
 * @param <T> the typed row
 */
final class ImportRun<T> {
    private static final int BATCH = 5_000;

    private final JobContext job;
    private final ImportPlan plan;
    private final ImportInput input;
    private final Function<Notices, RowReader<T>> readers;
    private final RowsStore<T> rows;
    private final ImportStore store;
    private final Runnable batchWritten;

    ImportRun(
            JobContext job,
            ImportPlan plan,
            ImportInput input,
            Function<Notices, RowReader<T>> readers,
            RowsStore<T> rows,
            ImportStore store,
            Runnable batchWritten) {
        this.job = job;
        this.plan = plan;
        this.input = input;
        this.readers = readers;
        this.rows = rows;
        this.store = store;
        this.batchWritten = batchWritten;
    }

    ImportResult run(ImportFolder folder, long mostRows) throws IOException {
        if (store.isFinished(job.jobId())) {
            return store.result(job.jobId()).orElseThrow();
        }
        long written = job.checkpoint().map(Long::parseLong).orElse(0L);
        ImportResult checked =
                job.checkpoint().isPresent() ? store.result(job.jobId()).orElseThrow() : check(folder, mostRows);
        ImportResult result = withCustomersCreated(write(checked, written));
        store.finished(job, result, input.dryRun());
        return result;
    }

    /** Reads and checks every row, writes the error report. */
    private ImportResult check(ImportFolder folder, long mostRows) throws IOException {
        Notices notices = new Notices();
        plan.notices().forEach(notices::add);
        Path errors = folder.errors(job.jobId());
        Path part = folder.part(errors);
        ImportResult result;
        try (ErrorReport report = new ErrorReport(part);
                RawRows raw = plan.rows()) {
            ImportPass<T> pass = new ImportPass<>(readers.apply(notices), report, mostRows);
            pass.run(raw, row -> {}, notices, read -> job.step(read, null));
            RowCounts counts = new RowCounts(pass.read(), pass.read() - pass.rejected(), 0, 0, 0, pass.rejected());
            result = new ImportResult(counts, notices.all(), report.first(), 0);
        }
        DurableFiles.moveIntoPlace(part, errors);
        store.checked(job, result, "0");
        return result;
    }

    /** Writes the sound rows after the first {@code alreadyWritten} ones of the file; a dry run only compares. */
    private ImportResult write(ImportResult checked, long alreadyWritten) throws IOException {
        Batches batches = new Batches(checked);
        Notices saidBefore = new Notices();
        try (RawRows raw = plan.rows()) {
            ImportPass<T> pass = new ImportPass<>(readers.apply(saidBefore), error -> {}, Long.MAX_VALUE);
            pass.run(
                    raw,
                    row -> {
                        if (pass.read() > alreadyWritten) {
                            batches.add(row, pass.read());
                        }
                    },
                    saidBefore,
                    read -> {});
            batches.flush(pass.read());
        }
        return batches.result;
    }

    private ImportResult withCustomersCreated(ImportResult result) {
        if (result.customersCreated() == 0) {
            return result;
        }
        return result.with(result.customersCreated() + " customers were not known and "
                + (input.dryRun() ? "would be created" : "were created") + " with nothing but their id.");
    }

    /** Gathers rows until a batch is full. */
    private final class Batches {
        private final List<T> batch = new ArrayList<>(BATCH);
        private ImportResult result;

        Batches(ImportResult before) {
            this.result = before;
        }

        void add(T row, long read) {
            batch.add(row);
            if (batch.size() == BATCH) {
                flush(read);
            }
        }

        void flush(long read) {
            job.step(read, result.rows().read());
            if (!batch.isEmpty()) {
                result = input.dryRun()
                        ? store.compare(rows, batch, result)
                        : store.apply(job, rows, batch, input.asOf(), result, read);
                batch.clear();
                batchWritten.run();
            }
        }
    }
}
