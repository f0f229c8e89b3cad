package cip.server.models;

import cip.server.store.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows of notes on versions, and of versions put away or taken back. Nothing here is ever changed or deleted. */
final class ModelKeepingStore {
    private static final RowMapper<ModelNote> NOTE = (row, context) ->
            new ModelNote(row.getString("text"), Rows.instant(row, "written_at"), row.getString("written_by"));

    /** After {@link ModelStore#takeTurn}. */
    void insert(Handle handle, String model, ModelNote note) {
        handle.createUpdate(
                        "INSERT INTO model_note (note_number, model_hash, text, written_at, written_by)"
                                + " VALUES ((SELECT COALESCE(MAX(note_number), 0) + 1 FROM model_note), :model, :text, :at, :by)")
                .bind("model", model)
                .bind("text", note.text())
                .bind("at", note.at().atOffset(ZoneOffset.UTC))
                .bind("by", note.by())
                .execute();
    }

    /** Of one version, the newest first. */
    List<ModelNote> notes(Handle handle, String model) {
        return handle.createQuery("SELECT * FROM model_note WHERE model_hash = :model ORDER BY note_number DESC")
                .bind("model", model)
                .map(NOTE)
                .list();
    }

    /** The newest of each version up to an instant, by its hash. */
    Map<String, ModelNote> newestNotes(Handle handle, Instant until) {
        Map<String, ModelNote> newest = new HashMap<>();
        handle.createQuery("SELECT * FROM model_note WHERE written_at <= :until ORDER BY note_number")
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map((row, context) -> Map.entry(row.getString("model_hash"), NOTE.map(row, context)))
                .forEach(note -> newest.put(note.getKey(), note.getValue()));
        newest.values().removeIf(note -> note.text().isEmpty());
        return newest;
    }

    /** After {@link ModelStore#takeTurn}. @param archived whether it is put away or taken back */
    void insert(Handle handle, String model, boolean archived, Archived how) {
        handle.createUpdate("INSERT INTO model_archive (change_number, model_hash, archived, set_at, set_by, reason)"
                        + " VALUES ((SELECT COALESCE(MAX(change_number), 0) + 1 FROM model_archive), :model, :archived,"
                        + " :at, :by, :reason)")
                .bind("model", model)
                .bind("archived", archived)
                .bind("at", how.at().atOffset(ZoneOffset.UTC))
                .bind("by", how.by())
                .bind("reason", how.reason())
                .execute();
    }

    /** Versions that were put away at an instant and not taken back, by their hash. */
    Map<String, Archived> archived(Handle handle, Instant until) {
        Map<String, Archived> archived = new HashMap<>();
        handle.createQuery("SELECT * FROM model_archive WHERE set_at <= :until ORDER BY change_number")
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Change(
                        row.getString("model_hash"),
                        row.getBoolean("archived"),
                        new Archived(Rows.instant(row, "set_at"), row.getString("set_by"), row.getString("reason"))))
                .forEach(change -> {
                    if (change.archived()) {
                        archived.put(change.model(), change.how());
                    } else {
                        archived.remove(change.model());
                    }
                });
        return archived;
    }

    private record Change(String model, boolean archived, Archived how) {}
}
