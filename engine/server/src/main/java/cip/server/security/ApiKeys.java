package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Caller;
import cip.server.http.Role;
import cip.server.store.Database;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The programs that may call: their keys made, recognised and taken back. */
final class ApiKeys {
    static final String PREFIX = "cip_";

    private static final Duration USUAL_LIFE = Duration.ofDays(90);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final Secrets secrets;
    private final ApiKeyStore store = new ApiKeyStore();
    /** By hash, so that a caller with many requests does not ask the database for each; another process forgets as fast. */
    private final Cache<String, ApiKey> recent = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    ApiKeys(Database database, Clock clock, Audit audit, Secrets secrets) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.secrets = secrets;
    }

    List<ApiKey> all() {
        return database.read(store::all);
    }

    Optional<ApiKey> named(String name) {
        return database.read(handle -> store.findByName(handle, name));
    }

    /**
     * A new key, not stored yet, and its text, which cannot be had again.
     *
     * @param expiresAt {@code null} = in 90 days
     */
    Created fresh(String actor, String name, Set<Role> roles, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        Instant end = expiresAt == null ? now.plus(USUAL_LIFE) : expiresAt;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE))) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The key would expire at " + end + ", expected a time within the next "
                                    + LONGEST_LIFE.toDays() + " days.")
                    .about("expiresAt");
        }
        ApiKey key = new ApiKey(UUID.randomUUID().toString(), name, roles, actor, now, end);
        return new Created(key, PREFIX + secrets.token());
    }

    /** @throws EngineException CONFLICT when the name is taken */
    void create(Handle handle, Created created) {
        ApiKey key = created.key();
        if (store.findByName(handle, key.name()).isPresent()) {
            throw new EngineException(ErrorCode.CONFLICT, "There is already an API key named " + key.name() + ".")
                    .about("name");
        }
        store.insert(handle, key, Secrets.hash(created.text()));
        audit.record(
                handle,
                key.createdBy(),
                "API_KEY_CREATED",
                key.id(),
                key.name() + ", roles " + RoleSet.toText(key.roles()) + ", until " + key.expiresAt());
    }

    Optional<Caller> find(String text) {
        String hash = Secrets.hash(text);
        return Optional.ofNullable(recent.get(hash, unknown -> database.read(handle -> store.findByHash(handle, hash))
                        .orElse(null)))
                .filter(key -> clock.instant().isBefore(key.expiresAt()))
                .map(key -> Caller.ofKey(key.name(), key.createdBy(), key.roles()));
    }

    void delete(String actor, String id) {
        database.execute(handle -> {
            ApiKey key = store.find(handle, id)
                    .orElseThrow(() -> new EngineException(ErrorCode.NOT_FOUND, "There is no API key " + id + "."));
            store.delete(handle, id);
            audit.record(handle, actor, "API_KEY_DELETED", id, key.name());
        });
        recent.invalidateAll();
    }

    record Created(ApiKey key, String text) {}
}
