package cip.server.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A row that was refused because a unique key of its table is taken; a Store says by it what is there already. */
public final class Duplicate {
    /** SQLSTATE of H2 and of PostgreSQL. */
    private static final String STATE = "23505";

    private Duplicate() {}

    public static boolean isMeantBy(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException sql && isMeantBy(sql);
    }

    static boolean isMeantBy(SQLException failure) {
        return STATE.equals(failure.getSQLState());
    }
}
