package cip.server.imports;

import cip.core.customer.CustomerSchema;
import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.TransactionStore;
import cip.server.http.StrictJson;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.plugins.LoadedPlugins;
import cip.server.store.Database;
import cip.server.store.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The import put together as the product does, with a database of its own and its job runner started. */
final class ImportBench implements AutoCloseable {
    final Database database;
    final CustomerStore customers;
    final TransactionStore transactions = new TransactionStore();
    final AtomicInteger timesTold = new AtomicInteger();
    /** Runs on the job's thread whenever a batch is durable. */
    volatile Runnable afterBatch = () -> {};

    final JobRunner runner;
    final Imports imports;
    private final CustomerSchema schema;
    private final Path dataFolder;

    ImportBench(Database database, CustomerSchema schema) {
        this(database, schema, TestDatabases.newFolder(), LoadedPlugins.none());
    }

    ImportBench(Database database, CustomerSchema schema, Path dataFolder, LoadedPlugins plugins) {
        this.database = database;
        this.schema = schema;
        this.dataFolder = dataFolder;
        this.customers = new CustomerStore(database, schema, transactions);
        this.runner = new JobRunner(database, new EverLater());
        Audit audit = new Audit(Clock.systemUTC());
        ImportFolder folder = new ImportFolder(dataFolder);
        ImportStore store = new ImportStore(database, StrictJson.mapper(), audit);
        ImportSources sources = new ImportSources(plugins);
        ImportTargets targets = ImportFixture.targets(schema);
        ImportsConfiguration limits = new ImportsConfiguration();
        runner.register(new ImportJob(
                targets,
                folder,
                store,
                sources,
                new CustomerUpdateStore(schema),
                transactions,
                StrictJson.mapper(),
                limits.mostRows(),
                List.of(timesTold::incrementAndGet),
                () -> afterBatch.run()));
        this.imports = new Imports(
                targets, folder, store, sources, runner, StrictJson.mapper(), ImportFixture.CLOCK, limits, audit);
        runner.start();
    }

    /** The same after a restart of the process. */
    ImportBench restarted() {
        return new ImportBench(database, schema, dataFolder, LoadedPlugins.none());
    }

    String upload(String text) throws IOException {
        return upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    String upload(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return upload(in);
        }
    }

    String upload(InputStream in) throws IOException {
        return imports.add(in, "C:\\data\\up.csv", "mira").fileId();
    }

    ImportView run(String fileId, boolean dryRun) throws Exception {
        return await(submit(fileId, Map.of(), dryRun));
    }

    Job submit(String fileId, Map<String, @Nullable String> mapping, boolean dryRun) throws IOException {
        return imports.submit(new ImportRequest(fileId, null, null, mapping, null, null, null, dryRun), "mira");
    }

    ImportView await(Job job) throws InterruptedException {
        while (!runner.job(job.id()).state().hasEnded()) {
            Thread.sleep(5);
        }
        return imports.view(job.id());
    }

    @Override
    public void close() throws InterruptedException {
        runner.stop();
    }

    /** A clock that never says the same instant twice, so that ids have an order. */
    private static final class EverLater extends Clock {
        private static final AtomicLong LAST = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(
                    LAST.accumulateAndGet(System.currentTimeMillis(), (last, now) -> Math.max(last + 1, now)));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
