package cip.server.drafts;

import cip.core.decide.StrategyHash;
import cip.server.store.NewestFirst;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Rows of drafts, of what was saved of them, and of what happened to them. */
final class DraftStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NewestFirst PAGES = new NewestFirst("draft", "draft_id");

    private static final RowMapper<Draft> DRAFT = (row, context) -> new Draft(
            row.getString("draft_id"),
            row.getString("name"),
            new StrategyHash(row.getString("based_on")),
            row.getInt("revision"),
            DraftState.valueOf(row.getString("state")),
            Rows.instant(row, "created_at"),
            row.getString("created_by"),
            Rows.instant(row, "changed_at"),
            row.getString("changed_by"));

    private static final RowMapper<DraftRevision> REVISION = (row, context) -> new DraftRevision(
            row.getInt("revision"),
            row.getString("based_on"),
            tree(row.getString("document")),
            Rows.instant(row, "saved_at"),
            row.getString("saved_by"));

    private static final RowMapper<DraftEvent> EVENT = (row, context) -> new DraftEvent(
            row.getInt("number"),
            DraftEvent.Kind.valueOf(row.getString("kind")),
            Rows.instant(row, "happened_at"),
            row.getString("actor"),
            row.getInt("revision"),
            row.getString("strategy_hash"),
            row.getString("simulation_id"),
            row.getString("place"),
            row.getString("text"));

    void insert(Handle handle, Draft draft) {
        handle.createUpdate(
                        "INSERT INTO draft"
                                + " (draft_id, name, based_on, revision, state, created_at, created_by, changed_at, changed_by)"
                                + " VALUES (:id, :name, :basedOn, :revision, :state, :createdAt, :createdBy, :changedAt, :changedBy)")
                .bind("id", draft.id())
                .bind("name", draft.name())
                .bind("basedOn", draft.basedOn().value())
                .bind("revision", draft.revision())
                .bind("state", draft.state().name())
                .bind("createdAt", draft.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", draft.createdBy())
                .bind("changedAt", draft.changedAt().atOffset(ZoneOffset.UTC))
                .bind("changedBy", draft.changedBy())
                .execute();
    }

    /** Call it on a draft that is held. */
    void update(Handle handle, Draft draft) {
        handle.createUpdate("UPDATE draft SET name = :name, based_on = :basedOn, revision = :revision, state = :state,"
                        + " changed_at = :changedAt, changed_by = :changedBy WHERE draft_id = :id")
                .bind("id", draft.id())
                .bind("name", draft.name())
                .bind("basedOn", draft.basedOn().value())
                .bind("revision", draft.revision())
                .bind("state", draft.state().name())
                .bind("changedAt", draft.changedAt().atOffset(ZoneOffset.UTC))
                .bind("changedBy", draft.changedBy())
                .execute();
    }

    Optional<Draft> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM draft WHERE draft_id = :id")
                .bind("id", id)
                .map(DRAFT)
                .findOne();
    }

    /** The draft, which nobody else changes until the caller's transaction has ended. */
    Optional<Draft> hold(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM draft WHERE draft_id = :id FOR UPDATE")
                .bind("id", id)
                .map(DRAFT)
                .findOne();
    }

    /** Newest first. */
    List<Draft> page(Handle handle, boolean discarded, @Nullable String beforeId, int limit) {
        Map<String, String> values = Map.of("discarded", DraftState.DISCARDED.name());
        String which = discarded ? "state = :discarded" : "state <> :discarded";
        return PAGES.page(handle, which, values, beforeId, limit, DRAFT);
    }

    void insertRevision(Handle handle, Draft draft, String document) {
        handle.createUpdate("INSERT INTO draft_revision (draft_id, revision, based_on, document, saved_at, saved_by)"
                        + " VALUES (:id, :revision, :basedOn, :document, :at, :by)")
                .bind("id", draft.id())
                .bind("revision", draft.revision())
                .bind("basedOn", draft.basedOn().value())
                .bind("document", document)
                .bind("at", draft.changedAt().atOffset(ZoneOffset.UTC))
                .bind("by", draft.changedBy())
                .execute();
    }

    Optional<DraftRevision> revision(Handle handle, String id, int revision) {
        return handle.createQuery("SELECT * FROM draft_revision WHERE draft_id = :id AND revision = :revision")
                .bind("id", id)
                .bind("revision", revision)
                .map(REVISION)
                .findOne();
    }

    /** Removes what was saved before a revision, unless something happened to it. */
    void removeBefore(Handle handle, String id, int revision) {
        handle.createUpdate("DELETE FROM draft_revision WHERE draft_id = :id AND revision < :revision"
                        + " AND revision NOT IN (SELECT e.revision FROM draft_event e WHERE e.draft_id = :id)")
                .bind("id", id)
                .bind("revision", revision)
                .execute();
    }

    /** Does nothing when they are one already. */
    void addAuthor(Handle handle, String id, String author) {
        if (!authors(handle, id).contains(author)) {
            handle.createUpdate("INSERT INTO draft_author (draft_id, author) VALUES (:id, :author)")
                    .bind("id", id)
                    .bind("author", author)
                    .execute();
        }
    }

    List<String> authors(Handle handle, String id) {
        return handle.createQuery("SELECT author FROM draft_author WHERE draft_id = :id ORDER BY author")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    void append(Handle handle, String id, DraftEvent event) {
        handle.createUpdate("INSERT INTO draft_event (draft_id, number, kind, happened_at, actor, revision,"
                        + " strategy_hash, simulation_id, place, text)"
                        + " VALUES (:id, :number, :kind, :at, :by, :revision, :strategy, :simulation, :place, :text)")
                .bind("id", id)
                .bind("number", event.number())
                .bind("kind", event.kind().name())
                .bind("at", event.at().atOffset(ZoneOffset.UTC))
                .bind("by", event.by())
                .bind("revision", event.revision())
                .bind("strategy", event.strategyHash())
                .bind("simulation", event.simulation())
                .bind("place", event.place())
                .bind("text", event.text())
                .execute();
    }

    /** Those before a number, newest first. */
    List<DraftEvent> events(Handle handle, String id, int beforeNumber, int limit) {
        return handle.createQuery("SELECT * FROM draft_event WHERE draft_id = :id AND number < :before"
                        + " ORDER BY number DESC LIMIT :limit")
                .bind("id", id)
                .bind("before", beforeNumber)
                .bind("limit", limit)
                .map(EVENT)
                .list();
    }

    /** Of the event that comes next; call it on a draft that is held. */
    int nextNumber(Handle handle, String id) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM draft_event WHERE draft_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** The newest of a kind. */
    Optional<DraftEvent> last(Handle handle, String id, DraftEvent.Kind kind) {
        return handle.createQuery(
                        "SELECT * FROM draft_event WHERE draft_id = :id AND kind = :kind ORDER BY number DESC LIMIT 1")
                .bind("id", id)
                .bind("kind", kind.name())
                .map(EVENT)
                .findOne();
    }

    /** Those that still hold: since the draft was submitted, saved, sent back or discarded last. */
    List<DraftEvent> approvals(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM draft_event WHERE draft_id = :id AND kind = 'APPROVED'"
                        + " AND number > (SELECT COALESCE(MAX(e.number), 0) FROM draft_event e WHERE e.draft_id = :id"
                        + " AND e.kind IN ('SUBMITTED', 'REOPENED', 'CHANGES_ASKED', 'DISCARDED')) ORDER BY number")
                .bind("id", id)
                .map(EVENT)
                .list();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft is stored as something other than JSON.", e);
        }
    }
}
