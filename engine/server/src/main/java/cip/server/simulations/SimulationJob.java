package cip.server.simulations;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.DecisionContext;
import cip.core.simulate.Simulation;
import cip.core.simulate.Simulator;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.jobs.Job;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides every customer under two strategies, page by page in the order of ids. Each page's changes are kept in one
 * transaction with the counts so far, so that after a crash nobody is counted twice or left out.
 */
final class SimulationJob implements JobKind {
    static final String NAME = "SIMULATION";
    private static final int PAGE = 1_000;

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategies;
    private final Clock clock;
    private final SimulationStore store = new SimulationStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();
    private final ObjectMapper mapper = new ObjectMapper();

    SimulationJob(Database database, CustomerStore customers, LiveStrategy strategies, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.strategies = strategies;
        this.clock = clock;
    }

    /**
     * @param customersRevision that of the customers before the first was read; {@code null} = it was not counted yet
     * @param after the last customer counted; {@code null} = none yet
     */
    private record Reached(Instant asOf, @Nullable Long customersRevision, @Nullable String after, Simulation counts) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext context) {
        StoredSimulation simulation =
                database.read(handle -> store.find(handle, context.jobId())).orElseThrow();
        Simulator simulator =
                new Simulator(strategies.decider(simulation.before()), strategies.decider(simulation.after()));
        Reached reached = context.checkpoint()
                .map(this::parse)
                .orElseGet(
                        () -> new Reached(clock.instant(), database.read(revision::current), null, Simulation.none()));
        long total = customers.count();
        while (true) {
            context.step(reached.counts().customers(), total);
            Optional<CustomerId> after = Optional.ofNullable(reached.after()).map(CustomerId::new);
            List<CustomerRecord> page = customers.page(after, PAGE, reached.asOf());
            if (page.isEmpty()) {
                finish(simulation, reached);
                return Optional.of("/api/simulations/" + simulation.id());
            }
            reached = count(context, simulator, page, reached);
        }
    }

    private Reached count(JobContext context, Simulator simulator, List<CustomerRecord> page, Reached reached) {
        Simulator.Compared compared = simulator.compare(page, new DecisionContext(reached.asOf()));
        Reached next = new Reached(
                reached.asOf(),
                reached.customersRevision(),
                page.get(page.size() - 1).id().value(),
                reached.counts().plus(compared.counts()));
        database.execute(handle -> {
            store.insertChanges(handle, context.jobId(), compared.changes());
            context.checkpoint(handle, text(next), next.counts().customers());
        });
        return next;
    }

    private void finish(StoredSimulation simulation, Reached reached) {
        StoredSimulation.Finished finished = new StoredSimulation.Finished(
                reached.asOf(), reached.counts(), clock.instant(), reached.customersRevision());
        database.execute(handle -> store.finish(handle, simulation.id(), finished));
    }

    /** A simulation that did not finish leaves nothing behind. */
    @Override
    public void cleanUp(Job job) {
        database.execute(handle -> store.deleteUnfinished(handle, job.id()));
    }

    private Reached parse(String checkpoint) {
        try {
            JsonNode json = mapper.readTree(checkpoint);
            return new Reached(
                    Instant.parse(json.path("asOf").asText()),
                    json.path("customersRevision").isNumber()
                            ? json.path("customersRevision").asLong()
                            : null,
                    json.path("after").asText(),
                    mapper.treeToValue(json.path("counts"), Simulation.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The checkpoint of a simulation is not JSON.", e);
        }
    }

    private String text(Reached reached) {
        ObjectNode json = mapper.createObjectNode()
                .put("asOf", reached.asOf().toString())
                .put("customersRevision", reached.customersRevision())
                .put("after", reached.after());
        json.set("counts", mapper.valueToTree(reached.counts()));
        return json.toString();
    }
}
