package cip.server.drafts;

import cip.core.customer.CustomerSchema;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import cip.server.store.TimeOrderedId;
import cip.server.strategies.LiveStrategy;
import cip.server.strategies.ModelPins;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The strategies that are worked on. Thread-safe. */
final class Drafts {
    /** How many revisions are kept for merging and going back, beside those that something happened to. */
    static final int REVISIONS_KEPT = 100;

    /** How many steps and remarks come with a draft. */
    static final int EVENTS_SHOWN = 200;

    private static final int CHECKS_REMEMBERED = 4;
    private static final Duration CHECKS_HOLD = Duration.ofSeconds(30);

    private final Database database;
    private final LiveStrategy live;
    private final CustomerSchema schema;
    private final ModelPins pins;
    private final Audit audit;
    private final Clock clock;
    private final DraftStore store = new DraftStore();
    private final Cache<Asked, CheckedDraft> checks = Caffeine.newBuilder()
            .maximumSize(CHECKS_REMEMBERED)
            .expireAfterWrite(CHECKS_HOLD)
            .build();

    Drafts(Database database, LiveStrategy live, CustomerSchema schema, ModelPins pins, Audit audit, Clock clock) {
        this.database = database;
        this.live = live;
        this.schema = schema;
        this.pins = pins;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    List<Draft> page(boolean discarded, @Nullable String beforeId, int limit) {
        return database.read(handle -> store.page(handle, discarded, beforeId, limit));
    }

    /** @throws EngineException NOT_FOUND */
    Draft draft(String id) {
        return database.read(handle -> store.find(handle, id)).orElseThrow(() -> DraftSteps.unknown(id));
    }

    /** @throws EngineException NOT_FOUND, also for a revision that is no longer kept */
    DraftRevision revision(String id, int revision) {
        return database.read(handle -> revision(handle, id, revision))
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND,
                        "The draft " + id + " has no revision " + revision + ".\nMaybe it is too old: the newest "
                                + REVISIONS_KEPT + " are kept."));
    }

    /** Empty also when it is no longer kept. */
    Optional<DraftRevision> revision(Handle handle, String id, int revision) {
        return store.revision(handle, id, revision).map(this::complete);
    }

    /** What was saved last. */
    DraftDocument document(Draft draft) {
        return DraftDocument.read(revision(draft.id(), draft.revision()).document());
    }

    /** The newest {@link #EVENTS_SHOWN}, in the order in which they happened. */
    List<DraftEvent> events(String id) {
        List<DraftEvent> newest = new ArrayList<>(events(id, Integer.MAX_VALUE, EVENTS_SHOWN));
        Collections.reverse(newest);
        return newest;
    }

    /** Those before a number, newest first. */
    List<DraftEvent> events(String id, int beforeNumber, int limit) {
        return database.read(handle -> store.events(handle, id, beforeNumber, limit));
    }

    List<String> authors(String id) {
        return database.read(handle -> authors(handle, id));
    }

    /** The strategy that was submitted last; empty = nothing was. */
    Optional<StrategyHash> submitted(String id) {
        return last(id, DraftEvent.Kind.SUBMITTED).map(event -> new StrategyHash(String.valueOf(event.strategyHash())));
    }

    /** The newest of a kind. */
    Optional<DraftEvent> last(String id, DraftEvent.Kind kind) {
        return database.read(handle -> store.last(handle, id, kind));
    }

    /** The newest of a kind that must have happened. */
    DraftEvent last(Handle handle, String id, DraftEvent.Kind kind) {
        return store.last(handle, id, kind)
                .orElseThrow(() ->
                        new EngineException(ErrorCode.INTERNAL, "The draft " + id + " has no step " + kind + "."));
    }

    /** Somebody answers for the draft from now on, so they cannot approve it. */
    void addAuthor(Handle handle, String id, Caller by) {
        store.addAuthor(handle, id, by.responsible());
    }

    List<String> authors(Handle handle, String id) {
        return store.authors(handle, id);
    }

    /** What the document comes to on top of a strategy; several questions about one state check it once. */
    CheckedDraft check(DraftDocument document, StrategyHash basedOn) {
        Strategy base = live.strategy(basedOn);
        Supplier<CheckedDraft> checked = () -> document.over(base, schema, live.guardrailNames(basedOn), pins::pinned);
        // Whether another version may be pinned can change from one moment to the next.
        return document.hasModelsOf(base)
                ? checks.get(new Asked(document.json(), basedOn), asked -> checked.get())
                : checked.get();
    }

    /** The same of a draft as it stands: to one that has ended it does not matter which versions were put away since. */
    CheckedDraft check(Draft draft, DraftDocument document) {
        StrategyHash basedOn = draft.basedOn();
        return draft.state().isEditable()
                ? check(document, basedOn)
                : document.over(live.strategy(basedOn), schema, live.guardrailNames(basedOn), pins::known);
    }

    private record Asked(JsonNode document, StrategyHash basedOn) {}

    /** A revision with the models that its document leaves out. */
    private DraftRevision complete(DraftRevision kept) {
        Strategy base = live.strategy(new StrategyHash(kept.basedOn()));
        DraftDocument document = DraftDocument.read(kept.document()).withModelsOf(base);
        return new DraftRevision(kept.revision(), kept.basedOn(), document.json(), kept.savedAt(), kept.savedBy());
    }

    /**
     * A draft that is not stored yet.
     *
     * @param changes whether it differs from the live strategy already
     */
    record Start(Draft draft, DraftDocument document, boolean changes) {}

    /**
     * Starts a draft of the live strategy.
     *
     * @param from the strategy whose content it has; the live one, or one to bring back
     * @throws EngineException NOT_FOUND when there is none of this hash
     */
    Start start(String name, StrategyHash from, Caller by) {
        StrategyHash basedOn = live.snapshot().publication().strategy();
        Draft draft = new Draft(
                TimeOrderedId.next(clock),
                name.strip(),
                basedOn,
                1,
                DraftState.OPEN,
                clock.instant(),
                by.name(),
                clock.instant(),
                by.name());
        Strategy base = live.strategy(basedOn);
        DraftDocument content =
                DraftDocument.of(live.strategy(from)).withScoresOf(base).withModelsOf(base);
        return new Start(draft, content, !from.equals(basedOn));
    }

    void create(Handle handle, Start start, Caller by) {
        Draft draft = start.draft();
        store.insert(handle, draft);
        store.insertRevision(handle, draft, start.document().text());
        if (start.changes()) {
            addAuthor(handle, draft.id(), by);
        }
        audit.record(
                handle,
                by.name(),
                "DRAFT_CREATED",
                draft.id(),
                "Named " + draft.name() + ", from strategy " + draft.basedOn());
    }

    /**
     * @param seen empty = the caller did not say
     * @throws EngineException OUTDATED when the draft has another revision
     */
    static void requireRevision(Draft draft, OptionalInt seen) {
        if (seen.isPresent()) {
            requireRevision(draft, seen.getAsInt());
        }
    }

    /** @throws EngineException OUTDATED when the draft has another revision */
    static void requireRevision(Draft draft, int seen) {
        if (draft.revision() != seen) {
            throw new EngineException(
                    ErrorCode.OUTDATED,
                    "The draft is at revision " + draft.revision() + ", saved by " + draft.changedBy()
                            + "; the change was made on revision " + seen
                            + ".\nMaybe look at what was saved in between and bring both together.");
        }
    }
}
