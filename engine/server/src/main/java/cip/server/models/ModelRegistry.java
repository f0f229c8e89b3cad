package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every model version that this installation has ever known, with its original bytes, by their hash. A version never
 * changes and is never deleted; what it is tried as is said by aliases, whose history is kept. Thread-safe.
 */
public final class ModelRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final int SHORT_HASH = 8;

    private final Database database;
    private final Audit audit;
    private final Clock clock;
    private final ModelStore store = new ModelStore();
    private final ModelKeepingStore keeping = new ModelKeepingStore();

    public ModelRegistry(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what an operator put into the models folder; does nothing for what is kept already. A version that was taken
     * meanwhile, by a training or an upload here, stays with who took it: the shipped model gets its hash behind the
     * version, because a start must not fail for it.
     */
    public void keepShipped(Handle handle, ShippedModel model) {
        store.takeTurn(handle);
        if (store.find(handle, model.hash()).isPresent()) {
            return;
        }
        boolean taken = store.find(handle, model.score(), model.version()).isPresent();
        String version = taken ? model.version() + "+" + model.hash().substring(0, SHORT_HASH) : model.version();
        if (taken) {
            LOG.warn(
                    "The score {} has a version {} with other bytes; the model of the folder is kept as {}.",
                    model.score(),
                    model.version(),
                    version);
        }
        store.insert(handle, model, version, clock.instant(), "models folder");
    }

    /** As {@link #register(Handle, ShippedModel, String)}, in a transaction of its own. */
    RegisteredModel register(ShippedModel model, String by) {
        return database.write(handle -> register(handle, model, by));
    }

    /** @throws EngineException CONFLICT when these bytes, or other bytes under this version, are registered already */
    RegisteredModel register(Handle handle, ShippedModel model, String by) {
        store.takeTurn(handle);
        store.find(handle, model.hash()).ifPresent(known -> {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "This file is registered already, as " + known.card().score() + " version " + known.version()
                            + ".");
        });
        Instant now = clock.instant();
        boolean taken = store.find(handle, model.score(), model.version()).isPresent();
        if (taken || !store.insert(handle, model, model.version(), now, by)) {
            throw new EngineException(
                            ErrorCode.CONFLICT,
                            "The score " + model.score() + " has a version " + model.version()
                                    + " with other bytes, and a version never changes.\nMaybe give the new one the next version.")
                    .about("version");
        }
        audit.record(
                handle,
                by,
                "MODEL_REGISTERED",
                model.hash(),
                "Model of " + model.score() + ", version " + model.version() + ".");
        return new RegisteredModel(model.version(), model.card(), now, by);
    }

    /**
     * As {@link #register(ShippedModel, String)}, under the version after the highest that is a number: 1 for the first. It is
     * drawn in the transaction that registers the model, so nobody else can take it.
     *
     * @param model its version means nothing yet
     */
    RegisteredModel registerNext(ShippedModel model, String by) {
        return database.write(handle -> {
            store.takeTurn(handle);
            return register(handle, model.numbered(next(handle, model.score())), by);
        });
    }

    /**
     * Registers models that were trained here, each under the next version. One whose bytes are registered already stays as
     * it is.
     *
     * @param rivals their versions mean nothing yet
     * @return as they are registered, the best last
     */
    List<ShippedModel> registerTrained(Rivals rivals, String by) {
        return database.write(handle -> {
            store.takeTurn(handle);
            Rivals numbered = numbered(handle, rivals);
            return Stream.concat(numbered.others().stream(), Stream.of(numbered.best()))
                    .map(model -> kept(handle, model, by))
                    .toList();
        });
    }

    /**
     * Ends the training of a score.
     *
     * @param challenger who becomes it; empty = it stays who it is
     * @param then done in the same transaction
     */
    void trained(Optional<ShippedModel> challenger, String by, Consumer<Handle> then) {
        database.execute(handle -> {
            challenger.ifPresent(model -> setAlias(
                    handle,
                    new AliasChange(
                            model.score(),
                            ModelAlias.CHALLENGER,
                            Optional.of(model.hash()),
                            clock.instant(),
                            by,
                            "Trained on our customers.")));
            then.accept(handle);
        });
    }

    private Rivals numbered(Handle handle, Rivals rivals) {
        int next = store.highestNumber(handle, rivals.best().score()) + 1;
        List<ShippedModel> models = new ArrayList<>();
        for (ShippedModel model : rivals.models()) {
            Optional<RegisteredModel> known = store.find(handle, model.hash());
            models.add(model.numbered(known.map(RegisteredModel::version).orElse(String.valueOf(next))));
            next += known.isEmpty() ? 1 : 0;
        }
        return new Rivals(models, rivals.failures());
    }

    private ShippedModel kept(Handle handle, ShippedModel model, String by) {
        ModelCard card = store.find(handle, model.hash())
                .orElseGet(() -> register(handle, model, by))
                .card();
        return new ShippedModel(card, model.pmml(), card.toJson());
    }

    private String next(Handle handle, String score) {
        return String.valueOf(store.highestNumber(handle, score) + 1);
    }

    /** @throws EngineException NOT_FOUND */
    public byte[] pmml(String hash) {
        return database.read(handle -> store.pmml(handle, hash)).orElseThrow(() -> unknown(hash));
    }

    /** @throws EngineException NOT_FOUND */
    public RegisteredModel model(String hash) {
        return database.read(handle -> store.find(handle, hash)).orElseThrow(() -> unknown(hash));
    }

    public Optional<RegisteredModel> find(String score, String version) {
        return database.read(handle -> store.find(handle, score, version));
    }

    public Optional<RegisteredModel> find(String hash) {
        return database.read(handle -> store.find(handle, hash));
    }

    /** By score, newest first. */
    public List<RegisteredModel> models() {
        return database.read(store::all);
    }

    /** When the newest version of a score was registered; empty = there is none. */
    Optional<Instant> newest(String score) {
        return database.read(handle -> store.newest(handle, score));
    }

    /** Versions in the order they were registered. @param to empty = until now */
    List<MadeVersion> registered(Instant from, Optional<Instant> to) {
        return database.read(handle -> store.registered(handle, from, to));
    }

    /**
     * Gives an alias to a version, or with an empty model takes it away.
     *
     * @throws EngineException NOT_FOUND when there is no such version; INVALID_VALUE when it is one of another score; CONFLICT
     *     when it is archived
     */
    void setAlias(String score, ModelAlias alias, Optional<String> hash, String by, String reason) {
        hash.map(this::model)
                .filter(model -> !model.card().score().equals(score))
                .ifPresent(other -> {
                    throw new EngineException(
                                    ErrorCode.INVALID_VALUE,
                                    "The model " + other.hash() + " scores "
                                            + other.card().score() + ", expected " + score + ".")
                            .about("model");
                });
        database.execute(handle -> {
            store.takeTurn(handle);
            Map<String, Archived> archived = keeping.archived(handle, clock.instant());
            hash.filter(archived::containsKey).ifPresent(putAway -> {
                throw new EngineException(
                        ErrorCode.CONFLICT,
                        "The model " + putAway + " is archived, expected one that is not.\nMaybe take it back first.");
            });
            setAlias(handle, new AliasChange(score, alias, hash, clock.instant(), by, reason));
        });
    }

    private void setAlias(Handle handle, AliasChange change) {
        store.takeTurn(handle);
        store.insert(handle, change);
        audit.record(
                handle,
                change.by(),
                "MODEL_ALIAS_SET",
                change.model().orElse(""),
                change.alias() + " of " + change.score() + ". Reason: " + change.reason());
    }

    /** Which version had which alias at an instant: hash by alias, by score. */
    Map<String, Map<ModelAlias, String>> aliases(Instant at) {
        Map<String, Map<ModelAlias, String>> aliases = new TreeMap<>();
        for (AliasChange change : database.read(handle -> store.aliases(handle, at))) {
            Map<ModelAlias, String> ofScore = aliases.computeIfAbsent(change.score(), score -> new TreeMap<>());
            change.model()
                    .ifPresentOrElse(model -> ofScore.put(change.alias(), model), () -> ofScore.remove(change.alias()));
        }
        return aliases;
    }

    /** Hash of the version that is the shadow, by score. */
    public Map<String, String> shadows(Instant at) {
        Map<String, String> shadows = new TreeMap<>();
        aliases(at).forEach((score, ofScore) -> Optional.ofNullable(ofScore.get(ModelAlias.SHADOW))
                .ifPresent(hash -> shadows.put(score, hash)));
        return shadows;
    }

    private static EngineException unknown(String hash) {
        return new EngineException(ErrorCode.NOT_FOUND, "There is no model with the hash " + hash + ".");
    }
}
