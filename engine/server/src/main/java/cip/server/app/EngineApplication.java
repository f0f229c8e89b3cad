package cip.server.app;

import cip.core.customer.CustomerSchema;
import cip.core.rule.Term;
import cip.server.audiences.AudiencesWiring;
import cip.server.audit.Audit;
import cip.server.audit.AuditWiring;
import cip.server.audit.IntegrityChecks;
import cip.server.customers.Contacts;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomerUpdateStore;
import cip.server.customers.CustomersWiring;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.customers.TransactionStore;
import cip.server.decisions.DecisionRun;
import cip.server.decisions.DecisionsWiring;
import cip.server.drafts.DraftsWiring;
import cip.server.http.BodyLimit;
import cip.server.http.Idempotency;
import cip.server.http.PlainRoute;
import cip.server.http.ProblemMapper;
import cip.server.http.QuietLeaving;
import cip.server.http.ReceivedFile;
import cip.server.http.RequestsConfiguration;
import cip.server.http.SecurityHeaders;
import cip.server.http.StrictJson;
import cip.server.http.ViolationMapper;
import cip.server.http.WholeBodies;
import cip.server.imports.ImportsWiring;
import cip.server.jobs.JobRunner;
import cip.server.jobs.JobsWiring;
import cip.server.mlflow.MlflowWiring;
import cip.server.models.Contests;
import cip.server.models.ModelUpload;
import cip.server.models.ModelsWiring;
import cip.server.models.RegisteredModel;
import cip.server.models.Trainings;
import cip.server.monitoring.MonitoringWiring;
import cip.server.openscoring.OpenscoringWiring;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginKind;
import cip.server.plugins.PluginsWiring;
import cip.server.publishing.PublishingLimits;
import cip.server.publishing.PublishingWiring;
import cip.server.reports.KeyFiguresHistory;
import cip.server.reports.OverviewConfiguration;
import cip.server.reports.ReportsWiring;
import cip.server.samples.SampleCommand;
import cip.server.security.SecurityWiring;
import cip.server.shadows.Shadows;
import cip.server.shadows.ShadowsWiring;
import cip.server.simulations.ModelAdmission;
import cip.server.simulations.PersonalModels;
import cip.server.simulations.Simulations;
import cip.server.simulations.SimulationsWiring;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.StrategiesWiring;
import cip.server.wiring.Platform;
import cip.server.wiring.Product;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.core.Application;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.lifecycle.Managed;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.glassfish.jersey.server.ServerProperties;

/** The product as one process: opens the database, puts the features together, serves their routes and the console. */
public final class EngineApplication extends Application<EngineConfiguration> {
    private final ConfigurationFile configurationFile = new ConfigurationFile();
    private final Clock clock;

    EngineApplication(Clock clock) {
        this.clock = clock;
    }

    public static void main(String[] arguments) throws Exception {
        new EngineApplication(Clock.tickMillis(ZoneOffset.UTC)).run(arguments);
    }

    @Override
    public String getName() {
        return "Customer Intelligence";
    }

    @Override
    public void initialize(Bootstrap<EngineConfiguration> bootstrap) {
        bootstrap.setConfigurationSourceProvider(configurationFile);
        bootstrap.setConfigurationFactoryFactory(
                (type, validator, strictJson, prefix) -> new DefaultConfigurationFactoryFactory<EngineConfiguration>()
                        .create(type, validator, Jackson.newObjectMapper(), prefix));
        bootstrap.setObjectMapper(StrictJson.mapper());
        bootstrap.addCommand(new MigrateCommand(configurationFile));
        bootstrap.addCommand(new SampleCommand());
        bootstrap.addCommand(new ImportCommand(configurationFile));
        bootstrap.addCommand(new FitFeaturesCommand(configurationFile));
        bootstrap.addCommand(new TrainCommand(configurationFile));
        bootstrap.addCommand(new DriftDemoCommand(configurationFile));
    }

    @Override
    protected void addDefaultCommands(Bootstrap<EngineConfiguration> bootstrap) {
        bootstrap.addCommand(new StartCommand(this));
    }

    @Override
    public void run(EngineConfiguration configuration, Environment environment) {
        Path root = configurationFile.folder();
        Path dataFolder = root.resolve(configuration.dataFolder());
        EffectiveConfiguration.log(configuration);
        Database database = Database.open(configuration.database(), dataFolder);
        environment.lifecycle().manage(closing(database));
        Platform platform = new Platform(
                root,
                dataFolder,
                ReceivedFile.folder(dataFolder),
                database,
                environment.getObjectMapper(),
                clock,
                new Audit(clock),
                new Idempotency(database, clock, environment.getObjectMapper()),
                new IntegrityChecks(),
                new JobRunner(database, clock),
                environment);
        platform.repeat("kept-answers", Duration.ZERO, Duration.ofDays(1), platform.idempotency()::forgetOldAnswers);
        RequestsConfiguration requests = configuration.requests();
        BodyLimit bodies = new BodyLimit(requests.largestBody().toBytes(), requests.bodyTimeout());
        serveHttp(configuration, platform, bodies);
        install(configuration, platform, bodies);
        AppWiring.sayWhenReady(platform);
    }

    /** The features in the order in which they need one another. */
    private static void install(EngineConfiguration configuration, Platform platform, BodyLimit bodies) {
        AppWiring.install(platform);
        AuditWiring.install(platform);
        SecurityWiring security = SecurityWiring.install(platform, configuration.security(), product(configuration));
        PlainRoute.Way way = new PlainRoute.Way(security.identification()::sender, bodies, platform.json());
        LoadedPlugins plugins = PluginsWiring.install(platform, configuration.plugins());
        CustomerSchema schema = configuration.customers().schema();
        PersonalData personal =
                new PersonalData(schema, configuration.customers().personalSeenBy());
        LookUps lookUps = new LookUps(platform.database(), platform.audit(), personal);
        OverviewConfiguration overview = configuration.overview();
        TransactionStore transactions = new TransactionStore();
        CustomerStore customers = new CustomerStore(platform.database(), schema, transactions);
        ModelsWiring models = ModelsWiring.install(platform);
        StrategiesWiring strategies =
                StrategiesWiring.install(platform, schema, platform.root().resolve("rules"), models);
        LiveStrategy strategy = strategies.live();
        DecisionsWiring decisions = DecisionsWiring.install(
                platform, customers, strategy, schema, personal, lookUps, overview.valueScore(), overview.riskScore());
        strategies.routes(
                platform,
                decisions.base()::current,
                schema,
                overview.valueScore(),
                decisions.whenCustomersChange(platform)::customersChanged);
        Contests contests = models.contests(platform, strategies::champions);
        Trainings trainings = models.training(
                platform,
                customers,
                schema,
                configuration.currency(),
                () -> plugins.names(PluginKind.TRAINER),
                plugins::trainer,
                strategies::features,
                () -> strategy.snapshot().decider().vocabulary(),
                MlflowWiring.install(platform, configuration.mlflow()),
                contests,
                configuration.retraining().tolerance());
        Shadows shadows =
                ShadowsWiring.install(platform, models.registry(), strategy, strategies.candidates(), decisions.base());
        ModelUpload upload = models.routes(
                platform, strategies::champions, contests, () -> decisions.features(platform.clock()), shadows::watch);
        models.clusterMap(platform, decisions.base()::required, () -> strategy.snapshot()
                .decider()
                .vocabulary());
        models.attributions(platform, decisions.base()::required, name -> strategy.snapshot()
                .decider()
                .vocabulary()
                .term(name)
                .map(Term::personal)
                .orElse(true));
        OpenscoringWiring.install(
                platform,
                models.registry(),
                upload,
                strategies::champions,
                configuration.imports().largestFile().toBytes());
        Contacts contacts = new Contacts(
                platform.database(),
                new CustomerUpdateStore(schema),
                () -> strategy.snapshot().deciders().actions(),
                decisions.whenCustomersChange(platform),
                platform.clock());
        CustomersWiring.install(
                platform,
                configuration.currency(),
                configuration.customers(),
                customers,
                personal,
                lookUps,
                decisions.latest(),
                contacts);
        KeyFiguresHistory history =
                ReportsWiring.install(platform, decisions.base(), strategy, customers, personal, lookUps, overview);
        DecisionRun.Listener monitoring = MonitoringWiring.install(
                platform,
                decisions.base(),
                strategy,
                customers,
                decisions.pastRuns(),
                trainings,
                shadows,
                strategies::champions,
                configuration.retraining());
        decisions.runs(platform, history.andThen(monitoring).andThen(shadows));
        decisions.route(platform, way, configuration.requests().warmUp());
        ImportsWiring.install(
                platform,
                configuration.imports(),
                configuration.sample(),
                configuration.customers(),
                customers,
                transactions,
                plugins,
                List.of(decisions.whenCustomersChange(platform)));
        PublishingLimits limits = PublishingWiring.install(platform, strategy);
        PersonalModels personalModels = new PersonalModels(personal, strategies.pins(), schema);
        ModelAdmission admission = SimulationsWiring.admission(platform, strategy, contests);
        Simulations simulations = SimulationsWiring.install(
                platform,
                customers,
                decisions.base(),
                lookUps,
                personal,
                personalModels,
                schema,
                strategy,
                strategies.candidates(),
                strategies.publisher(),
                strategies.challengers(),
                admission,
                limits,
                configuration.publishing(),
                decisions.whenCustomersChange(platform)::customersChanged);
        DraftsWiring.install(
                platform,
                strategy,
                strategies.candidates(),
                strategies.publisher(),
                strategies.pins(),
                simulations,
                admission,
                limits,
                customers,
                lookUps,
                personal,
                personalModels,
                decisions.base()::required,
                schema,
                overview.valueScore(),
                hash -> models.registry().find(hash).map(RegisteredModel::card),
                security::rolesOf,
                decisions.whenCustomersChange(platform)::customersChanged);
        AudiencesWiring.install(
                platform,
                configuration.audiences(),
                plugins,
                customers,
                personal,
                lookUps,
                schema,
                decisions.base()::current,
                strategy::deciders,
                overview.valueScore(),
                overview.riskScore(),
                decisions.whenCustomersChange(platform));
        JobsWiring.install(platform);
    }

    private static Product product(EngineConfiguration configuration) {
        String version = EngineApplication.class.getPackage().getImplementationVersion();
        return new Product(
                "Customer Intelligence",
                version == null ? "development" : version,
                configuration.currency(),
                configuration.locale().toLanguageTag(),
                configuration.overview().valueScore(),
                configuration.overview().riskScore(),
                configuration.overview().atRiskThreshold());
    }

    private static void serveHttp(EngineConfiguration configuration, Platform platform, BodyLimit bodies) {
        Environment environment = platform.environment();
        if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
            server.setRegisterDefaultExceptionMappers(false);
            // Threads named after requests would name customers, and renaming them costs every request two calls of the
            // system.
            server.setEnableThreadNameFilter(false);
        }
        environment.jersey().register(new ProblemMapper());
        environment.jersey().register(new ViolationMapper());
        QuietLeaving.install(environment);
        environment
                .getApplicationContext()
                .insertHandler(new WholeBodies(configuration.requests().bodyTimeout()));
        environment.jersey().register(bodies);
        environment.jersey().property(ServerProperties.WADL_FEATURE_DISABLE, true);
        environment
                .servlets()
                .addFilter("security-headers", new SecurityHeaders())
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    private static Managed closing(Database database) {
        return new Managed() {
            @Override
            public void stop() {
                database.close();
            }
        };
    }
}
