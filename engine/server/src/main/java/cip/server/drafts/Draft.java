package cip.server.drafts;

import cip.core.decide.StrategyHash;
import java.time.Instant;

/**
 * A strategy somebody works on.
 *
 * @param basedOn the strategy it changes; what it does not hold itself is that one's
 * @param revision counted from 1 with every content saved
 */
public record Draft(
        String id,
        String name,
        StrategyHash basedOn,
        int revision,
        DraftState state,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {
    /** The next revision, open again. */
    Draft saved(String newName, StrategyHash newBase, Instant at, String by) {
        return new Draft(id, newName, newBase, revision + 1, DraftState.OPEN, createdAt, createdBy, at, by);
    }

    Draft named(String newName) {
        return new Draft(id, newName, basedOn, revision, state, createdAt, createdBy, changedAt, changedBy);
    }

    Draft in(DraftState next) {
        return new Draft(id, name, basedOn, revision, next, createdAt, createdBy, changedAt, changedBy);
    }
}
