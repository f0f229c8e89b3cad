package cip.server.store;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** What a failed statement means to the caller: try again, somebody was there first, a wrong value, or our mistake. */
final class StoreFailure {
    /** SQLSTATE classes of a lost connection, too few resources, and an operator's intervention. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    /** H2's own states: closed, I/O error, file corrupted or locked, out of memory, lock timeout. */
    private static final Set<String> UNAVAILABLE_STATES = Set.of(
            "90007", "90013", "90020", "90028", "90030", "90031", "90067", "90098", "90108", "90121", "90131", "50200",
            "HYT00");

    private static final Set<String> TRANSACTION_CONFLICTS = Set.of("40001", "40P01");

    /** PostgreSQL keeps no text with the character zero. */
    private static final String IMPOSSIBLE_CHARACTER = "22021";

    private StoreFailure() {}

    static RuntimeException of(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EngineException meant) {
                return meant;
            }
            if (cause instanceof SQLException sql) {
                return of(sql, failure);
            }
        }
        return failure;
    }

    private static RuntimeException of(SQLException sql, JdbiException failure) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (Duplicate.isMeantBy(sql)) {
            return new EngineException(
                    ErrorCode.CONFLICT,
                    "Something with the same identity is already stored.\nMaybe somebody else saved it a moment ago.",
                    failure);
        }
        if (state.equals(IMPOSSIBLE_CHARACTER)) {
            return new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "A text holds a character that the database cannot keep, such as U+0000.\n"
                            + "Maybe it was copied from a file that is not text.",
                    failure);
        }
        boolean unavailable = sql instanceof SQLTransientException
                || UNAVAILABLE_STATES.contains(state)
                || TRANSACTION_CONFLICTS.contains(state)
                || (state.length() == 5 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)));
        if (!unavailable) {
            return failure;
        }
        return new EngineException(
                ErrorCode.STORE_UNAVAILABLE,
                "The database did not answer (SQLSTATE " + state + ").\nMaybe try again in a few seconds.",
                failure);
    }
}
