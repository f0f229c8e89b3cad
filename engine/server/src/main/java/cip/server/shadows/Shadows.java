package cip.server.shadows;

import cip.core.customer.CustomerId;
import cip.core.decide.CustomerBase;
import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.monitor.Contest;
import cip.core.monitor.Outcomes;
import cip.core.monitor.RealisedQuality;
import cip.server.audit.Audit;
import cip.server.decisions.DecisionRun;
import cip.server.decisions.LiveBase;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.models.ModelCard;
import cip.server.models.ModelRegistry;
import cip.server.models.RegisteredModel;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import cip.spi.ScoreOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every shadow compared with the champion after each run, on demand, and when a version becomes one; a job does it, so
 * neither a run nor a single decision waits for it. Thread-safe.
 */
public final class Shadows implements DecisionRun.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
    private static final int JOBS_LOOKED_AT = 50;

    private final Database database;
    private final JobRunner jobs;
    private final ModelRegistry models;
    private final LiveBase base;
    private final LiveStrategy strategies;
    private final Clock clock;
    private final ShadowStore store = new ShadowStore();

    Shadows(
            Database database,
            JobRunner jobs,
            ModelRegistry models,
            LiveBase base,
            LiveStrategy strategies,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.models = models;
        this.base = base;
        this.strategies = strategies;
        this.clock = clock;
    }

    /** What goes wrong is logged: the decisions of the run are good all the same. */
    @Override
    public void finished(String runId, CustomerBase decided, Instant at) {
        try {
            watched().forEach(this::compareUnasked);
        } catch (RuntimeException e) {
            LOG.error("After run {} no shadow could be compared with the champion.", runId, e);
        }
    }

    /** A version has become a shadow: it is compared at once, if customers have been decided. */
    public void watch(String model) {
        if (base.current().isPresent() && watched().contains(model)) {
            compareUnasked(model);
        }
    }

    /** Hashes of the shadows that are not the champion. */
    List<String> watched() {
        Map<String, String> deciding = champions();
        return models.shadows(clock.instant()).entrySet().stream()
                .filter(shadow -> deciding.containsKey(shadow.getKey())
                        && !shadow.getValue().equals(deciding.get(shadow.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Hash of the model that decides, by score. */
    private Map<String, String> champions() {
        return strategies.snapshot().decider().strategy().models().stream()
                .collect(Collectors.toMap(ModelReference::score, ModelReference::hash));
    }

    private void compareUnasked(String model) {
        if (!isWaiting(model)) {
            jobs.submit(ShadowJob.NAME, label(models.model(model)), Audit.SYSTEM, ShadowJob.Input.text(model));
        }
    }

    private boolean isWaiting(String model) {
        return jobs.jobs(ShadowJob.NAME, null, JOBS_LOOKED_AT).stream()
                .anyMatch(job -> job.startedAt() == null && !job.state().hasEnded() && isOf(job, model));
    }

    /** Whether a comparison of the version waits or goes on. */
    boolean isUnderWay(String model) {
        return jobs.jobs(ShadowJob.NAME, null, JOBS_LOOKED_AT).stream()
                .anyMatch(job -> !job.state().hasEnded() && isOf(job, model));
    }

    private static boolean isOf(Job job, String model) {
        return job.input().equals(ShadowJob.Input.text(model));
    }

    /**
     * Queues a comparison of any version with the champion of its score.
     *
     * @throws EngineException NOT_FOUND when there is no such version; CONFLICT when no run has finished; INVALID_VALUE when it
     *     is the champion, or the live strategy has no such score
     */
    Job compare(Handle handle, String model, String by) {
        RegisteredModel version = models.model(model);
        base.required();
        String score = version.card().score();
        String champion = champions().get(score);
        if (champion == null || champion.equals(model)) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    champion == null
                            ? "The live strategy has no score " + score + "."
                            : "This version is the champion, expected one that could take its place.");
        }
        return jobs.enqueue(handle, ShadowJob.NAME, label(version), by, ShadowJob.Input.text(model));
    }

    private static String label(RegisteredModel model) {
        return "Compare " + model.card().label() + " version " + model.version() + " with the champion";
    }

    /** Of one version, the latest run first. */
    List<ShadowComparison> comparisons(String model, int limit) {
        return database.read(handle -> store.of(handle, model, limit));
    }

    /** Of one version, what was measured last; empty = nothing could be yet. */
    Optional<ShadowRealised> realised(String model) {
        return database.read(handle -> store.realised(handle, model)).stream().findFirst();
    }

    /** What both models gave some customers in one run, and what happened, row by row. Not safe to share between threads. */
    public final class Pair {
        private final String run;
        private final ModelCard card;
        private final KeptScores kept;
        private final List<KeptScores.Both> predicted = new ArrayList<>();
        private final List<Double> actual = new ArrayList<>();

        private Pair(String run, ModelCard card, KeptScores kept) {
            this.run = run;
            this.card = card;
            this.kept = kept;
        }

        public String score() {
            return card.score();
        }

        /** Whether it is known what both models gave the customer. */
        public boolean has(CustomerId customer) {
            return kept.byCustomer().containsKey(customer);
        }

        /** @param happened to a customer whom it {@linkplain #has has} */
        public void add(CustomerId customer, double happened) {
            Optional.ofNullable(kept.byCustomer().get(customer)).ifPresent(both -> {
                predicted.add(both);
                actual.add(happened);
            });
        }

        private Outcomes outcomes(ToDoubleFunction<KeptScores.Both> of) {
            return new Outcomes(
                    predicted.stream().mapToDouble(of).toArray(),
                    actual.stream().mapToDouble(Double::doubleValue).toArray(),
                    IntStream.range(0, actual.size()).toArray());
        }

        /** Keeps what came of it. */
        public void keep(Handle handle, Instant measuredAt) {
            boolean probability = card.kind() == ScoreOutput.Kind.PROBABILITY;
            Function<Outcomes, RealisedQuality> quality =
                    probability ? RealisedQuality::ofProbabilities : RealisedQuality::ofAmounts;
            Outcomes champion = outcomes(KeptScores.Both::champion);
            Outcomes shadow = outcomes(KeptScores.Both::shadow);
            RealisedQuality ofChampion = quality.apply(champion);
            Contest contest = !ofChampion.enough()
                    ? null
                    : probability
                            ? Contest.ofProbabilities(champion, shadow, 0)
                            : Contest.ofAmounts(champion, shadow, 0);
            store.insert(
                    handle,
                    new ShadowRealised(run, card.hash(), measuredAt, ofChampion, quality.apply(shadow), contest));
        }
    }

    /** Every shadow of a run, to be filled with what happened. */
    public List<Pair> pairs(String run) {
        List<Pair> pairs = new ArrayList<>();
        database.read(handle -> store.kept(handle, run))
                .forEach((model, kept) ->
                        pairs.add(new Pair(run, models.model(model).card(), kept)));
        return pairs;
    }
}
