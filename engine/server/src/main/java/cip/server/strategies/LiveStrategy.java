package cip.server.strategies;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Artefacts;
import cip.core.decide.Decider;
import cip.core.decide.SplitDecider;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyCompiler;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.EngineParity;
import cip.server.models.ModelCard;
import cip.server.models.ModelRegistry;
import cip.server.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The strategy that decides now, and earlier ones for replays. A caller reads {@link #snapshot} once per request, so that
 * everything it answers comes from one version. Thread-safe.
 */
public final class LiveStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStrategy.class);
    private static final int EARLIER_KEPT = 8;

    private final Database database;
    private final ModelRegistry models;
    private final StrategyStore store = new StrategyStore();
    private final KeptStrategies kept;
    private final StrategyCompiler compiler;
    private final Deciders earlier = new Deciders(EARLIER_KEPT);
    private volatile Optional<Snapshot> live = Optional.empty();

    public LiveStrategy(Database database, ModelRegistry models, CustomerSchema schema) {
        this(database, models, artefacts -> new StrategyCompiler(schema, artefacts));
    }

    LiveStrategy(Database database, ModelRegistry models, Function<Artefacts, StrategyCompiler> compiler) {
        this.database = database;
        this.models = models;
        this.kept = new KeptStrategies(database);
        this.compiler = compiler.apply(new StoredArtefacts());
    }

    /** What is published, ready to decide. */
    public record Snapshot(Publication publication, SplitDecider deciders) {
        /** The champion's: what drafts, simulations and models are compared with. */
        public Decider decider() {
            return deciders.champion();
        }
    }

    /** @throws EngineException INVALID_STRATEGY when nothing has been published yet */
    public Snapshot snapshot() {
        return live.orElseThrow(() -> new EngineException(
                ErrorCode.INVALID_STRATEGY,
                "No strategy is live.\nMaybe the rules folder was missing when the engine started."));
    }

    /** Makes what was published last the strategy that decides; the one before stays usable for running requests. */
    synchronized void reload() {
        Publication publication = database.read(store::live).orElseThrow();
        live = Optional.of(new Snapshot(publication, deciders(publication.split())));
    }

    /**
     * From now on Drools decides everything under this strategy, until the product starts anew.
     *
     * @param because where another way to decide gave another answer
     */
    synchronized void distrust(StrategyHash hash, EngineParity.Difference because) {
        compiler.forgetProofs();
        live = live.map(now -> new Snapshot(now.publication(), now.deciders().byDrools(hash, because)));
        earlier.change(hash, decider -> decider.byDrools(because));
        warn(hash, because);
    }

    private static void warn(StrategyHash hash, EngineParity.Difference difference) {
        LOG.warn(
                "Columns or rows and Drools disagree under strategy {}, so Drools decides everything, slowly. {}",
                hash.abbreviated(),
                difference);
    }

    /**
     * The decider of any strategy ever published or tried.
     *
     * @throws EngineException NOT_FOUND when there is no strategy of this hash
     */
    public Decider decider(StrategyHash hash) {
        return decider(hash, () -> strategy(hash));
    }

    /**
     * The decider of a strategy that may be kept nowhere yet.
     *
     * @throws EngineException INVALID_STRATEGY naming every problem
     */
    Decider decider(Strategy candidate) {
        return decider(candidate.hash(), () -> candidate);
    }

    private Decider decider(StrategyHash hash, Supplier<Strategy> strategy) {
        return live.flatMap(now -> now.deciders().of(hash))
                .orElseGet(() -> earlier.of(hash, () -> compiled(hash, strategy.get())));
    }

    /** The deciders of strategies that were live together, also of a single one. */
    public SplitDecider deciders(StrategySplit split) {
        Decider challenger =
                split.challenged().map(share -> decider(share.strategy())).orElse(null);
        return new SplitDecider(split, decider(split.champion()), challenger);
    }

    /**
     * The decider of a strategy that nobody has kept.
     *
     * @throws EngineException INVALID_STRATEGY naming every problem
     */
    public Decider compile(Strategy unsaved) {
        return compiler.compile(unsaved);
    }

    /** The card of a model that some strategy pins. */
    public ModelCard card(String modelHash) {
        return models.model(modelHash).card();
    }

    /** What was live at an instant; empty = nothing had been published yet. */
    public Optional<Publication> at(Instant instant) {
        return database.read(handle -> store.liveAt(handle, instant));
    }

    /** The publication that a challenger's share began with. */
    public Optional<Publication> challengedSince(String salt) {
        return database.read(handle -> store.challengedSince(handle, salt));
    }

    /** When a strategy went live as the champion for the last time; empty = it never did. */
    public Optional<Publication> publicationOf(StrategyHash strategy) {
        return database.read(handle -> store.lastOf(handle, strategy));
    }

    /** Publications before the given version, newest first. */
    public List<Publication> publications(int beforeVersion, int limit) {
        return database.read(handle -> store.publications(handle, beforeVersion, limit));
    }

    /**
     * Any strategy ever published or tried, as it is written, without compiling it.
     *
     * @throws EngineException NOT_FOUND when there is no strategy of this hash
     */
    public Strategy strategy(StrategyHash hash) {
        return kept.of(hash).strategy();
    }

    /**
     * The operator's conditions that a strategy can use by name, without compiling it.
     *
     * @throws EngineException NOT_FOUND when there is no strategy of this hash
     */
    public Set<String> guardrailNames(StrategyHash hash) {
        return kept.of(hash).guardrails();
    }

    /**
     * The hashes of the models that a strategy pins.
     *
     * @throws EngineException NOT_FOUND when there is no strategy of this hash
     */
    public Set<String> modelHashes(StrategyHash hash) {
        return kept.of(hash).models();
    }

    private Decider compiled(StrategyHash hash, Strategy strategy) {
        Decider compiled = compiler.compile(strategy);
        compiled.baseConditions().difference().ifPresent(difference -> warn(hash, difference));
        return compiled;
    }

    private final class StoredArtefacts implements Artefacts {
        @Override
        public byte[] pmml(String hash) {
            return models.pmml(hash);
        }

        @Override
        public String guardrails(String hash) {
            return kept.guardrails(hash);
        }
    }
}
