package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.CustomerSchema;
import cip.core.decide.Arm;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.DecisionJson;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.store.Database;
import cip.server.strategies.LiveProof;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decides for single customers and brings logged decisions back with their reasons. Thread-safe. */
public final class Decisions {
    /** What the log keeps of an instant; a decision as of a finer one would not replay to the same bytes. */
    private static final ChronoUnit FINEST = ChronoUnit.MICROS;

    /** Member of answers: CHAMPION or CHALLENGER; null = one strategy decided for everybody. */
    static final String ARM = "arm";

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final LiveProof proof;
    private final PersonalData personal;
    private final LookUps lookUps;
    private final Clock clock;
    private final CustomerRecordJson records;
    private final DecisionLog log;
    private final DecisionStore store = new DecisionStore();

    public Decisions(
            Database database,
            CustomerStore customers,
            LiveStrategy strategy,
            LiveProof proof,
            CustomerSchema schema,
            PersonalData personal,
            LookUps lookUps,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.strategy = strategy;
        this.proof = proof;
        this.personal = personal;
        this.lookUps = lookUps;
        this.clock = clock;
        this.records = new CustomerRecordJson(schema);
        this.log = new DecisionLog(schema, clock);
    }

    /**
     * A decision that was made, and is stored only when {@link #store} is called.
     *
     * @param customer what it was made from
     * @param split by which it was told whose customer it is
     * @param shown the decision as the caller may see it
     */
    record Fresh(CustomerRecord customer, Decision decision, Decision shown, StrategySplit split) {
        /** Whose customer it is; {@code null} = one strategy decides for everybody. */
        @Nullable
        Arm arm() {
            return split.armOf(customer.id()).orElse(null);
        }
    }

    /** @throws EngineException NOT_FOUND when the base has no such customer; INVALID_VALUE naming what is wrong */
    Fresh decide(DecisionRequest request, Caller caller) {
        Instant asOf =
                Optional.ofNullable(request.asOf()).orElseGet(clock::instant).truncatedTo(FINEST);
        CustomerRecord customer = customer(request, asOf);
        SplitDecider deciders = strategy.snapshot().deciders();
        Decider decider = deciders.of(customer.id());
        DecisionContext context = new DecisionContext(asOf);
        List<Decision> decisions = request.wantsReasons()
                ? decider.decideWithReasons(List.of(customer), context, personal.words(decider, caller))
                : decider.decide(List.of(customer), context);
        proof.decided(decider, customer, context);
        Decision decision = decisions.get(0);
        return new Fresh(customer, decision, personal.shown(decider, decision, caller), deciders.split());
    }

    /**
     * Answers with a decision that is not stored. What it shows of a customer of the base is put on record; who brings a
     * customer along sees nothing new.
     */
    Fresh shown(DecisionRequest request, Fresh fresh, Caller caller) {
        if (request.customerId() != null) {
            lookUps.one(caller, fresh.customer().id());
        }
        return fresh;
    }

    /** Logs the decision and that the caller saw it; the answer has its id. */
    ObjectNode store(Handle handle, Fresh fresh, Caller caller) {
        DecisionLog.Entries entries =
                log.entries(List.of(fresh.customer()), List.of(fresh.decision()), fresh.split(), null);
        log.append(handle, entries);
        lookUps.one(handle, caller, fresh.customer().id());
        return json(entries.decisions().get(0).id(), fresh.arm(), fresh.shown());
    }

    /**
     * The logged decision about a customer as of the latest instant, whether a finished run made it or somebody asked for it
     * alone, as the caller, whose look-up is on record, may see it; empty = never decided.
     */
    public Optional<ObjectNode> latest(CustomerId customer, Caller caller) {
        return database.read(handle -> store.latest(handle, customer, clock.instant()))
                .map(logged -> explained(logged, caller));
    }

    /** @throws EngineException NOT_FOUND */
    ObjectNode decision(String id, Caller caller) {
        LoggedDecision logged = logged(id);
        ObjectNode explained = explained(logged, caller);
        lookUps.one(caller, logged.customer());
        return explained;
    }

    /** @throws EngineException NOT_FOUND */
    ObjectNode replay(String id, Caller caller) {
        LoggedDecision logged = logged(id);
        Decider decider = strategy.decider(logged.strategy());
        Decision again = log.again(logged, decider, personal.words(decider, caller));
        lookUps.one(caller, logged.customer());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("identical", DecisionLog.identical(logged, again));
        answer.set("decision", json(logged.id(), logged.arm(), personal.shown(decider, again, caller)));
        return answer;
    }

    private ObjectNode explained(LoggedDecision logged, Caller caller) {
        Decider decider = strategy.decider(logged.strategy());
        Decision again = log.again(logged, decider, personal.words(decider, caller));
        return json(logged.id(), logged.arm(), personal.shown(decider, again, caller));
    }

    private LoggedDecision logged(String id) {
        return database.read(handle -> store.decision(handle, id))
                .orElseThrow(
                        () -> new EngineException(ErrorCode.NOT_FOUND, "There is no decision with the id " + id + "."));
    }

    private CustomerRecord customer(DecisionRequest request, Instant asOf) {
        DecisionRequest.BroughtCustomer brought = request.checked().customer();
        if (brought != null) {
            return brought.record(records, asOf);
        }
        CustomerId id = new CustomerId(Objects.requireNonNull(request.customerId()));
        return customers.find(id, asOf).orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "There is no customer with the id " + id + ".")
                .about("customerId"));
    }

    private static ObjectNode json(String id, @Nullable Arm arm, Decision decision) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("decisionId", id).put(ARM, arm == null ? null : arm.name());
        json.setAll(DecisionJson.write(decision));
        return json;
    }
}
