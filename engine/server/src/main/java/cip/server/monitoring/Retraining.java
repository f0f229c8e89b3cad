package cip.server.monitoring;

import cip.core.decide.CustomerBase;
import cip.core.monitor.Verdict;
import cip.server.audit.Audit;
import cip.server.decisions.DecisionRun;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import cip.server.models.ModelRecipe;
import cip.server.models.TrainingReason;
import cip.server.models.Trainings;
import cip.server.monitoring.RetrainingPlan.NextTraining;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts trainings that nobody asked for: because the newest version of a score has become old, or because an input or the
 * score of a champion has drifted. A reason counts once: it is kept in the transaction that queues the training, and whatever
 * came of that, it never starts another. Reasons are
 *
 * <ul>
 *   <li>{@code drift/<model hash>/<subject>}: a subject starts one training for each champion it drifts away from;
 *   <li>{@code schedule/<score>/<instant since which the score was not trained>}: trained or failed, the next is due a whole
 *       period later.
 * </ul>
 */
final class Retraining implements DecisionRun.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    private final RetrainingConfiguration configuration;
    private final Database database;
    private final JobRunner jobs;
    private final Audit audit;
    private final Clock clock;
    private final Trainings trainings;
    private final Function<Instant, Map<String, String>> champions;
    private final Supplier<List<Measurement>> drift;
    private final RetrainingStore store = new RetrainingStore();

    /**
     * @param champions hash of the model behind each score of the strategy that was live at an instant
     * @param drift of the run that was measured last
     */
    Retraining(
            RetrainingConfiguration configuration,
            Database database,
            JobRunner jobs,
            Audit audit,
            Clock clock,
            Trainings trainings,
            Function<Instant, Map<String, String>> champions,
            Supplier<List<Measurement>> drift) {
        this.configuration = configuration;
        this.database = database;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.trainings = trainings;
        this.champions = champions;
        this.drift = drift;
    }

    /** @param text as stored @param because as shown */
    private record Reason(String text, String score, TrainingReason kind, String because) {}

    @Override
    public void finished(String runId, CustomerBase base, Instant at) {
        // The run is finished whatever comes of this.
        try {
            check();
        } catch (RuntimeException e) {
            LOG.error("It could not be told whether a model must be trained again.", e);
        }
    }

    /** Serialised, so that a run that ends while the timer looks does not ask twice. */
    synchronized void check() {
        List<Reason> reasons = new ArrayList<>();
        if (configuration.onDrift()) {
            reasons.addAll(drifted());
        }
        if (!configuration.every().isZero()) {
            reasons.addAll(due());
        }
        List<Reason> fresh = database.read(handle -> reasons.stream()
                .filter(reason -> !store.has(handle, reason.text()))
                .toList());
        for (TrainingReason kind : List.of(TrainingReason.DRIFT, TrainingReason.SCHEDULE)) {
            List<Reason> ofKind =
                    fresh.stream().filter(reason -> reason.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                start(kind, ofKind);
            }
        }
    }

    private void start(TrainingReason kind, List<Reason> reasons) {
        List<String> scores =
                List.copyOf(reasons.stream().map(Reason::score).collect(Collectors.toCollection(TreeSet::new)));
        String because = reasons.stream().map(Reason::because).distinct().collect(Collectors.joining(", "));
        Job job = database.write(handle -> {
            Job queued = trainings.enqueue(
                    handle, scores, kind, "Train " + trainings.labels(scores) + " again: " + because, Audit.SYSTEM);
            for (Reason reason : reasons) {
                store.insert(handle, reason.text(), reason.score(), kind, queued.id(), clock.instant());
            }
            audit.record(handle, Audit.SYSTEM, "TRAINING_STARTED", queued.id(), kind + ": " + because + ".");
            return queued;
        });
        jobs.wake(job);
    }

    private List<Reason> drifted() {
        Map<String, String> champion = champions.apply(clock.instant());
        List<Reason> reasons = new ArrayList<>();
        for (Measurement measurement : drift.get()) {
            Optional<String> score = trainable()
                    .filter(name -> measurement.modelHash() != null
                            && measurement.modelHash().equals(champion.get(name))
                            && measurement.subject().isOf(name))
                    .findFirst();
            if (measurement.drift().verdict() == Verdict.DRIFT && score.isPresent()) {
                String subject = measurement.subject().text();
                reasons.add(new Reason(
                        "drift/" + measurement.modelHash() + "/" + subject,
                        score.get(),
                        TrainingReason.DRIFT,
                        measurement.subject().inWords() + " drifted"));
            }
        }
        return reasons;
    }

    private List<Reason> due() {
        Instant now = clock.instant();
        Map<String, String> champion = champions.apply(now);
        return trainable()
                .filter(champion::containsKey)
                .flatMap(score -> {
                    Instant since = since(score);
                    return since.plus(configuration.every()).isAfter(now)
                            ? Stream.<Reason>empty()
                            : Stream.of(new Reason(
                                    "schedule/" + score + "/" + since,
                                    score,
                                    TrainingReason.SCHEDULE,
                                    "not trained for " + configuration.every().toDays() + " days"));
                })
                .toList();
    }

    /** What would start a training from now on. */
    RetrainingPlan plan() {
        Map<String, String> champion = champions.apply(clock.instant());
        List<NextTraining> next = configuration.every().isZero()
                ? List.of()
                : trainable()
                        .filter(champion::containsKey)
                        .map(score -> new NextTraining(
                                score,
                                trainings.labels(List.of(score)),
                                since(score).plus(configuration.every())))
                        .sorted(Comparator.comparing(NextTraining::dueAt))
                        .toList();
        return new RetrainingPlan(configuration.onDrift(), configuration.every().toDays(), next);
    }

    private Instant since(String score) {
        Instant registered = trainings.newest(score).orElse(Instant.EPOCH);
        Instant started = database.read(handle -> store.last(handle, score)).orElse(Instant.EPOCH);
        return registered.isAfter(started) ? registered : started;
    }

    /** Each once, however many recipes compete for it. */
    private Stream<String> trainable() {
        return trainings.recipes().stream().map(ModelRecipe::score).distinct();
    }
}
