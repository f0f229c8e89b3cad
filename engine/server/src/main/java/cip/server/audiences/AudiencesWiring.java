package cip.server.audiences;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersChanged;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import cip.server.plugins.LoadedPlugins;
import cip.server.wiring.Platform;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts audiences together; called before the jobs start. */
public final class AudiencesWiring {
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private AudiencesWiring() {}

    /**
     * @param base of the last finished run
     * @param deciders of strategies that were live together
     * @param valueScore the score shown as lifetime value, e.g. {@code clv}
     * @param riskScore the score shown as churn risk, e.g. {@code churn_risk}
     * @param contacted told after an export that counts as a contact
     */
    public static void install(
            Platform platform,
            AudiencesConfiguration configuration,
            LoadedPlugins plugins,
            CustomerStore customers,
            PersonalData personal,
            LookUps lookUps,
            CustomerSchema schema,
            Supplier<Optional<CustomerBase>> base,
            Function<StrategySplit, SplitDecider> deciders,
            String valueScore,
            String riskScore,
            CustomersChanged contacted) {
        JobRunner jobs = platform.jobs();
        ExportFiles files = new ExportFiles(platform.dataFolder().resolve("exports"));
        files.prepare();
        LiveAudiences live = new LiveAudiences(DecidedBase.supplier(base, deciders));
        ExportSweep sweep = new ExportSweep(platform.database(), files, platform.audit(), platform.clock());
        jobs.register(new ExportJob(
                platform.database(),
                live,
                customers::attributes,
                schema,
                plugins,
                files,
                platform.audit(),
                platform.clock(),
                configuration.fileLifetime(),
                contacted,
                step -> {}));
        Exports exports = new Exports(
                platform.database(), live, schema, plugins, jobs, files, platform.audit(), platform.clock(), personal);
        platform.integrity().add("every export has its file", exports::withoutFile);
        platform.route(new AudiencesResource(
                new Audiences(platform.database(), live, sweep, platform.audit(), platform.clock()),
                exports,
                live,
                schema,
                platform.idempotency(),
                new JobRequests(platform.idempotency(), platform.jobs()),
                new AudiencePreview.Shown(valueScore, riskScore),
                personal,
                lookUps,
                ids -> names(customers, ids)));
        platform.route(new ExportsResource(exports));
        platform.route(new ExportFormatsResource(plugins));
        platform.repeat("export-sweep", Duration.ZERO, SWEEP, sweep::sweep);
    }

    private static Map<CustomerId, String> names(CustomerStore customers, Collection<CustomerId> ids) {
        Map<CustomerId, String> names = new HashMap<>();
        customers.named(ids).forEach((id, hit) -> {
            if (!hit.name().isEmpty()) {
                names.put(id, hit.name());
            }
        });
        return names;
    }
}
