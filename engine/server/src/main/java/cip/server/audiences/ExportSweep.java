package cip.server.audiences;

import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the files whose time is over or whose audience was deleted. */
final class ExportSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportSweep.class);

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

    /** Leaves what it cannot remove now for the next time; a scheduler would stop at an exception. */
    @Override
    public void run() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("Files of exports could not be removed; trying again later.", e);
        }
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
