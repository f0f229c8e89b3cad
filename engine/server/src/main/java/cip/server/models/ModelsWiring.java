package cip.server.models;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.feature.FittedFeatures;
import cip.core.rule.Vocabulary;
import cip.server.customers.CustomerStore;
import cip.server.jobs.JobRequests;
import cip.server.wiring.Platform;
import cip.spi.FeatureMatrix;
import cip.spi.Trainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts the models folder, the registry and their routes together. */
public final class ModelsWiring {
    private final ModelFolder folder;
    private final ModelRegistry registry;

    private ModelsWiring(Platform platform) {
        this.folder = new ModelFolder(platform.root().resolve("pmml"));
        this.registry = new ModelRegistry(platform.database(), platform.audit(), platform.clock());
    }

    /**
     * Registers every model of the folder {@code pmml} beside config.yml.
     *
     * @throws cip.core.error.EngineException INVALID_MODEL naming the model that cannot be read
     */
    public static ModelsWiring install(Platform platform) {
        ModelsWiring wiring = new ModelsWiring(platform);
        platform.database()
                .execute(handle -> wiring.folder.all().forEach(model -> wiring.registry.keepShipped(handle, model)));
        return wiring;
    }

    /**
     * Training on our own customers, as a job.
     *
     * @param trainers names of those that are ready
     * @param trainer by name
     * @param features of the live strategy
     * @param vocabulary of the live strategy
     * @param heard told of every trained model
     * @param contests in which what was trained meets the champion
     * @param tolerance share of the champion's loss by which a challenger of the schedule may be worse
     */
    public Trainings training(
            Platform platform,
            CustomerStore customers,
            CustomerSchema schema,
            String currency,
            Supplier<List<String>> trainers,
            Function<String, Trainer> trainer,
            Supplier<FittedFeatures> features,
            Supplier<Vocabulary> vocabulary,
            TrainedModels heard,
            Contests contests,
            double tolerance) {
        Supplier<List<ModelRecipe>> recipes = () -> ModelRecipe.read(folder.path(), currency);
        BaseHistory base = new BaseHistory(customers, schema, platform.clock());
        AdjustableSettings adjustable = new AdjustableSettings(trainer);
        TrainerChoices choices = new TrainerChoices(trainers, trainer, adjustable);
        OwnRecipes own = new OwnRecipes(recipes, choices, features, vocabulary);
        platform.jobs()
                .register(new TrainingJob(
                        base, trainer, features, recipes, own, registry, heard, contests, tolerance, platform.clock()));
        JobRequests requests = new JobRequests(platform.idempotency(), platform.jobs());
        Trainings trainings = new Trainings(platform.jobs(), recipes, registry);
        BaseCounts counts = new BaseCounts(platform.database(), customers, schema, platform.clock());
        platform.route(new TrainingsResource(
                platform.jobs(),
                trainings,
                requests,
                contests,
                adjustable,
                own,
                new TrainingChoices(counts, choices, features, vocabulary)));
        return trainings;
    }

    /** @param champions hash of the model behind each score of the strategy that was live at an instant */
    public Contests contests(Platform platform, Function<Instant, Map<String, String>> champions) {
        return Contests.of(platform.database(), champions, platform.clock());
    }

    /**
     * @param champions hash of the model behind each score of the strategy that was live at an instant
     * @param sample features of some customers, on whom a new model is tried
     * @param watch told the hash of a version that has become a shadow
     * @return what takes new models
     */
    public ModelUpload routes(
            Platform platform,
            Function<Instant, Map<String, String>> champions,
            Contests contests,
            Supplier<FeatureMatrix> sample,
            Consumer<String> watch) {
        Function<String, Optional<String>> champion = score ->
                Optional.ofNullable(champions.apply(platform.clock().instant()).get(score));
        ModelUpload upload = new ModelUpload(registry, platform.received(), champion, sample);
        ModelKeeping keeping =
                new ModelKeeping(platform.database(), registry, champions, platform.audit(), platform.clock());
        platform.route(new ModelNotesResource(keeping, platform.idempotency()));
        platform.route(new ModelArchiveResource(keeping));
        platform.route(new ScoreIntervalsResource(registry));
        platform.route(new ModelsResource(
                registry,
                upload,
                new ModelVersions(platform.database(), registry, champions, contests, keeping),
                watch,
                platform.clock(),
                platform.idempotency()));
        return upload;
    }

    /**
     * Serves the clusters of any version on a plane.
     *
     * @param base the customers as last decided; throws CONFLICT when they have not been yet
     * @param vocabulary says which features are personal
     */
    public void clusterMap(Platform platform, Supplier<CustomerBase> base, Supplier<Vocabulary> vocabulary) {
        platform.route(new ClusterMapResource(registry, base, vocabulary));
    }

    /**
     * @param base as the last run left it; throws CONFLICT when none has finished yet
     * @param saysWho whether the values of an attribute or feature say who a customer is
     */
    public void attributions(Platform platform, Supplier<CustomerBase> base, Predicate<String> saysWho) {
        platform.route(new ModelAttributionsResource(new BaseAttributions(registry, base, saysWho)));
    }

    public ModelFolder folder() {
        return folder;
    }

    public ModelRegistry registry() {
        return registry;
    }
}
