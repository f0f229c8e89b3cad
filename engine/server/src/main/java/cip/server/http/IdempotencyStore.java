package cip.server.http;

import cip.server.store.Duplicate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of answers kept under their keys. */
final class IdempotencyStore {
    Optional<Kept> find(Handle handle, Request request) {
        return handle.createQuery("select body_hash, status, location, answer from idempotency_key"
                        + " where caller = :caller and route = :route and idempotency_key = :key")
                .bindMap(request.parameters())
                .map((row, context) -> new Kept(
                        row.getString("body_hash"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("answer")))
                .findOne();
    }

    /** Takes the key, after waiting for whoever took it in a transaction that has not ended; false = it is taken. */
    boolean take(Handle handle, Request request, Instant now) {
        return Duplicate.inserts(handle.createUpdate("insert into idempotency_key"
                        + " (caller, route, idempotency_key, body_hash, status, answer, created_at)"
                        + " values (:caller, :route, :key, :bodyHash, 0, '', :now)")
                .bindMap(request.parameters())
                .bind("now", now));
    }

    void keep(Handle handle, Request request, int status, @Nullable String location, String answer) {
        handle.createUpdate("update idempotency_key set status = :status, location = :location, answer = :answer"
                        + " where caller = :caller and route = :route and idempotency_key = :key")
                .bindMap(request.parameters())
                .bind("status", status)
                .bind("location", location)
                .bind("answer", answer)
                .execute();
    }

    int deleteOlderThan(Handle handle, Instant time) {
        return handle.createUpdate("delete from idempotency_key where created_at < :time")
                .bind("time", time)
                .execute();
    }

    /** Who sent what where under which key. */
    record Request(String caller, String route, String key, String bodyHash) {
        private Map<String, String> parameters() {
            return Map.of("caller", caller, "route", route, "key", key, "bodyHash", bodyHash);
        }
    }

    /** The answer it got. */
    record Kept(String bodyHash, int status, @Nullable String location, String answer) {}
}
