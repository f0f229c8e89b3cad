package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Saves what people make of drafts, discards drafts and brings them back. Thread-safe. */
final class DraftEdits {
    private final Database database;
    private final Drafts drafts;
    private final LiveStrategy live;
    private final DraftSteps steps;
    private final Audit audit;
    private final Clock clock;
    private final DraftStore store = new DraftStore();

    DraftEdits(Database database, Drafts drafts, LiveStrategy live, DraftSteps steps, Audit audit, Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.live = live;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves a new revision, which takes the draft out of review. The same content again changes nothing, also from whoever
     * saved it last and did not get the answer.
     *
     * @param seen revision the caller worked on
     * @throws EngineException OUTDATED when somebody saved in between; CONFLICT when it is published or discarded
     */
    Draft save(String id, int seen, String name, StrategyHash basedOn, DraftDocument content, Caller by) {
        requirePublished(basedOn);
        DraftDocument document = content.withModelsOf(live.strategy(basedOn));
        return database.write(handle -> {
            Draft draft = steps.held(handle, id);
            requireEditable(draft);
            DraftDocument newest = newest(handle, draft);
            boolean same = draft.basedOn().equals(basedOn) && newest.text().equals(document.text());
            if (same && draft.name().equals(name.strip()) && draft.changedBy().equals(by.name())) {
                return draft;
            }
            Drafts.requireRevision(draft, seen);
            if (same) {
                return renamed(handle, draft, name.strip(), by);
            }
            return saved(handle, draft, draft.saved(name.strip(), basedOn, clock.instant(), by.name()), document, by);
        });
    }

    /**
     * Saves a change of whatever was saved last as a new revision.
     *
     * @throws EngineException CONFLICT when the draft is published or discarded
     */
    Draft change(Handle handle, String id, UnaryOperator<DraftDocument> change, Caller by) {
        Draft draft = steps.held(handle, id);
        requireEditable(draft);
        Draft saved = draft.saved(draft.name(), draft.basedOn(), clock.instant(), by.name());
        return saved(handle, draft, saved, change.apply(newest(handle, draft)), by);
    }

    private Draft saved(Handle handle, Draft before, Draft saved, DraftDocument document, Caller by) {
        store.update(handle, saved);
        store.insertRevision(handle, saved, document.text());
        drafts.addAuthor(handle, saved.id(), by);
        store.removeBefore(handle, saved.id(), saved.revision() - Drafts.REVISIONS_KEPT + 1);
        return before.state() == DraftState.OPEN
                ? saved
                : steps.take(handle, saved, Step.of(DraftEvent.Kind.REOPENED, DraftState.OPEN, ""), saved.changedBy());
    }

    private Draft renamed(Handle handle, Draft draft, String name, Caller by) {
        Draft renamed = draft.named(name);
        if (!renamed.equals(draft)) {
            store.update(handle, renamed);
            audit.record(handle, by.name(), "DRAFT_RENAMED", draft.id(), "From " + draft.name() + " to " + name);
        }
        return renamed;
    }

    private DraftDocument newest(Handle handle, Draft draft) {
        return DraftDocument.read(drafts.revision(handle, draft.id(), draft.revision())
                .orElseThrow()
                .document());
    }

    /** @throws EngineException CONFLICT when it is published, or discarded already */
    Draft discard(String id, Caller by) {
        return database.write(handle -> {
            Draft draft = steps.held(handle, id);
            requireEditable(draft);
            return steps.take(handle, draft, Step.of(DraftEvent.Kind.DISCARDED, DraftState.DISCARDED, ""), by.name());
        });
    }

    /** @throws EngineException CONFLICT when it is not discarded */
    Draft restore(String id, Caller by) {
        return database.write(handle -> {
            Draft draft = steps.held(handle, id);
            if (draft.state() != DraftState.DISCARDED) {
                throw new EngineException(ErrorCode.CONFLICT, "The draft " + draft.name() + " is not discarded.");
            }
            return steps.take(handle, draft, Step.of(DraftEvent.Kind.RESTORED, DraftState.OPEN, ""), by.name());
        });
    }

    private void requirePublished(StrategyHash strategy) {
        if (live.publicationOf(strategy).isEmpty()) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND, "No strategy with the hash " + strategy + " was ever published.");
        }
    }

    private static void requireEditable(Draft draft) {
        if (!draft.state().isEditable()) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The draft " + draft.name() + " is " + draft.state().words()
                            + " and cannot be changed any more.\nMaybe "
                            + (draft.state() == DraftState.DISCARDED ? "restore it." : "start a new draft."));
        }
    }
}
