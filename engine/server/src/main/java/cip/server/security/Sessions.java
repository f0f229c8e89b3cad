package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in. A session ends when it was not used for a while, after a longest time, by signing out, and at once
 * when its person is disabled or gets other roles or another password. It survives a restart.
 */
final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration SEEN_KEPT_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final Secrets secrets;
    private final Duration idleTimeout;
    private final Duration longest;
    private final SessionStore store = new SessionStore();

    Sessions(Database database, Clock clock, Audit audit, Secrets secrets, SecurityConfiguration configuration) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.secrets = secrets;
        this.idleTimeout = configuration.sessionIdleTimeout();
        this.longest = configuration.sessionLongest();
    }

    /** A new session; its token is known to nobody else. Removes those that are over. */
    String start(String username) {
        String token = secrets.token();
        Instant now = clock.instant();
        database.execute(handle -> {
            store.deleteOutdated(handle, now.minus(idleTimeout), now.minus(longest));
            store.insert(handle, Secrets.hash(token), username, now);
            audit.record(handle, username, "SIGNED_IN", username, "");
        });
        return token;
    }

    Optional<Caller> find(String token) {
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Optional<SessionStore.Session> found = database.read(handle -> store.find(handle, hash))
                .filter(session -> now.isBefore(session.createdAt().plus(longest)))
                .filter(session -> now.isBefore(session.lastSeenAt().plus(idleTimeout)));
        if (found.isPresent() && now.isAfter(found.get().lastSeenAt().plus(SEEN_KEPT_EVERY))) {
            keepSeen(hash, now);
        }
        return found.map(SessionStore.Session::caller);
    }

    /** Reading goes on when the disk is full: then the session only ends earlier. */
    private void keepSeen(String hash, Instant now) {
        try {
            database.execute(handle -> store.seen(handle, hash, now));
        } catch (EngineException failure) {
            if (failure.code() != ErrorCode.STORE_UNAVAILABLE) {
                throw failure;
            }
            LOG.warn("A session's last use could not be kept: {}", failure.getMessage());
        }
    }

    void end(String token, String username) {
        database.execute(handle -> {
            store.delete(handle, Secrets.hash(token));
            audit.record(handle, username, "SIGNED_OUT", username, "");
        });
    }

    void endAllOf(Handle handle, String username) {
        store.deleteAllOf(handle, username);
    }
}
