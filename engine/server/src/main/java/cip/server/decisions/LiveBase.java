package cip.server.decisions;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.decide.ScatteredTerms;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The customer base as the last finished run left it, in memory: scores, segments and first actions are all of that run,
 * whatever has been decided alone or by a run still going on. Features are computed anew from what is stored, and customers
 * who came later are not in it. Thread-safe: readers keep the base they got.
 */
public final class LiveBase {
    private static final int PAGE = 2_000;

    private final Database database;
    private final CustomerStore customers;
    private final LiveStrategy strategy;
    private final DecisionStore store = new DecisionStore();
    private final ObjectMapper mapper = new ObjectMapper();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();
    private volatile Optional<Held> held = Optional.empty();

    /**
     * A base in memory.
     *
     * @param run id of the run that left it
     * @param customersRevision that of the customers when they were decided; {@code null} = they changed before they were read
     */
    public record Held(String run, CustomerBase base, @Nullable Long customersRevision) {}

    public LiveBase(Database database, CustomerStore customers, LiveStrategy strategy) {
        this.database = database;
        this.customers = customers;
        this.strategy = strategy;
    }

    /** Empty until the first run over the whole base has finished. */
    public Optional<CustomerBase> current() {
        return held.map(Held::base);
    }

    /** The base with what tells whether its customers are still the same. */
    public Optional<Held> held() {
        return held;
    }

    /** @throws EngineException CONFLICT when no run over the whole base has finished yet */
    public CustomerBase required() {
        return requiredHeld().base();
    }

    /** As {@link #held}. @throws EngineException CONFLICT when no run over the whole base has finished yet */
    public Held requiredHeld() {
        return held.orElseThrow(() -> new EngineException(
                ErrorCode.CONFLICT,
                "The customers have not been decided yet.\n"
                        + "Maybe the first run over the whole base is still going on."));
    }

    /**
     * Reads the base of the last finished run from the store. Not while a run begins, which forgets the runs before.
     *
     * @return the run; empty = there was none, and nothing has been done
     */
    Optional<FinishedRun> reload() {
        Optional<FinishedRun> run = database.read(store::lastRun);
        run.ifPresent(finished -> held = Optional.of(held(finished)));
        return run;
    }

    private Held held(FinishedRun run) {
        CustomerBase base = load(run);
        Long decided = run.customersRevision();
        boolean same = decided != null && decided.equals(database.read(revision::current));
        return new Held(run.id(), base, same ? decided : null);
    }

    private CustomerBase load(FinishedRun run) {
        SplitDecider deciders = strategy.deciders(run.split());
        CustomerBaseBuilder builder = CustomerBase.builder(run.split(), run.asOf());
        Optional<CustomerId> after = Optional.empty();
        while (true) {
            List<CustomerRecord> page = customers.page(after, PAGE, run.asOf());
            if (page.isEmpty()) {
                return builder.build();
            }
            CustomerId last = page.get(page.size() - 1).id();
            addPage(builder, deciders, page, run);
            after = Optional.of(last);
        }
    }

    private void addPage(
            CustomerBaseBuilder builder, SplitDecider deciders, List<CustomerRecord> page, FinishedRun run) {
        Map<CustomerId, CustomerState> states = new HashMap<>();
        database.read(handle -> store.states(
                        handle,
                        run.id(),
                        page.get(0).id(),
                        page.get(page.size() - 1).id()))
                .forEach(state -> states.put(state.customer(), state));
        List<CustomerRecord> decided =
                page.stream().filter(c -> states.containsKey(c.id())).toList();
        if (decided.isEmpty()) {
            return;
        }
        List<CustomerState> rows = decided.stream()
                .map(c -> states.get(c.id()))
                .map(LiveBase::present)
                .toList();
        List<CustomerId> ids = decided.stream().map(CustomerRecord::id).toList();
        ScatteredTerms terms = new ScatteredTerms(ids.size());
        for (SplitDecider.Part part : deciders.parts(ids)) {
            terms.add(part.rows(), terms(part.decider(), part.of(decided), part.of(rows), run));
        }
        builder.add(
                ids,
                terms.all(),
                rows.stream()
                        .map(state -> new CustomerBase.TopAction(state.topAction(), state.expectedValue()))
                        .toList(),
                deciders.deciders().stream().collect(Collectors.toMap(Decider::hash, decider -> decider.strategy()
                        .holdout())));
        builder.contacted(decided);
    }

    private FeatureMatrix terms(
            Decider decider, List<CustomerRecord> decided, List<CustomerState> rows, FinishedRun run) {
        List<FeatureColumn> columns = new ArrayList<>(
                decider.features(decided, new DecisionContext(run.asOf())).columns());
        decider.strategy().models().forEach(model -> columns.add(scoreColumn(model.score(), rows)));
        columns.add(segmentColumn(rows));
        return decider.tables(new FeatureMatrix(decided.size(), columns)).terms();
    }

    private static CustomerState present(@Nullable CustomerState state) {
        return Objects.requireNonNull(state);
    }

    private NumberColumn scoreColumn(String score, List<CustomerState> states) {
        double[] values = new double[states.size()];
        for (int row = 0; row < values.length; row++) {
            JsonNode value = json(states.get(row).scores()).path(score);
            values[row] = value.isNumber() ? value.doubleValue() : Double.NaN;
        }
        return new NumberColumn(score, values);
    }

    private static TextColumn segmentColumn(List<CustomerState> states) {
        @Nullable String[] segments = new String[states.size()];
        for (int row = 0; row < segments.length; row++) {
            segments[row] = states.get(row).segment();
        }
        return new TextColumn(StrategyVocabulary.SEGMENT, segments);
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The scores of a customer are stored as something other than JSON.", e);
        }
    }
}
