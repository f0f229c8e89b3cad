package cip.server.simulations;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
import cip.core.simulate.Change;
import cip.core.simulate.Simulation;
import cip.server.store.NewestFirst;
import cip.server.store.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows of simulations and of the customers who change in them. */
final class SimulationStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NewestFirst PAGES = new NewestFirst("simulation", "simulation_id");

    private final ChangeBlockStore blocks = new ChangeBlockStore();

    private static final RowMapper<StoredSimulation> SIMULATION = (row, context) -> new StoredSimulation(
            row.getString("simulation_id"),
            new StrategyHash(row.getString("strategy_before")),
            new StrategyHash(row.getString("strategy_after")),
            row.getString("label"),
            Rows.instant(row, "created_at"),
            row.getString("created_by"),
            row.getString("responsible"),
            row.getString("draft_id"),
            finished(row));

    private static final RowMapper<Change> CHANGE = (row, context) -> new Change(
            new CustomerId(row.getString("customer_id")),
            row.getString("segment_before"),
            row.getString("segment_after"),
            row.getString("action_before"),
            row.getString("action_after"),
            row.getDouble("value_before"),
            row.getDouble("value_after"));

    void insert(Handle handle, StoredSimulation simulation) {
        handle.createUpdate("INSERT INTO simulation"
                        + " (simulation_id, strategy_before, strategy_after, label, created_at, created_by, responsible,"
                        + " draft_id)"
                        + " VALUES (:id, :before, :after, :label, :createdAt, :createdBy, :responsible, :draft)")
                .bind("id", simulation.id())
                .bind("before", simulation.before().value())
                .bind("after", simulation.after().value())
                .bind("label", simulation.label())
                .bind("createdAt", simulation.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", simulation.createdBy())
                .bind("responsible", simulation.responsible())
                .bind("draft", simulation.draft())
                .execute();
    }

    void finish(Handle handle, String id, StoredSimulation.Finished finished) {
        handle.createUpdate("UPDATE simulation SET as_of = :asOf, counts = :counts, finished_at = :at,"
                        + " customers_revision = :revision"
                        + " WHERE simulation_id = :id AND finished_at IS NULL")
                .bind("id", id)
                .bind("asOf", finished.asOf().atOffset(ZoneOffset.UTC))
                .bind("counts", text(finished.counts()))
                .bind("at", finished.at().atOffset(ZoneOffset.UTC))
                .bind("revision", finished.customersRevision())
                .execute();
    }

    void deleteUnfinished(Handle handle, String id) {
        blocks.delete(handle, id);
        handle.createUpdate("DELETE FROM simulation WHERE simulation_id = :id AND finished_at IS NULL")
                .bind("id", id)
                .execute();
    }

    /** Those from before an instant that no step of a draft, no approval and no publication refers to, oldest first. */
    List<String> unreferenced(Handle handle, Instant before, int limit) {
        return handle.createQuery("SELECT simulation_id FROM simulation s WHERE created_at < :before"
                        + " AND NOT EXISTS (SELECT 1 FROM draft_event e WHERE e.simulation_id = s.simulation_id)"
                        + " AND NOT EXISTS (SELECT 1 FROM simulation_approval a WHERE a.simulation_id = s.simulation_id)"
                        + " AND NOT EXISTS (SELECT 1 FROM publication p WHERE s.strategy_after IN (p.strategy_hash, p.challenger_hash)"
                        + " AND p.published_at >= s.created_at) ORDER BY simulation_id LIMIT :limit")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** From here on it shows no result and cannot be published. */
    void unfinish(Handle handle, String id) {
        handle.createUpdate("UPDATE simulation SET finished_at = NULL WHERE simulation_id = :id")
                .bind("id", id)
                .execute();
    }

    /** @return how many were deleted, 0 = there were none left */
    int deleteChanges(Handle handle, String id, int limit) {
        return handle.createUpdate("DELETE FROM simulation_change WHERE simulation_id = :id AND customer_id IN"
                        + " (SELECT c.customer_id FROM simulation_change c WHERE c.simulation_id = :id"
                        + " ORDER BY c.customer_id LIMIT :limit)")
                .bind("id", id)
                .bind("limit", limit)
                .execute();
    }

    Optional<StoredSimulation> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM simulation WHERE simulation_id = :id")
                .bind("id", id)
                .map(SIMULATION)
                .findOne();
    }

    /** Newest first. */
    List<StoredSimulation> page(Handle handle, @Nullable String beforeId, int limit) {
        return PAGES.page(handle, beforeId, limit, SIMULATION);
    }

    /** Of a draft, the newest one. */
    Optional<StoredSimulation> newestOf(Handle handle, String draft) {
        return PAGES.page(handle, "draft_id = :draft", Map.of("draft", draft), null, 1, SIMULATION).stream()
                .findFirst();
    }

    /** Of those of a draft that tried this strategy and finished, the newest one. */
    Optional<StoredSimulation> newestFinished(Handle handle, String draft, StrategyHash after) {
        return PAGES
                .page(
                        handle,
                        "draft_id = :draft AND strategy_after = :after AND finished_at IS NOT NULL",
                        Map.of("draft", draft, "after", after.value()),
                        null,
                        1,
                        SIMULATION)
                .stream()
                .findFirst();
    }

    /** Customers who change, in the order of their ids; of simulations made before there were blocks, from their rows. */
    List<Change> changes(Handle handle, String simulation, ChangeFilter filter, String afterCustomer, int limit) {
        List<Change> inBlocks = blocks.changes(handle, simulation, filter, afterCustomer, limit);
        if (!inBlocks.isEmpty()) {
            return inBlocks;
        }
        Query query = handle.createQuery("SELECT * FROM simulation_change WHERE simulation_id = :simulation"
                + " AND customer_id > :after" + filter.sql() + " ORDER BY customer_id LIMIT :limit");
        filter.values().forEach(query::bind);
        return query.bind("simulation", simulation)
                .bind("after", afterCustomer)
                .bind("limit", limit)
                .map(CHANGE)
                .list();
    }

    private static Optional<StoredSimulation.Finished> finished(ResultSet row) throws SQLException {
        Optional<Instant> at = Rows.optionalInstant(row, "finished_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Instant asOf = Rows.instant(row, "as_of");
        return Optional.of(new StoredSimulation.Finished(
                asOf, counts(row.getString("counts")), at.get(), row.getObject("customers_revision", Long.class)));
    }

    private static Simulation counts(String json) {
        try {
            return JSON.readValue(json, Simulation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The counts of a simulation are stored as something other than JSON.", e);
        }
    }

    private static String text(Simulation counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The counts of a simulation did not write JSON.", e);
        }
    }
}
