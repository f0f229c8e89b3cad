package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Registers a model that was trained here; one that is registered already stays as it is. */
    void keepTrained(ShippedModel model, String by) {
        if (database.read(handle -> store.find(handle, model.hash())).isEmpty()) {
            database.execute(handle -> register(handle, model, by));
        }
    }

    /** Registers a model that was trained here and makes it the challenger. */
    void registerTrained(ShippedModel model, String by) {
        keepTrained(model, by);
        setAlias(model.score(), ModelAlias.CHALLENGER, Optional.of(model.hash()), by, "Trained on our customers.");
    }

    /** The version after the highest that is a number: 1 for the first. */
    public String nextVersion(String score) {
        return nextVersion(score, 0);
    }

    /** @param taken how many versions after the highest are given away but not registered yet */
    String nextVersion(String score, int taken) {
        int highest = models().stream()
                .filter(model ->
                        model.card().score().equals(score) && model.version().matches("\\d{1,6}"))
                .mapToInt(model -> Integer.parseInt(model.version()))
                .max()
                .orElse(0);
        return String.valueOf(highest + 1 + taken);
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

    /**
     * Gives an alias to a version, or with an empty model takes it away.
     *
     * @throws EngineException NOT_FOUND when there is no such version; INVALID_VALUE when it is one of another score
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
            store.insert(handle, new AliasChange(score, alias, hash, clock.instant(), by, reason));
            audit.record(
                    handle, by, "MODEL_ALIAS_SET", hash.orElse(""), alias + " of " + score + ". Reason: " + reason);
        });
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

    private static EngineException unknown(String hash) {
        return new EngineException(ErrorCode.NOT_FOUND, "There is no model with the hash " + hash + ".");
    }
}
