package cip.server.strategies;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Example;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.server.audit.Audit;
import cip.server.customers.CustomersConfiguration;
import cip.server.http.StrictJson;
import cip.server.models.ModelFolder;
import cip.server.models.ModelRegistry;
import cip.server.models.PinnableModels;
import cip.server.store.Database;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** The shipped strategy, published in a database of a test, and whatever the test makes of it. */
public final class PublishedStrategy {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));

    private final Database database;
    private final Clock clock;
    private final LiveStrategy live;
    private final Publisher publisher;
    private final StrategyStore store = new StrategyStore();

    public PublishedStrategy(Database database, Clock clock) throws IOException {
        this.database = database;
        this.clock = clock;
        Audit audit = new Audit(clock);
        ModelRegistry models = new ModelRegistry(database, audit, clock);
        this.live = new LiveStrategy(database, models, schema());
        this.publisher = new Publisher(database, live, audit, clock);
        StrategyFolder folder = new StrategyFolder(ROOT.resolve("rules"), new ModelFolder(ROOT.resolve("pmml")));
        new FolderPublisher(database, folder, models, live, publisher, clock).publishChanges();
        live.reload();
    }

    public LiveStrategy live() {
        return live;
    }

    public Publisher publisher() {
        return publisher;
    }

    public ModelPins pins() {
        return new ModelPins(new PinnableModels(database, clock));
    }

    public StrategyCandidates candidates() {
        return new StrategyCandidates(database, live, pins(), clock);
    }

    public Challengers challengers() {
        return new Challengers(live, publisher);
    }

    /** Publishes the live strategy with a change; returns what is live now. */
    public StrategyHash publish(UnaryOperator<Strategy> change) {
        StrategyHash hash = keep(change);
        publisher.publish(hash, live.snapshot().publication().version(), "ann", "For a test");
        return hash;
    }

    /** Keeps the live strategy with a change, so that it can be simulated and published. */
    public StrategyHash keep(UnaryOperator<Strategy> change) {
        Strategy changed = change.apply(live.snapshot().decider().strategy());
        database.execute(handle -> store.keepStrategy(
                handle, changed.hash(), StrategyJson.write(changed).toString(), clock.instant()));
        return changed.hash();
    }

    /** The examples beside the shipped rules, champions first. */
    public static List<Example> examples() {
        return new StrategyFolder(ROOT.resolve("rules"), new ModelFolder(ROOT.resolve("pmml")))
                .read()
                .strategy()
                .examples();
    }

    /** The customers' attributes as config.yml declares them. */
    public static CustomerSchema schema() {
        try {
            return StrictJson.mapper()
                    .treeToValue(
                            new YAMLMapper()
                                    .readTree(ROOT.resolve("config.yml").toFile())
                                    .path("customers"),
                            CustomersConfiguration.class)
                    .schema();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
