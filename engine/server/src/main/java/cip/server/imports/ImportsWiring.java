package cip.server.imports;

import cip.server.audit.Audit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.CustomersChanged;
import cip.server.customers.CustomersConfiguration;
import cip.server.customers.TransactionStore;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import cip.server.plugins.LoadedPlugins;
import cip.server.store.Database;
import cip.server.wiring.Platform;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.lifecycle.Managed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Puts imports together. */
public final class ImportsWiring {
    private static final Duration SWEEP = Duration.ofHours(1);

    private ImportsWiring() {}

    /**
     * Call it before the jobs are started.
     *
     * @param changed told after every import that changed the base
     */
    public static void install(
            Platform platform,
            ImportsConfiguration limits,
            SampleConfiguration sample,
            CustomersConfiguration configuration,
            CustomerStore customers,
            TransactionStore transactions,
            LoadedPlugins plugins,
            List<CustomersChanged> changed) {
        JobRunner jobs = platform.jobs();
        ImportFolder folder = new ImportFolder(platform.dataFolder());
        folder.deleteUnfinished();
        Imports imports = imports(
                platform.database(),
                platform.json(),
                platform.clock(),
                platform.audit(),
                folder,
                limits,
                configuration,
                transactions,
                plugins,
                jobs,
                changed);
        jobs.register(new SampleJob(imports, folder, platform.clock()));
        platform.route(new ImportsResource(
                imports, platform.idempotency(), new JobRequests(platform.idempotency(), platform.jobs())));
        platform.repeat("import-sweep", Duration.ZERO, SWEEP, imports::deleteOld);
        platform.manage(new Managed() {
            @Override
            public void start() {
                if (sample.customers() > 0 && isFirstStart(jobs, customers)) {
                    String count = Integer.toString(sample.customers());
                    String label = "Sample of " + count + " customers";
                    // Not woken: the jobs are started next, and take up what waits.
                    platform.database()
                            .write(handle -> jobs.enqueue(handle, SampleJob.NAME, label, Audit.SYSTEM, count));
                }
            }
        });
    }

    /** Empty, and never filled before: who deletes all customers does not want the sample back. */
    private static boolean isFirstStart(JobRunner jobs, CustomerStore customers) {
        return jobs.jobs(ImportJob.NAME, null, 1).isEmpty()
                && jobs.jobs(SampleJob.NAME, null, 1).isEmpty()
                && customers.count() == 0;
    }

    /** Imports without a server, for the command line. */
    public static Imports offline(
            Path dataFolder,
            Database database,
            ObjectMapper json,
            Clock clock,
            ImportsConfiguration limits,
            CustomersConfiguration configuration,
            JobRunner jobs) {
        TransactionStore transactions = new TransactionStore();
        ImportFolder folder = new ImportFolder(dataFolder);
        return imports(
                database,
                json,
                clock,
                new Audit(clock),
                folder,
                limits,
                configuration,
                transactions,
                LoadedPlugins.none(),
                jobs,
                List.of());
    }

    private static Imports imports(
            Database database,
            ObjectMapper json,
            Clock clock,
            Audit audit,
            ImportFolder folder,
            ImportsConfiguration limits,
            CustomersConfiguration configuration,
            TransactionStore transactions,
            LoadedPlugins plugins,
            JobRunner jobs,
            List<CustomersChanged> changed) {
        CustomerUpdateStore customers = new CustomerUpdateStore(configuration.schema());
        ImportTargets targets = new ImportTargets(configuration.schema(), configuration.transactions());
        ImportStore store = new ImportStore(database, json, audit);
        ImportSources sources = new ImportSources(plugins);
        jobs.register(new ImportJob(
                targets, folder, store, sources, customers, transactions, json, limits.mostRows(), changed, () -> {}));
        return new Imports(targets, folder, store, sources, jobs, json, clock, limits, audit);
    }
}
