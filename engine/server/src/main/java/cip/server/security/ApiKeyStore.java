package cip.server.security;

import cip.server.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of API keys, found by the hash of the key. */
final class ApiKeyStore {
    private static final String COLUMNS = "select id, name, roles, created_by, created_at, expires_at from api_key";

    void insert(Handle handle, ApiKey key, String keyHash) {
        handle.createUpdate("insert into api_key (id, name, key_hash, roles, created_by, created_at, expires_at)"
                        + " values (:id, :name, :keyHash, :roles, :createdBy, :createdAt, :expiresAt)")
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("keyHash", keyHash)
                .bind("roles", RoleSet.toText(key.roles()))
                .bind("createdBy", key.createdBy())
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt())
                .execute();
    }

    Optional<ApiKey> findByHash(Handle handle, String keyHash) {
        return handle.createQuery(COLUMNS + " where key_hash = :keyHash")
                .bind("keyHash", keyHash)
                .map(ApiKeyStore::key)
                .findOne();
    }

    Optional<ApiKey> find(Handle handle, String id) {
        return handle.createQuery(COLUMNS + " where id = :id")
                .bind("id", id)
                .map(ApiKeyStore::key)
                .findOne();
    }

    Optional<ApiKey> findByName(Handle handle, String name) {
        return handle.createQuery(COLUMNS + " where name = :name")
                .bind("name", name)
                .map(ApiKeyStore::key)
                .findOne();
    }

    List<ApiKey> all(Handle handle) {
        return handle.createQuery(COLUMNS + " order by created_at, id")
                .map(ApiKeyStore::key)
                .list();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("delete from api_key where id = :id").bind("id", id).execute();
    }

    private static ApiKey key(ResultSet row, StatementContext context) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                RoleSet.ofText(row.getString("roles")),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"));
    }
}
