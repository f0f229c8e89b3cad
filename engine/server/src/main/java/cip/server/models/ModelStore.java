package cip.server.models;

import cip.server.store.Duplicate;
import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of model versions, by the hash of their bytes, and of their aliases. Nothing here is ever changed or deleted. */
final class ModelStore {
    private static final RowMapper<RegisteredModel> MODEL = (row, context) -> new RegisteredModel(
            row.getString("version"),
            ModelCard.parse(row.getString("card")),
            Rows.instant(row, "created_at"),
            row.getString("created_by"));

    private static final RowMapper<AliasChange> ALIAS = (row, context) -> new AliasChange(
            row.getString("score"),
            ModelAlias.valueOf(row.getString("alias")),
            Optional.ofNullable(row.getString("model_hash")),
            Rows.instant(row, "set_at"),
            row.getString("set_by"),
            row.getString("reason"));

    /** Whoever registers a model or changes an alias waits here, before looking at what there is, for whoever does so now. */
    void takeTurn(Handle handle) {
        handle.createQuery("SELECT id FROM model_turn FOR UPDATE")
                .mapTo(Integer.class)
                .one();
    }

    /** False = the bytes, or the version of the score, are there already; the transaction can then only end. */
    boolean insert(Handle handle, ShippedModel model, String version, Instant now, String by) {
        return Duplicate.inserts(handle.createUpdate("INSERT INTO model_version"
                        + " (model_hash, score, version, pmml_base64, card, created_at, created_by)"
                        + " VALUES (:hash, :score, :version, :pmml, :card, :now, :by)")
                .bind("hash", model.hash())
                .bind("score", model.score())
                .bind("version", version)
                .bind("pmml", Base64.getEncoder().encodeToString(model.pmml()))
                .bind("card", model.cardJson())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("by", by));
    }

    Optional<byte[]> pmml(Handle handle, String hash) {
        return handle.createQuery("SELECT pmml_base64 FROM model_version WHERE model_hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne()
                .map(Base64.getDecoder()::decode);
    }

    Optional<RegisteredModel> find(Handle handle, String hash) {
        return handle.createQuery(
                        "SELECT version, card, created_at, created_by FROM model_version WHERE model_hash = :hash")
                .bind("hash", hash)
                .map(MODEL)
                .findOne();
    }

    Optional<RegisteredModel> find(Handle handle, String score, String version) {
        return handle.createQuery("SELECT version, card, created_at, created_by FROM model_version"
                        + " WHERE score = :score AND version = :version")
                .bind("score", score)
                .bind("version", version)
                .map(MODEL)
                .findOne();
    }

    /** The highest version of a score that is a number; 0 = there is none. */
    int highestNumber(Handle handle, String score) {
        return handle
                .createQuery("SELECT version FROM model_version WHERE score = :score")
                .bind("score", score)
                .mapTo(String.class)
                .stream()
                .filter(version -> version.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** By score, newest first. */
    List<RegisteredModel> all(Handle handle) {
        return handle.createQuery("SELECT version, card, created_at, created_by FROM model_version"
                        + " ORDER BY score, created_at DESC, version DESC")
                .map(MODEL)
                .list();
    }

    /** After {@link #takeTurn}. */
    void insert(Handle handle, AliasChange change) {
        int number = handle.createQuery("SELECT COALESCE(MAX(change_number), 0) + 1 FROM model_alias")
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("INSERT INTO model_alias (change_number, score, alias, model_hash, set_at, set_by, reason)"
                        + " VALUES (:number, :score, :alias, :model, :at, :by, :reason)")
                .bind("number", number)
                .bind("score", change.score())
                .bind("alias", change.alias().name())
                .bind("model", change.model().orElse(null))
                .bind("at", change.at().atOffset(ZoneOffset.UTC))
                .bind("by", change.by())
                .bind("reason", change.reason())
                .execute();
    }

    /** Changes up to an instant, oldest first. */
    List<AliasChange> aliases(Handle handle, Instant until) {
        return handle.createQuery("SELECT * FROM model_alias WHERE set_at <= :until ORDER BY change_number")
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map(ALIAS)
                .list();
    }
}
