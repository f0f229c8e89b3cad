package cip.server.imports;

import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.CustomersChanged;
import cip.server.customers.TransactionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Imports a file or what a source has.
 *
 * <p>First every row is read and checked and nothing is written: a file that must be refused is refused here. Then the
 * sound rows are written in batches, each in one transaction with the count of rows read so far. After a crash the rows are
 * read again and those already written are passed over. A batch written twice would change nothing, so cancelling or failing
 * in between leaves whole customers and whole transactions, and importing again completes them.
 */
final class ImportJob implements JobKind {
    static final String NAME = "IMPORT";

    private final ImportTargets targets;
    private final ImportFolder folder;
    private final ImportStore store;
    private final ImportSources sources;
    private final CustomerUpdateStore customers;
    private final TransactionStore transactions;
    private final ObjectMapper json;
    private final long mostRows;
    private final List<CustomersChanged> listeners;
    private final Runnable batchWritten;

    /** @param batchWritten told after each batch, when it is durable */
    ImportJob(
            ImportTargets targets,
            ImportFolder folder,
            ImportStore store,
            ImportSources sources,
            CustomerUpdateStore customers,
            TransactionStore transactions,
            ObjectMapper json,
            long mostRows,
            List<CustomersChanged> listeners,
            Runnable batchWritten) {
        this.targets = targets;
        this.folder = folder;
        this.store = store;
        this.sources = sources;
        this.customers = customers;
        this.transactions = transactions;
        this.json = json;
        this.mostRows = mostRows;
        this.listeners = listeners;
        this.batchWritten = batchWritten;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext job) {
        ImportInput input = input(job);
        try {
            Path file = input.source() == null
                    ? folder.upload(String.valueOf(input.fileId()))
                    : sources.spooled(input.source(), folder.upload(job.jobId()));
            ImportResult result = run(job, input, ImportPlan.of(file, input.options(), targets));
            tell(!input.dryRun() && result.changedSomething());
        } catch (IOException e) {
            throw new UncheckedIOException("The file of import " + job.jobId() + " could not be read.", e);
        }
        return Optional.of("/api/imports/" + job.jobId());
    }

    /** An import that was cancelled or failed may have written rows, which stay. */
    @Override
    public void cleanUp(Job job) {
        tell(job.done() > 0);
    }

    private void tell(boolean changed) {
        if (changed) {
            listeners.forEach(CustomersChanged::customersChanged);
        }
    }

    private ImportResult run(JobContext job, ImportInput input, ImportPlan plan) throws IOException {
        Clock clock = Clock.fixed(input.asOf(), ZoneOffset.UTC);
        ColumnMapping mapping = plan.mapping();
        if (plan.table() == ImportTable.CUSTOMERS) {
            return new ImportRun<>(
                            job,
                            plan,
                            input,
                            notices -> new CustomerRowReader(
                                    targets.schema(), mapping, plan.decimalSeparator(), clock, notices),
                            new CustomerRowsStore(customers, mapping.targets()),
                            store,
                            batchWritten)
                    .run(folder, mostRows);
        }
        if (plan.table() == ImportTable.CONTACTS) {
            return new ImportRun<>(
                            job,
                            plan,
                            input,
                            notices -> new ContactRowReader(mapping, clock, notices),
                            new ContactRowsStore(customers),
                            store,
                            batchWritten)
                    .run(folder, mostRows);
        }
        return new ImportRun<>(
                        job,
                        plan,
                        input,
                        notices -> new TransactionRowReader(mapping, plan.decimalSeparator(), clock, notices),
                        new TransactionRowsStore(customers, transactions),
                        store,
                        batchWritten)
                .run(folder, mostRows);
    }

    private ImportInput input(JobContext job) {
        try {
            return json.readValue(job.input(), ImportInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The input of import " + job.jobId() + " is not readable.", e);
        }
    }
}
