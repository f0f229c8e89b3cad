package cip.server.simulations;

import cip.server.audit.Audit;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes old simulations that nothing refers to: no step of a draft, no approval, no publication. First a simulation counts as
 * unfinished, so that nobody reads half of it, then it goes piece by piece; after a crash the next look goes on.
 */
final class SimulationRetention {
    private static final Logger LOG = LoggerFactory.getLogger(SimulationRetention.class);
    private static final int AT_ONCE = 100;
    private static final int CHANGES_AT_ONCE = 5_000;

    private final Database database;
    private final Audit audit;
    private final Clock clock;
    private final Duration kept;
    private final SimulationStore store = new SimulationStore();

    /** @param kept how long they are kept in any case */
    SimulationRetention(Database database, Audit audit, Clock clock, Duration kept) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.kept = kept;
    }

    void removeOld() {
        Instant before = clock.instant().minus(kept);
        List<String> old = database.read(handle -> store.unreferenced(handle, before, AT_ONCE));
        while (!old.isEmpty()) {
            old.forEach(this::remove);
            int removed = old.size();
            database.execute(handle -> audit.record(
                    handle,
                    Audit.SYSTEM,
                    "SIMULATIONS_REMOVED",
                    String.valueOf(removed),
                    removed + " simulations from before " + before + " that nothing refers to."));
            old = database.read(handle -> store.unreferenced(handle, before, AT_ONCE));
        }
    }

    private void remove(String id) {
        database.execute(handle -> store.unfinish(handle, id));
        while (database.write(handle -> store.deleteChanges(handle, id, CHANGES_AT_ONCE)) > 0) {
            LOG.debug("Removing the simulation {}.", id);
        }
        database.execute(handle -> store.deleteUnfinished(handle, id));
    }
}
