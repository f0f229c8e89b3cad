package cip.server.simulations;

import cip.core.simulate.Change;
import cip.server.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Gathers those who change in a simulation and stores them block by block. Not safe to share between threads. */
final class ChangeBlocks implements Consumer<Change> {
    private static final int STORED_AT_ONCE = 20;

    private final Database database;
    private final String simulation;
    private final ChangeBlockStore store = new ChangeBlockStore();
    private final List<List<Change>> full = new ArrayList<>();
    private List<Change> gathered = new ArrayList<>();
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
                List<ChangeBlock> written = written();
                database.execute(handle -> store(handle, written));
            }
        }
    }

    private void close() {
        full.add(gathered);
        gathered = new ArrayList<>(ChangeBlock.CHANGES);
    }

    /** On every core, as deflating costs as much as deciding. */
    private List<ChangeBlock> written() {
        int first = blocks;
        blocks += full.size();
        List<ChangeBlock> written = IntStream.range(0, full.size())
                .parallel()
                .mapToObj(block -> ChangeBlock.of(first + block, full.get(block)))
                .toList();
        full.clear();
        return written;
    }

    /** What is left when the last change has come, to be given to {@link #store}. */
    List<ChangeBlock> rest() {
        if (!gathered.isEmpty()) {
            close();
        }
        return written();
    }

    /** Stores blocks in the caller's transaction. */
    void store(Handle handle, List<ChangeBlock> written) {
        store.insert(handle, simulation, written);
    }
}
