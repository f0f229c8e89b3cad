package cip.server.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** A row that was refused because a unique key of its table is taken; a Store says by it what is there already. */
public final class Duplicate {
    /** SQLSTATE of H2 and of PostgreSQL. */
    private static final String STATE = "23505";

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

    static boolean isMeantBy(SQLException failure) {
        return STATE.equals(failure.getSQLState());
    }
}
