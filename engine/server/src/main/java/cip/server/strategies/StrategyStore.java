package cip.server.strategies;

import cip.core.decide.StrategyHash;
import cip.server.store.Duplicate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of strategies, their publications and the artefacts they pin. Nothing here is ever changed or deleted. */
final class StrategyStore {
    private static final RowMapper<Publication> PUBLICATION = (row, context) -> new Publication(
            row.getInt("version"),
            new StrategyHash(row.getString("strategy_hash")),
            row.getObject("published_at", OffsetDateTime.class).toInstant(),
            row.getString("published_by"),
            row.getString("reason"),
            StoredChallenger.read(row));

    /** Does nothing when the strategy is kept already. */
    void keepStrategy(Handle handle, StrategyHash hash, String document, Instant now) {
        if (document(handle, hash).isEmpty()) {
            Duplicate.insertsOrGoesOn(
                    handle,
                    handle.createUpdate("INSERT INTO strategy (strategy_hash, document, created_at)"
                                    + " VALUES (:hash, :document, :now)")
                            .bind("hash", hash.value())
                            .bind("document", document)
                            .bind("now", now.atOffset(ZoneOffset.UTC)));
        }
    }

    Optional<String> document(Handle handle, StrategyHash hash) {
        return handle.createQuery("SELECT document FROM strategy WHERE strategy_hash = :hash")
                .bind("hash", hash.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Does nothing when the file is kept already. */
    void keepGuardrails(Handle handle, String hash, String name, String drl, Instant now) {
        if (guardrails(handle, hash).isEmpty()) {
            Duplicate.insertsOrGoesOn(
                    handle,
                    handle.createUpdate("INSERT INTO guardrail_file (guardrail_hash, name, drl, created_at)"
                                    + " VALUES (:hash, :name, :drl, :now)")
                            .bind("hash", hash)
                            .bind("name", name)
                            .bind("drl", drl)
                            .bind("now", now.atOffset(ZoneOffset.UTC)));
        }
    }

    Optional<String> guardrails(Handle handle, String hash) {
        return handle.createQuery("SELECT drl FROM guardrail_file WHERE guardrail_hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne();
    }

    void publish(Handle handle, Publication publication, boolean goesBack) {
        StoredChallenger challenger = StoredChallenger.of(publication.challenger());
        handle.createUpdate("INSERT INTO publication (version, strategy_hash, published_at, published_by,"
                        + " reason, goes_back, challenger_hash, challenger_thousandths, challenger_salt)"
                        + " VALUES (:version, :hash, :now, :by, :reason, :goesBack,"
                        + " :challenger, CAST(:thousandths AS INTEGER), :salt)")
                .bind("version", publication.version())
                .bind("hash", publication.strategy().value())
                .bind("now", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("by", publication.publishedBy())
                .bind("reason", publication.reason())
                .bind("goesBack", goesBack)
                .bind("challenger", challenger.hash())
                .bind("thousandths", challenger.thousandths())
                .bind("salt", challenger.salt())
                .execute();
    }

    /** The first publication of those in which a challenger had this salt. */
    Optional<Publication> challengedSince(Handle handle, String salt) {
        return handle.createQuery("SELECT * FROM publication WHERE challenger_salt = :salt ORDER BY version LIMIT 1")
                .bind("salt", salt)
                .map(PUBLICATION)
                .findOne();
    }

    Optional<Publication> live(Handle handle) {
        return handle.createQuery("SELECT * FROM publication ORDER BY version DESC LIMIT 1")
                .map(PUBLICATION)
                .findOne();
    }

    /** When a strategy went live for the last time; empty = it never did. */
    Optional<Publication> lastOf(Handle handle, StrategyHash strategy) {
        return handle.createQuery("SELECT * FROM publication WHERE strategy_hash = :hash ORDER BY version DESC LIMIT 1")
                .bind("hash", strategy.value())
                .map(PUBLICATION)
                .findOne();
    }

    /** Whether this version took away the one before it. */
    boolean goesBack(Handle handle, int version) {
        return handle.createQuery("SELECT goes_back FROM publication WHERE version = :version")
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whoever published a strategy before a version. */
    List<String> publishers(Handle handle, StrategyHash strategy, int beforeVersion) {
        return handle.createQuery("SELECT DISTINCT published_by FROM publication WHERE strategy_hash = :hash"
                        + " AND version < :before")
                .bind("hash", strategy.value())
                .bind("before", beforeVersion)
                .mapTo(String.class)
                .list();
    }

    /** What was live at an instant; empty = nothing had been published yet. */
    Optional<Publication> liveAt(Handle handle, Instant at) {
        return handle.createQuery("SELECT * FROM publication WHERE published_at <= :at ORDER BY version DESC LIMIT 1")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .map(PUBLICATION)
                .findOne();
    }

    /** What was published last by somebody. */
    Optional<Publication> lastBy(Handle handle, String by) {
        return handle.createQuery("SELECT * FROM publication WHERE published_by = :by ORDER BY version DESC LIMIT 1")
                .bind("by", by)
                .map(PUBLICATION)
                .findOne();
    }

    /** Publications before the given version, newest first. */
    List<Publication> publications(Handle handle, int beforeVersion, int limit) {
        return handle.createQuery(
                        "SELECT * FROM publication WHERE version < :before ORDER BY version DESC LIMIT :limit")
                .bind("before", beforeVersion)
                .bind("limit", limit)
                .map(PUBLICATION)
                .list();
    }
}
