package cip.server.monitoring;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSample;
import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.monitor.Outcomes;
import cip.core.monitor.RealisedQuality;
import cip.server.customers.CustomerStore;
import cip.server.decisions.PastRuns;
import cip.server.jobs.JobContext;
import cip.server.jobs.JobKind;
import cip.server.models.LaterPurchases;
import cip.server.models.ModelRecipe;
import cip.server.shadows.Shadows;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.spi.ScoreOutput;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Compares the scores of a run of a year ago with what its customers have done since. Of a large base it takes about 20,000
 * customers, chosen by a hash of their ids. A challenger's customers have their scores of the champion's models, which are the
 * same. What shadows gave is measured beside it, on the customers whose scores were kept. After a crash it begins again and measures the same.
 */
final class RealisedJob implements JobKind {
    static final String NAME = "REALISED_QUALITY";

    /** How far the targets of recipes look ahead. */
    static final Duration HORIZON = Duration.ofDays(365);

    private static final int PAGE = 1_000;
    private static final long MOST_CUSTOMERS = 20_000;

    private final Database database;
    private final CustomerStore customers;
    private final PastRuns runs;
    private final LiveStrategy strategy;
    private final BiFunction<String, String, Optional<ModelRecipe>> recipes;
    private final Shadows shadows;
    private final Clock clock;
    private final RealisedStore store = new RealisedStore();

    /** @param recipes by what a model is judged: by score and hash; empty = nothing comes true of it */
    RealisedJob(
            Database database,
            CustomerStore customers,
            PastRuns runs,
            LiveStrategy strategy,
            BiFunction<String, String, Optional<ModelRecipe>> recipes,
            Shadows shadows,
            Clock clock) {
        this.database = database;
        this.customers = customers;
        this.runs = runs;
        this.strategy = strategy;
        this.recipes = recipes;
        this.shadows = shadows;
        this.clock = clock;
    }

    /** @param run id of the run whose scores are compared */
    record Input(String run) {
        static String text(String run) {
            return "{\"run\":\"" + run + "\"}";
        }
    }

    /** Of one score, row by row. */
    private record Rows(List<Double> predicted, List<Double> actual) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Outcomes outcomes() {
            return new Outcomes(
                    predicted.stream().mapToDouble(Double::doubleValue).toArray(),
                    actual.stream().mapToDouble(Double::doubleValue).toArray(),
                    IntStream.range(0, actual.size()).toArray());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> run(JobContext context) {
        String id = input(context.input()).run();
        PastRuns.PastRun run = runs.run(id);
        Map<String, ModelRecipe> targets = new HashMap<>();
        List<ModelReference> models = strategy.strategy(run.split().champion()).models();
        for (ModelReference model : models) {
            recipes.apply(model.score(), model.hash()).ifPresent(recipe -> targets.put(model.score(), recipe));
        }
        List<Shadows.Pair> pairs = shadows.pairs(id).stream()
                .filter(pair -> targets.containsKey(pair.score()))
                .toList();
        Map<String, Rows> rows = compare(context, run, targets, pairs);
        Instant now = clock.instant();
        List<Realised> measured = new ArrayList<>();
        for (ModelReference model : models) {
            Rows ofScore = rows.get(model.score());
            if (ofScore != null) {
                measured.add(new Realised(
                        run.id(), model.score(), model.hash(), run.asOf(), now, quality(model.output(), ofScore)));
            }
        }
        database.execute(handle -> {
            pairs.forEach(pair -> pair.keep(handle, now));
            store.insert(handle, run.id(), now, measured);
        });
        return Optional.of("/api/monitoring");
    }

    private Map<String, Rows> compare(
            JobContext context, PastRuns.PastRun run, Map<String, ModelRecipe> targets, List<Shadows.Pair> pairs) {
        long total = customers.count();
        CustomerSample sample = new CustomerSample("", Math.max(1, (total + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS));
        Map<String, Rows> rows = new HashMap<>();
        targets.keySet().forEach(score -> rows.put(score, new Rows()));
        Optional<CustomerId> after = Optional.empty();
        long seen = 0;
        while (true) {
            context.step(seen, total);
            List<CustomerRecord> page = customers.page(after, PAGE, run.asOf().plus(HORIZON));
            if (page.isEmpty()) {
                return rows;
            }
            List<CustomerRecord> chosen =
                    page.stream().filter(customer -> sample.has(customer.id())).toList();
            Map<CustomerId, Map<String, Double>> scores = runs.scores(
                    run.id(), chosen.stream().map(CustomerRecord::id).toList());
            for (CustomerRecord customer : chosen) {
                LaterPurchases later = LaterPurchases.of(customer.purchases());
                scores.getOrDefault(customer.id(), Map.of()).forEach((score, predicted) -> {
                    ModelRecipe recipe = targets.get(score);
                    if (recipe != null) {
                        Rows ofScore = rows.computeIfAbsent(score, none -> new Rows());
                        ofScore.predicted().add(predicted);
                        ofScore.actual().add(recipe.realised(later));
                    }
                });
            }
            pairs.forEach(pair -> add(pair, page, targets));
            seen += page.size();
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }

    private static void add(Shadows.Pair pair, List<CustomerRecord> page, Map<String, ModelRecipe> targets) {
        Optional.ofNullable(targets.get(pair.score())).ifPresent(recipe -> page.stream()
                .filter(customer -> pair.has(customer.id()))
                .forEach(
                        customer -> pair.add(customer.id(), recipe.realised(LaterPurchases.of(customer.purchases())))));
    }

    private static RealisedQuality quality(ScoreOutput output, Rows rows) {
        return output.kind() == ScoreOutput.Kind.PROBABILITY
                ? RealisedQuality.ofProbabilities(rows.outcomes())
                : RealisedQuality.ofAmounts(rows.outcomes());
    }

    private static Input input(String json) {
        try {
            return new ObjectMapper().readValue(json, Input.class);
        } catch (JsonProcessingException e) {
            throw new EngineException(ErrorCode.INTERNAL, "The input of a comparison is not JSON.", e);
        }
    }
}
