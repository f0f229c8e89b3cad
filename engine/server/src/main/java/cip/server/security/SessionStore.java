package cip.server.security;

import cip.server.http.Caller;
import cip.server.store.Rows;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of sessions, found by the hash of their token. */
final class SessionStore {
    void insert(Handle handle, String tokenHash, String username, Instant now) {
        handle.createUpdate("insert into account_session (token_hash, username, created_at, last_seen_at)"
                        + " values (:tokenHash, :username, :now, :now)")
                .bind("tokenHash", tokenHash)
                .bind("username", username)
                .bind("now", now)
                .execute();
    }

    /** With the roles its person has now; nobody when the person is disabled. */
    Optional<Session> find(Handle handle, String tokenHash) {
        return handle.createQuery("select a.username, a.display_name, a.roles, s.created_at, s.last_seen_at"
                        + " from account_session s join account a on a.username = s.username"
                        + " where s.token_hash = :tokenHash and a.disabled = false")
                .bind("tokenHash", tokenHash)
                .map((row, context) -> new Session(
                        new Caller(
                                row.getString("username"),
                                row.getString("display_name"),
                                RoleSet.ofText(row.getString("roles"))),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "last_seen_at")))
                .findOne();
    }

    void seen(Handle handle, String tokenHash, Instant now) {
        handle.createUpdate("update account_session set last_seen_at = :now where token_hash = :tokenHash")
                .bind("now", now)
                .bind("tokenHash", tokenHash)
                .execute();
    }

    void delete(Handle handle, String tokenHash) {
        handle.createUpdate("delete from account_session where token_hash = :tokenHash")
                .bind("tokenHash", tokenHash)
                .execute();
    }

    void deleteAllOf(Handle handle, String username) {
        handle.createUpdate("delete from account_session where username = :username")
                .bind("username", username)
                .execute();
    }

    void deleteOutdated(Handle handle, Instant notSeenSince, Instant createdBefore) {
        handle.createUpdate("delete from account_session where last_seen_at < :seen or created_at < :created")
                .bind("seen", notSeenSince)
                .bind("created", createdBefore)
                .execute();
    }

    record Session(Caller caller, Instant createdAt, Instant lastSeenAt) {}
}
