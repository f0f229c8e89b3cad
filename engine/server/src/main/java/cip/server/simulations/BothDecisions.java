package cip.server.simulations;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.DecisionJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Decides one customer under both strategies of a simulation again, with reasons. Thread-safe. */
final class BothDecisions {
    private final LiveStrategy strategies;
    private final CustomerStore customers;
    private final PersonalData personal;
    private final LookUps lookUps;

    BothDecisions(LiveStrategy strategies, CustomerStore customers, PersonalData personal, LookUps lookUps) {
        this.strategies = strategies;
        this.customers = customers;
        this.personal = personal;
        this.lookUps = lookUps;
    }

    /**
     * A customer as both strategies decide, as of the instant of the simulation and from what is known of the customer now.
     *
     * @param before a decision with its reasons, as under /decisions
     * @param after the same under the strategy tried
     */
    public record BothSides(ObjectNode before, ObjectNode after) {}

    /** @throws EngineException NOT_FOUND when there is no such customer; CONFLICT when the simulation has not finished */
    BothSides of(StoredSimulation simulation, String customerId, Caller caller) {
        StoredSimulation.Finished finished = simulation
                .finished()
                .orElseThrow(() -> new EngineException(ErrorCode.CONFLICT, "The simulation has not finished."));
        DecisionContext context = new DecisionContext(finished.asOf());
        CustomerRecord customer = customers
                .find(new CustomerId(customerId), context.asOf())
                .orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "There is no customer with the id " + customerId + "."));
        lookUps.one(caller, customer.id());
        return new BothSides(
                decision(strategies.decider(simulation.before()), customer, context, caller),
                decision(strategies.decider(simulation.after()), customer, context, caller));
    }

    private ObjectNode decision(Decider decider, CustomerRecord customer, DecisionContext context, Caller caller) {
        Decision decision = decider.decideWithReasons(List.of(customer), context, personal.words(decider, caller))
                .get(0);
        return DecisionJson.write(personal.shown(decider, decision, caller)).putNull("decisionId");
    }
}
