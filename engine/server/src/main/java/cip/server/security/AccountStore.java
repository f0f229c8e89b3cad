package cip.server.security;

import cip.server.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** The rows of people who may sign in. */
final class AccountStore {
    private static final String COLUMNS =
            "select username, display_name, password_hash, roles, disabled, created_at, changed_at from account";

    void insert(Handle handle, Account account) {
        Update insert = handle.createUpdate("insert into account"
                + " (username, display_name, password_hash, roles, disabled, created_at, changed_at)"
                + " values (:username, :displayName, :passwordHash, :roles, :disabled, :createdAt, :changedAt)");
        bound(insert, account).execute();
    }

    void update(Handle handle, Account account) {
        Update update = handle.createUpdate("update account set display_name = :displayName,"
                + " password_hash = :passwordHash, roles = :roles, disabled = :disabled, created_at = :createdAt,"
                + " changed_at = :changedAt where username = :username");
        bound(update, account).execute();
    }

    private static Update bound(Update update, Account account) {
        return update.bind("username", account.username())
                .bind("displayName", account.displayName())
                .bind("passwordHash", account.passwordHash())
                .bind("roles", RoleSet.toText(account.roles()))
                .bind("disabled", account.disabled())
                .bind("createdAt", account.createdAt())
                .bind("changedAt", account.changedAt());
    }

    Optional<Account> find(Handle handle, String username) {
        return handle.createQuery(COLUMNS + " where username = :username")
                .bind("username", username)
                .map(AccountStore::account)
                .findOne();
    }

    /** Waits for whoever changes any account now: the rule of the last administrator looks at all of them. */
    List<Account> lockAll(Handle handle) {
        return handle.createQuery(COLUMNS + " order by username for update")
                .map(AccountStore::account)
                .list();
    }

    List<Account> all(Handle handle) {
        return handle.createQuery(COLUMNS + " order by username")
                .map(AccountStore::account)
                .list();
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                row.getString("password_hash"),
                RoleSet.ofText(row.getString("roles")),
                row.getBoolean("disabled"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }
}
