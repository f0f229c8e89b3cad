package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.StrategyHash;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the decision log, which only grows, and of the latest decision per customer. */
final class DecisionStore {
    private static final RowMapper<LoggedDecision> DECISION = (row, context) -> new LoggedDecision(
            row.getString("decision_id"),
            new CustomerId(row.getString("customer_id")),
            row.getObject("as_of", OffsetDateTime.class).toInstant(),
            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
            new StrategyHash(row.getString("strategy_hash")),
            row.getString("run_id"),
            row.getString("inputs"),
            row.getString("result"));

    private static final RowMapper<CustomerState> STATE = (row, context) -> new CustomerState(
            new CustomerId(row.getString("customer_id")),
            row.getString("decision_id"),
            row.getObject("as_of", OffsetDateTime.class).toInstant(),
            row.getString("segment"),
            row.getString("top_action"),
            row.getDouble("expected_value"),
            row.getString("scores"));

    void log(Handle handle, List<LoggedDecision> decisions) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO decision (decision_id, customer_id, as_of, decided_at, strategy_hash, run_id, inputs, result)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (LoggedDecision decision : decisions) {
            batch.bind(0, decision.id())
                    .bind(1, decision.customer().value())
                    .bind(2, utc(decision.asOf()))
                    .bind(3, utc(decision.decidedAt()))
                    .bind(4, decision.strategy().value())
                    .bind(5, decision.run())
                    .bind(6, decision.inputs())
                    .bind(7, decision.result())
                    .add();
        }
        batch.execute();
    }

    /** Replaces the states of these customers. */
    void replaceStates(Handle handle, List<CustomerState> states) {
        PreparedBatch deletes = handle.prepareBatch("DELETE FROM customer_state WHERE customer_id = ?");
        PreparedBatch inserts = handle.prepareBatch(
                "INSERT INTO customer_state (customer_id, decision_id, as_of, segment, top_action, expected_value, scores)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (CustomerState state : states) {
            deletes.bind(0, state.customer().value()).add();
            inserts.bind(0, state.customer().value())
                    .bind(1, state.decision())
                    .bind(2, utc(state.asOf()))
                    .bind(3, state.segment())
                    .bind(4, state.topAction())
                    .bind(5, state.expectedValue())
                    .bind(6, state.scores())
                    .add();
        }
        deletes.execute();
        inserts.execute();
    }

    Optional<LoggedDecision> decision(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM decision WHERE decision_id = :id")
                .bind("id", id)
                .map(DECISION)
                .findOne();
    }

    /** The decision that the customer's state points to. */
    Optional<LoggedDecision> latest(Handle handle, CustomerId customer) {
        return handle.createQuery("SELECT decision.* FROM decision JOIN customer_state"
                        + " ON customer_state.decision_id = decision.decision_id"
                        + " WHERE customer_state.customer_id = :customer")
                .bind("customer", customer.value())
                .map(DECISION)
                .findOne();
    }

    /** States of the given customers, in the order of ids. */
    List<CustomerState> states(Handle handle, CustomerId from, CustomerId to) {
        return handle.createQuery("SELECT * FROM customer_state"
                        + " WHERE customer_id BETWEEN :from AND :to ORDER BY customer_id")
                .bind("from", from.value())
                .bind("to", to.value())
                .map(STATE)
                .list();
    }

    /** Does nothing when the run is known to have finished, as after a crash right behind its end. */
    void finishRun(Handle handle, FinishedRun run) {
        handle.createUpdate("INSERT INTO decision_run (run_id, strategy_hash, as_of, finished_at)"
                        + " SELECT :run, :strategy, CAST(:asOf AS TIMESTAMP WITH TIME ZONE),"
                        + " CAST(:finishedAt AS TIMESTAMP WITH TIME ZONE)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM decision_run WHERE run_id = :run)")
                .bind("run", run.id())
                .bind("strategy", run.strategy().value())
                .bind("asOf", utc(run.asOf()))
                .bind("finishedAt", utc(run.finishedAt()))
                .execute();
    }

    /** Customers whom some run decided more than once; there are none. */
    long decidedTwice(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM (SELECT run_id FROM decision WHERE run_id IS NOT NULL"
                        + " GROUP BY run_id, customer_id HAVING COUNT(*) > 1) twice")
                .mapTo(Long.class)
                .one();
    }

    Optional<FinishedRun> lastRun(Handle handle) {
        return handle.createQuery("SELECT * FROM decision_run ORDER BY finished_at DESC LIMIT 1")
                .map((row, context) -> new FinishedRun(
                        row.getString("run_id"),
                        new StrategyHash(row.getString("strategy_hash")),
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getObject("finished_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
