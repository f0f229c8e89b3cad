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
    private final DraftScheduleStore schedules = new DraftScheduleStore();

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

    /** @throws EngineException CONFLICT when the draft is in another state */
    void require(Draft draft, DraftState state, String done) {
        if (draft.state() != state) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The draft " + draft.name() + " is " + draft.state().words() + " and cannot be " + done
                            + "; that needs one that is " + state.words() + ".");
        }
    }

    /**
     * Whatever leads out of {@link DraftState#SCHEDULED} also takes the draft off the schedule.
     *
     * @param draft held in this transaction
     * @return the draft after the step
     */
    Draft take(Handle handle, Draft draft, Step step, String by) {
        Draft after = draft.in(step.next());
        store.update(handle, after);
        if (step.next() != DraftState.SCHEDULED) {
            schedules.remove(handle, draft.id());
        }
        store.append(
                handle,
                draft.id(),
                new DraftEvent(
                        store.nextNumber(handle, draft.id()),
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
