package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.decide.Arm;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategySplit;
import cip.server.store.Rows;
import cip.server.strategies.StoredChallenger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Rows of the decision log, which only grows, and of what each run over the base made of the customers. */
final class DecisionStore {
    private static final RowMapper<LoggedDecision> DECISION = (row, context) -> new LoggedDecision(
            row.getString("decision_id"),
            new CustomerId(row.getString("customer_id")),
            Rows.instant(row, "as_of"),
            Rows.instant(row, "decided_at"),
            new StrategyHash(row.getString("strategy_hash")),
            Optional.ofNullable(row.getString("arm")).map(Arm::valueOf).orElse(null),
            row.getString("run_id"),
            row.getString("inputs"),
            row.getString("result"));

    private static final RowMapper<CustomerState> STATE = (row, context) -> new CustomerState(
            new CustomerId(row.getString("customer_id")),
            row.getString("segment"),
            row.getString("top_action"),
            row.getDouble("expected_value"),
            row.getString("scores"));

    static final RowMapper<FinishedRun> RUN = (row, context) -> new FinishedRun(
            row.getString("run_id"),
            new StrategySplit(new StrategyHash(row.getString("strategy_hash")), StoredChallenger.read(row)),
            Rows.instant(row, "as_of"),
            Rows.instant(row, "finished_at"),
            row.getObject("customers_revision", Long.class));

    void log(Handle handle, List<LoggedDecision> decisions) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO decision (decision_id, customer_id, as_of, decided_at, strategy_hash, arm, run_id, inputs, result)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (LoggedDecision decision : decisions) {
            batch.bind(0, decision.id())
                    .bind(1, decision.customer().value())
                    .bind(2, utc(decision.asOf()))
                    .bind(3, utc(decision.decidedAt()))
                    .bind(4, decision.strategy().value())
                    .bind(5, decision.arm() == null ? null : decision.arm().name())
                    .bind(6, decision.run())
                    .bind(7, decision.inputs())
                    .bind(8, decision.result())
                    .add();
        }
        batch.execute();
    }

    /** What a run made of customers it has not come to before. */
    void addStates(Handle handle, String run, List<CustomerState> states) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO run_state (run_id, customer_id, segment, top_action, expected_value, scores)"
                        + " VALUES (?, ?, ?, ?, ?, ?)");
        for (CustomerState state : states) {
            batch.bind(0, run)
                    .bind(1, state.customer().value())
                    .bind(2, state.segment())
                    .bind(3, state.topAction())
                    .bind(4, state.expectedValue())
                    .bind(5, state.scores())
                    .add();
        }
        batch.execute();
    }

    Optional<LoggedDecision> decision(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM decision WHERE decision_id = :id")
                .bind("id", id)
                .map(DECISION)
                .findOne();
    }

    /**
     * The decision as of the latest instant up to now, made alone or by a run that has finished. The log only grows, so
     * whatever is written at the same time, the latest instant wins.
     */
    Optional<LoggedDecision> latest(Handle handle, CustomerId customer, Instant now) {
        return handle.createQuery("SELECT * FROM decision WHERE customer_id = :customer AND as_of <= :now"
                        + " AND (run_id IS NULL"
                        + " OR EXISTS (SELECT 1 FROM decision_run WHERE decision_run.run_id = decision.run_id))"
                        + " ORDER BY as_of DESC, decided_at DESC LIMIT 1")
                .bind("customer", customer.value())
                .bind("now", utc(now))
                .map(DECISION)
                .findOne();
    }

    /** States that a run gave to the customers from one id to another. */
    List<CustomerState> states(Handle handle, String run, CustomerId from, CustomerId to) {
        return handle.createQuery("SELECT * FROM run_state WHERE run_id = :run AND customer_id BETWEEN :from AND :to")
                .bind("run", run)
                .bind("from", from.value())
                .bind("to", to.value())
                .map(STATE)
                .list();
    }

    /** The first run after an id of which there are states; empty = there is none. */
    Optional<String> runWithStates(Handle handle, String after) {
        return handle.createQuery("SELECT run_id FROM run_state WHERE run_id > :after ORDER BY run_id LIMIT 1")
                .bind("after", after)
                .mapTo(String.class)
                .findOne();
    }

    boolean hasStates(Handle handle, String run) {
        return handle.createQuery("SELECT run_id FROM run_state WHERE run_id = :run LIMIT 1")
                .bind("run", run)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Forgets the first so many states of a run, or all that are left. */
    void forgetStates(Handle handle, String run, int most) {
        Optional<String> last = handle.createQuery("SELECT customer_id FROM run_state WHERE run_id = :run"
                        + " ORDER BY run_id, customer_id OFFSET :before ROWS FETCH NEXT 1 ROWS ONLY")
                .bind("run", run)
                .bind("before", most - 1)
                .mapTo(String.class)
                .findOne();
        Update delete = handle.createUpdate(
                "DELETE FROM run_state WHERE run_id = :run" + (last.isPresent() ? " AND customer_id <= :last" : ""));
        last.ifPresent(id -> delete.bind("last", id));
        delete.bind("run", run).execute();
    }

    /** Does nothing when the run is known to have finished, as after a crash right behind its end. */
    void finishRun(Handle handle, FinishedRun run) {
        StoredChallenger challenger = StoredChallenger.of(run.split().challenger());
        handle.createUpdate("INSERT INTO decision_run (run_id, strategy_hash, as_of, finished_at,"
                        + " customers_revision, challenger_hash, challenger_thousandths, challenger_salt)"
                        + " SELECT :run, :strategy, CAST(:asOf AS TIMESTAMP WITH TIME ZONE),"
                        + " CAST(:finishedAt AS TIMESTAMP WITH TIME ZONE), CAST(:revision AS BIGINT),"
                        + " CAST(:challenger AS VARCHAR), CAST(:thousandths AS INTEGER), CAST(:salt AS VARCHAR)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM decision_run WHERE run_id = :run)")
                .bind("run", run.id())
                .bind("strategy", run.split().champion().value())
                .bind("asOf", utc(run.asOf()))
                .bind("finishedAt", utc(run.finishedAt()))
                .bind("revision", run.customersRevision())
                .bind("challenger", challenger.hash())
                .bind("thousandths", challenger.thousandths())
                .bind("salt", challenger.salt())
                .execute();
    }

    /** Customers whom some run decided more than once; there are none. */
    long decidedTwice(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM (SELECT run_id FROM decision WHERE run_id IS NOT NULL"
                        + " GROUP BY run_id, customer_id HAVING COUNT(*) > 1) twice")
                .mapTo(Long.class)
                .one();
    }

    Optional<FinishedRun> run(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM decision_run WHERE run_id = :id")
                .bind("id", id)
                .map(RUN)
                .findOne();
    }

    /** The results of a run for some customers, by customer. */
    Map<String, String> results(Handle handle, FinishedRun run, List<Object> customers) {
        Map<String, String> results = new HashMap<>();
        handle.createQuery("SELECT customer_id, result FROM decision"
                        + " WHERE customer_id = ANY(:customers) AND as_of = :asOf AND run_id = :run")
                .bindArray("customers", String.class, customers)
                .bind("asOf", utc(run.asOf()))
                .bind("run", run.id())
                .scanResultSet((rows, context) -> {
                    for (var row = rows.get(); row.next(); ) {
                        results.put(row.getString(1), row.getString(2));
                    }
                    return results;
                });
        return results;
    }

    /** Decisions of a run in the order of the customers' ids, from behind one on; empty text = from the first on. */
    List<LoggedDecision> decisions(Handle handle, FinishedRun run, String afterCustomer, int limit) {
        return handle.createQuery("SELECT * FROM decision WHERE customer_id > :after AND as_of = :asOf"
                        + " AND run_id = :run ORDER BY customer_id LIMIT :limit")
                .bind("asOf", utc(run.asOf()))
                .bind("run", run.id())
                .bind("after", afterCustomer)
                .bind("limit", limit)
                .map(DECISION)
                .list();
    }

    /** The finished run as of the latest instant. */
    Optional<FinishedRun> lastRun(Handle handle) {
        return handle.createQuery("SELECT * FROM decision_run ORDER BY as_of DESC, finished_at DESC LIMIT 1")
                .map(RUN)
                .findOne();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
