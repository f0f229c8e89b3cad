package cip.server.simulations;

import cip.core.customer.CustomerId;
import cip.core.simulate.Change;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the blocks that hold who changes in a simulation. */
final class ChangeBlockStore {
    private record Found(int number, String last) {}

    void insert(Handle handle, String simulation, List<ChangeBlock> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO simulation_block"
                + " (simulation_id, block_number, last_customer, changes) VALUES (?, ?, ?, ?)");
        for (ChangeBlock block : blocks) {
            batch.bind(0, simulation)
                    .bind(1, block.number())
                    .bind(2, block.last())
                    .bind(3, block.text())
                    .add();
        }
        batch.execute();
    }

    void delete(Handle handle, String simulation) {
        handle.createUpdate("DELETE FROM simulation_block WHERE simulation_id = :id")
                .bind("id", simulation)
                .execute();
    }

    /** Customers who change, in the order of their ids. @param after the last one already known; empty = none */
    List<Change> changes(Handle handle, String simulation, ChangeFilter filter, String after, int limit) {
        List<Change> found = new ArrayList<>();
        for (Found block : blocks(handle, simulation)) {
            if (found.size() == limit) {
                break;
            }
            if (follows(new CustomerId(block.last()), after)) {
                ChangeBlock.read(text(handle, simulation, block.number())).stream()
                        .filter(change -> follows(change.customer(), after) && filter.holds(change))
                        .limit(limit - found.size())
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean follows(CustomerId customer, String after) {
        return after.isEmpty() || customer.compareTo(new CustomerId(after)) > 0;
    }

    private static List<Found> blocks(Handle handle, String simulation) {
        return handle.createQuery("SELECT block_number, last_customer FROM simulation_block WHERE simulation_id = :id"
                        + " ORDER BY block_number")
                .bind("id", simulation)
                .map((row, context) -> new Found(row.getInt("block_number"), row.getString("last_customer")))
                .list();
    }

    private static String text(Handle handle, String simulation, int number) {
        return handle.createQuery(
                        "SELECT changes FROM simulation_block WHERE simulation_id = :id AND block_number = :number")
                .bind("id", simulation)
                .bind("number", number)
                .mapTo(String.class)
                .one();
    }
}
