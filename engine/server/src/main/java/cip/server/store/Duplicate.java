package cip.server.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** A row that was refused because a unique key of its table is taken; a Store says by it what is there already. */
public final class Duplicate {
    /** SQLSTATE of H2 and of PostgreSQL. */
    private static final String STATE = "23505";

    private static final String BEFORE = "before_insert";

    private Duplicate() {}

    /** Executes an insert; false = a unique key is taken, and on PostgreSQL the transaction can then only end. */
    public static boolean inserts(Update insert) {
        try {
            insert.execute();
            return true;
        } catch (UnableToExecuteStatementException failure) {
            if (failure.getCause() instanceof SQLException sql && isMeantBy(sql)) {
                return false;
            }
            throw failure;
        }
    }

    /** {@link #inserts} after which the transaction goes on, whoever inserted the row at the same time. */
    public static boolean insertsOrGoesOn(Handle handle, Update insert) {
        handle.savepoint(BEFORE);
        if (inserts(insert)) {
            handle.releaseSavepoint(BEFORE);
            return true;
        }
        handle.rollbackToSavepoint(BEFORE);
        return false;
    }

    static boolean isMeantBy(SQLException failure) {
        return STATE.equals(failure.getSQLState());
    }
}
