package cip.core.simulate;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;

/** Whether anybody still waits for what is being worked out. Asked between parts of the work, from several threads. */
@FunctionalInterface
public interface Interest {
    /** Once true, always true. */
    boolean isGone();

    /** Of somebody who waits to the end. */
    static Interest lasting() {
        return () -> false;
    }

    /** @throws EngineException CONFLICT when nobody waits any more */
    default void require() {
        if (isGone()) {
            throw new EngineException(
                    ErrorCode.CONFLICT, "A later question of the same editor has taken the place of this one.");
        }
    }
}
