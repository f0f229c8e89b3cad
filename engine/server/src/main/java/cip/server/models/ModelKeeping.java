package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What people say of versions, and which of them they have put away. Thread-safe. */
final class ModelKeeping {
    private final Database database;
    private final ModelRegistry registry;
    private final Function<Instant, Map<String, String>> champions;
    private final Audit audit;
    private final Clock clock;
    private final ModelStore turns = new ModelStore();
    private final ModelKeepingStore store = new ModelKeepingStore();

    /** @param champions hash of the model behind each score of the strategy that was live at an instant */
    ModelKeeping(
            Database database,
            ModelRegistry registry,
            Function<Instant, Map<String, String>> champions,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.registry = registry;
        this.champions = champions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a note, which takes the place of the one before and leaves it in the history.
     *
     * @param text empty takes the note away
     * @throws EngineException NOT_FOUND when there is no such version
     */
    ModelNote note(Handle handle, String model, String text, String by) {
        registry.model(model);
        turns.takeTurn(handle);
        ModelNote note = new ModelNote(text.strip(), clock.instant(), by);
        store.insert(handle, model, note);
        audit.record(
                handle,
                by,
                "MODEL_NOTE_WRITTEN",
                model,
                note.text().isEmpty() ? "The note was taken away." : note.text());
        return note;
    }

    /** Of one version, the newest first. @throws EngineException NOT_FOUND when there is no such version */
    List<ModelNote> notes(String model) {
        registry.model(model);
        return database.read(handle -> store.notes(handle, model));
    }

    /** The note of each version that has one at an instant, by its hash. */
    Map<String, ModelNote> notes(Instant at) {
        return database.read(handle -> store.newestNotes(handle, at));
    }

    /** Versions that are put away at an instant, by their hash. */
    Map<String, Archived> archived(Instant at) {
        return database.read(handle -> store.archived(handle, at));
    }

    /**
     * Puts a version away, or takes it back; does nothing when it is there already.
     *
     * @throws EngineException NOT_FOUND when there is no such version; CONFLICT when it is in use
     */
    void archive(String model, boolean archived, String reason, String by) {
        RegisteredModel version = registry.model(model);
        database.execute(handle -> {
            turns.takeTurn(handle);
            Instant now = clock.instant();
            if (archived == store.archived(handle, now).containsKey(model)) {
                return;
            }
            if (archived) {
                refuseInUse(version, now);
            }
            store.insert(handle, model, archived, new Archived(now, by, reason));
            audit.record(
                    handle,
                    by,
                    archived ? "MODEL_ARCHIVED" : "MODEL_TAKEN_BACK",
                    model,
                    version.card().score() + " version " + version.version() + ". Reason: " + reason);
        });
    }

    private void refuseInUse(RegisteredModel version, Instant now) {
        String score = version.card().score();
        boolean champion = version.hash().equals(champions.apply(now).get(score));
        String use = champion
                ? "champion"
                : registry.aliases(now).getOrDefault(score, Map.of()).entrySet().stream()
                        .filter(alias -> alias.getValue().equals(version.hash()))
                        .map(alias -> alias.getKey().inWords())
                        .findFirst()
                        .orElse("");
        if (!use.isEmpty()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "Version " + version.version() + " is the " + use + " of " + score
                            + ", and a version in use is not archived.\nMaybe "
                            + (champion ? "publish another one first." : "take that away first."));
        }
    }
}
