package cip.server.imports;

import cip.server.audit.Audit;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.samples.SampleFiles;
import cip.server.samples.SampleRetailer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the files of the synthetic retailer, as of today, and imports them like anybody's files. */
final class SampleJob implements JobKind {
    static final String NAME = "SAMPLE";

    private final Imports imports;
    private final ImportFolder folder;
    private final Clock clock;

    SampleJob(Imports imports, ImportFolder folder, Clock clock) {
        this.imports = imports;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext job) {
        long customers = Long.parseLong(job.input());
        try {
            Path made = folder.temporary(job.jobId());
            SampleRetailer retailer = new SampleRetailer(SampleRetailer.DEFAULT_SEED, LocalDate.now(clock));
            new SampleFiles(retailer, Runnable::run).write(made, customers);
            job.step(customers, customers);
            submit(made.resolve("customers.csv"), ImportTable.CUSTOMERS);
            submit(made.resolve("transactions.csv"), ImportTable.TRANSACTIONS);
            delete(made);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample could not be made.", e);
        }
        return Optional.of("/api/imports");
    }

    private void submit(Path file, ImportTable table) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String id = imports.add(in, "sample " + file.getFileName(), Audit.SYSTEM)
                    .fileId();
            imports.submit(new ImportRequest(id, null, table.label(), null, null, null, null, false), Audit.SYSTEM);
        }
    }

    private static void delete(Path made) throws IOException {
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(made);
    }
}
