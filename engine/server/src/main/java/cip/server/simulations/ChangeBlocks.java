package cip.server.simulations;

import cip.core.simulate.Change;
import cip.server.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Gathers those who change in a simulation and stores them block by block. Not safe to share between threads. */
final class ChangeBlocks implements Consumer<Change> {
    private static final int STORED_AT_ONCE = 20;

    private final Database database;
    private final String simulation;
    private final ChangeBlockStore store = new ChangeBlockStore();
    private final List<Change> gathered = new ArrayList<>();
    private final List<ChangeBlock> full = new ArrayList<>();
    private int blocks;

    ChangeBlocks(Database database, String simulation) {
        this.database = database;
        this.simulation = simulation;
    }

    @Override
    public void accept(Change change) {
        gathered.add(change);
        if (gathered.size() == ChangeBlock.CHANGES) {
            close();
            if (full.size() == STORED_AT_ONCE) {
                database.execute(this::flush);
            }
        }
    }

    private void close() {
        full.add(ChangeBlock.of(blocks++, gathered));
        gathered.clear();
    }

    private void flush(Handle handle) {
        store.insert(handle, simulation, full);
        full.clear();
    }

    /** Stores what is left in the caller's transaction. */
    void finish(Handle handle) {
        if (!gathered.isEmpty()) {
            close();
        }
        flush(handle);
    }
}
