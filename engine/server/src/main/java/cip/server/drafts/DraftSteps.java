package cip.server.drafts;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Takes drafts along their way, one at a time, and keeps every step: in the draft's history and in the audit trail. */
final class DraftSteps {
    private final Audit audit;
    private final Clock clock;
    private final DraftStore store = new DraftStore();

    DraftSteps(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The draft, which nobody else changes until the transaction has ended.
     *
     * @throws EngineException NOT_FOUND
     */
    Draft held(Handle handle, String id) {
        return store.hold(handle, id).orElseThrow(() -> unknown(id));
    }

    /**
     * @param draft held in this transaction
     * @return the draft after the step
     */
    Draft take(Handle handle, Draft draft, Step step, String by) {
        Draft after = draft.in(step.next());
        store.update(handle, after);
        store.append(
                handle,
                draft.id(),
                new DraftEvent(
                        store.events(handle, draft.id()).size() + 1,
                        step.kind(),
                        clock.instant(),
                        by,
                        draft.revision(),
                        step.strategy() == null ? null : step.strategy().value(),
                        step.simulation(),
                        step.place(),
                        step.text()));
        audit.record(
                handle,
                by,
                "DRAFT_" + step.kind(),
                draft.id(),
                draft.name() + ", revision " + draft.revision()
                        + (step.strategy() == null ? "" : ", strategy " + step.strategy()) + ". " + step.text());
        return after;
    }

    static EngineException unknown(String id) {
        return new EngineException(ErrorCode.NOT_FOUND, "There is no draft with the id " + id + ".");
    }
}
