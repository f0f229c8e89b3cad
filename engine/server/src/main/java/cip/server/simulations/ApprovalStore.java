package cip.server.simulations;

import cip.server.store.Duplicate;
import cip.server.store.Rows;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows of approvals, which are only added. */
final class ApprovalStore {
    /** False = this person has approved it already. */
    boolean insert(Handle handle, String simulation, SimulationApproval approval) {
        return Duplicate.inserts(
                handle.createUpdate("INSERT INTO simulation_approval (simulation_id, approver, approved_at, text)"
                                + " VALUES (:simulation, :by, :at, :text)")
                        .bind("simulation", simulation)
                        .bind("by", approval.by())
                        .bind("at", approval.at().atOffset(ZoneOffset.UTC))
                        .bind("text", approval.text()));
    }

    /** In the order in which they were given. */
    List<SimulationApproval> of(Handle handle, String simulation) {
        return handle.createQuery(
                        "SELECT * FROM simulation_approval WHERE simulation_id = :simulation ORDER BY approved_at, approver")
                .bind("simulation", simulation)
                .map((row, context) -> new SimulationApproval(
                        row.getString("approver"), Rows.instant(row, "approved_at"), row.getString("text")))
                .list();
    }
}
