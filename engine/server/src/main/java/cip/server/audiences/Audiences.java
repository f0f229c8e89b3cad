package cip.server.audiences;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.audit.Audit;
import cip.server.http.Page;
import cip.server.store.Database;
import cip.server.store.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The named choices of customers. Thread-safe. */
final class Audiences {
    private final Database database;
    private final LiveAudiences live;
    private final ExportSweep sweep;
    private final Audit audit;
    private final Clock clock;
    private final AudienceStore audiences = new AudienceStore();
    private final ExportStore exports = new ExportStore();

    Audiences(Database database, LiveAudiences live, ExportSweep sweep, Audit audit, Clock clock) {
        this.database = database;
        this.live = live;
        this.sweep = sweep;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    Page<AudienceView> page(@Nullable String cursor, int limit) {
        List<Audience> found = database.read(handle -> audiences.page(handle, cursor, limit + 1));
        Page<Audience> page = Page.of(found, limit, Audience::id, database.read(audiences::count));
        List<AudienceView> views = database.read(
                handle -> page.items().stream().map(a -> view(handle, a)).toList());
        return new Page<>(views, page.nextCursor(), page.total());
    }

    /** @throws EngineException CONFLICT when the name is taken, INVALID_… when the source is not known */
    AudienceView create(Handle handle, String actor, String name, AudienceSource source) {
        source.require(live.required());
        Audience audience = new Audience(TimeOrderedId.next(clock), name, source, clock.instant(), actor);
        if (!audiences.insert(handle, audience)) {
            throw new EngineException(
                            ErrorCode.CONFLICT,
                            "There is an audience named \"" + name
                                    + "\" already, whatever its case.\nMaybe export that one, or choose another name.")
                    .about("name");
        }
        audit.record(
                handle,
                actor,
                "AUDIENCE_CREATED",
                audience.id(),
                "Named " + name + ": " + source.sentence(live.required()));
        return view(handle, audience);
    }

    /**
     * Deletes the audience and the files made of it; what left stays on record.
     *
     * @throws EngineException NOT_FOUND
     */
    void delete(String actor, String id) {
        database.execute(handle -> {
            if (!audiences.delete(handle, id, clock.instant())) {
                throw unknown(id);
            }
            audit.record(handle, actor, "AUDIENCE_DELETED", id, "Its files are removed.");
        });
        live.forget(id);
        sweep.sweep();
    }

    static EngineException unknown(String id) {
        return new EngineException(ErrorCode.NOT_FOUND, "There is no audience with the id " + id + ".");
    }

    private AudienceView view(Handle handle, Audience audience) {
        @Nullable AudienceBase base = live.current().orElse(null);
        return new AudienceView(
                audience.id(),
                audience.name(),
                audience.source().toJson(),
                base == null ? "" : audience.source().sentence(base),
                audience.createdAt(),
                audience.createdBy(),
                base == null ? null : live.customers(audience, base),
                exports.lastFinished(handle, audience.id())
                        .map(ExportView::finished)
                        .orElse(null));
    }
}
