package cip.server.models;

import cip.server.store.Duplicate;
import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

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

    /** Of a list, those after a version of it. @param last empty = from the beginning */
    List<RegisteredModel> page(Handle handle, ModelList list, Optional<RegisteredModel> last, int limit) {
        String after = last.isEmpty()
                ? ""
                : " AND (place > :place OR (place = :place AND (created_at < :created"
                        + " OR (created_at = :created AND model_hash < :hash))))";
        Query query = handle.createQuery("SELECT version, card, created_at, created_by FROM (SELECT v.*,"
                        + " CASE WHEN model_hash = ANY(:first) THEN 0 ELSE 1 END AS place FROM model_version v) listed"
                        + " WHERE created_at <= :at AND (:score = '' OR score = :score) AND NOT (model_hash = ANY(:without))"
                        + after + " ORDER BY place, created_at DESC, model_hash DESC LIMIT :limit")
                .bindArray("first", String.class, list.first().toArray())
                .bindArray("without", String.class, list.without().toArray())
                .bind("at", list.at().atOffset(ZoneOffset.UTC))
                .bind("score", Objects.requireNonNullElse(list.score(), ""))
                .bind("limit", limit);
        last.ifPresent(model -> query.bind("place", list.first().contains(model.hash()) ? 0 : 1)
                .bind("created", model.createdAt().atOffset(ZoneOffset.UTC))
                .bind("hash", model.hash()));
        return query.map(MODEL).list();
    }

    Optional<Instant> newest(Handle handle, String score) {
        return handle.createQuery("SELECT MAX(created_at) AS newest FROM model_version WHERE score = :score")
                .bind("score", score)
                .map((row, context) -> row.getTimestamp("newest") == null
                        ? Optional.<Instant>empty()
                        : Optional.of(Rows.instant(row, "newest")))
                .one();
    }

    /** In the order they were registered. @param to empty = until now */
    List<MadeVersion> registered(Handle handle, Instant from, Optional<Instant> to) {
        Query query = handle.createQuery("SELECT score, version, model_hash, created_at FROM model_version"
                        + " WHERE created_at >= :from" + (to.isEmpty() ? "" : " AND created_at <= :to")
                        + " ORDER BY created_at, model_hash")
                .bind("from", from.atOffset(ZoneOffset.UTC));
        to.ifPresent(end -> query.bind("to", end.atOffset(ZoneOffset.UTC)));
        return query.map((row, context) -> new MadeVersion(
                        row.getString("score"),
                        row.getString("version"),
                        row.getString("model_hash"),
                        Rows.instant(row, "created_at")))
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
