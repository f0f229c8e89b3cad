package cip.server.audiences;

import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;

/** Removes the files whose time is over or whose audience was deleted. */
final class ExportSweep {
    private final Database database;
    private final ExportFiles files;
    private final Audit audit;
    private final Clock clock;
    private final ExportStore exports = new ExportStore();

    ExportSweep(Database database, ExportFiles files, Audit audit, Clock clock) {
        this.database = database;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    void sweep() {
        for (Export export : database.read(handle -> exports.expired(handle, clock.instant()))) {
            files.remove(export.id());
            database.execute(handle -> {
                exports.removed(handle, export.id(), clock.instant());
                audit.record(
                        handle,
                        Audit.SYSTEM,
                        "EXPORT_FILE_REMOVED",
                        export.id(),
                        "Its time was over, or its audience was deleted.");
            });
        }
    }
}
