package cip.server.monitoring;

import cip.core.action.Action;
import cip.core.decide.ModelReference;
import cip.core.decide.SplitDecider;
import cip.core.monitor.Drift;
import cip.core.monitor.RealisedQuality;
import cip.core.monitor.Verdict;
import cip.server.models.ModelCard;
import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drift as the last run left it.
 *
 * @param asOf when that run finished; {@code null} = no run has been measured yet
 * @param runs how many runs the recent points go back, this one included
 * @param models of the strategy under which the run decided
 * @param segments shares of the segments; {@code null} = not measured yet
 * @param actions shares of the actions ranked first; {@code null} = not measured yet
 * @param realised of each score the latest run whose 365 days are over, against what happened; empty = there is none
 * @param nextComparison of scores with what happened; {@code null} = no run waits for one
 */
public record MonitoringView(
        @Nullable Instant asOf,
        int runs,
        List<ModelDrift> models,
        @Nullable MixDrift segments,
        @Nullable MixDrift actions,
        List<RealisedScore> realised,
        @Nullable NextComparison nextComparison) {
    /**
     * The run whose scores are compared next with what happened. That takes a run over the base once its 365 days are over and
     * transactions up to that day are known.
     *
     * @param runAsOf the instant for which it decided
     * @param dueAt when its 365 days are over
     * @param transactionsUntil until when transactions are known; {@code null} = there are none
     */
    public record NextComparison(Instant runAsOf, Instant dueAt, @Nullable Instant transactionsUntil) {}

    /**
     * What the scores of a past run turned out to be worth.
     *
     * @param runAsOf the instant for which that run decided; what is measured happened in the 365 days after it
     * @param promised the metrics on the card of the model that gave the scores
     */
    public record RealisedScore(
            String score,
            String label,
            String version,
            String hash,
            ScoreOutput.Kind kind,
            String unit,
            Instant runAsOf,
            Instant measuredAt,
            RealisedQuality quality,
            List<ModelCard.Metric> promised) {}

    /** @param inputs in the order of the model's card */
    public record ModelDrift(
            String score, String label, String version, String hash, SubjectDrift scores, List<SubjectDrift> inputs) {}

    /**
     * @param subject what to ask the history for
     * @param recent against the same model, oldest first
     */
    public record SubjectDrift(String subject, String name, String label, Drift drift, List<RecentPsi> recent) {}

    /** @param psi {@code null} = there was nothing to compare with */
    public record RecentPsi(Instant at, @Nullable Double psi, Verdict verdict) {}

    /**
     * Against the run before.
     *
     * @param groups labels of the segments or actions
     */
    public record MixDrift(String subject, Drift drift, List<RecentPsi> recent, List<Group> groups) {}

    /** A segment or an action. */
    public record Group(String name, String label) {}

    static MonitoringView of(
            List<Measurement> latest,
            List<DriftStore.Point> points,
            List<RealisedScore> realised,
            @Nullable NextComparison nextComparison,
            SplitDecider deciders,
            CardInputs cardInputs) {
        Map<Subject, Measurement> bySubject =
                latest.stream().collect(Collectors.toMap(Measurement::subject, measurement -> measurement));
        Map<Subject, List<DriftStore.Point>> recent =
                points.stream().collect(Collectors.groupingBy(DriftStore.Point::subject));
        Shown shown = new Shown(bySubject, recent, deciders);
        return new MonitoringView(
                latest.isEmpty() ? null : latest.get(0).at(),
                recent.getOrDefault(Subject.SEGMENTS, List.of()).size(),
                deciders.champion().strategy().models().stream()
                        .flatMap(model -> shown.model(model, cardInputs.of(model)).stream())
                        .toList(),
                shown.mix(Subject.SEGMENTS, shown.segmentGroups()),
                shown.mix(Subject.ACTIONS, shown.actionGroups()),
                realised,
                nextComparison);
    }

    /** The inputs on a model's card. */
    interface CardInputs {
        List<String> of(ModelReference model);
    }

    private record Shown(
            Map<Subject, Measurement> latest, Map<Subject, List<DriftStore.Point>> points, SplitDecider deciders) {
        Optional<ModelDrift> model(ModelReference model, List<String> inputs) {
            return subject(Subject.score(model.score()), model.score(), model.label(), model.hash())
                    .map(scores -> new ModelDrift(
                            model.score(),
                            model.label(),
                            model.version(),
                            model.hash(),
                            scores,
                            inputs.stream()
                                    .flatMap(input -> subject(
                                            Subject.input(model.score(), input),
                                            input,
                                            deciders.champion().vocabulary().label(input),
                                            model.hash())
                                            .stream())
                                    .toList()));
        }

        private Optional<SubjectDrift> subject(Subject subject, String name, String label, String hash) {
            return Optional.ofNullable(latest.get(subject))
                    .filter(measurement -> hash.equals(measurement.modelHash()))
                    .map(measurement ->
                            new SubjectDrift(subject.text(), name, label, measurement.drift(), recent(measurement)));
        }

        @Nullable
        MixDrift mix(Subject subject, Stream<Group> groups) {
            Measurement measurement = latest.get(subject);
            return measurement == null
                    ? null
                    : new MixDrift(subject.text(), measurement.drift(), recent(measurement), groups.toList());
        }

        private List<RecentPsi> recent(Measurement measurement) {
            return points.getOrDefault(measurement.subject(), List.of()).stream()
                    .filter(point -> Objects.equals(point.modelHash(), measurement.modelHash()))
                    .map(point -> new RecentPsi(point.at(), point.psi(), point.verdict()))
                    .toList();
        }

        Stream<Group> segmentGroups() {
            return deciders.segments().stream().map(segment -> new Group(segment.id(), segment.label()));
        }

        Stream<Group> actionGroups() {
            return deciders.actions().actions().stream().map((Action action) -> new Group(action.id(), action.name()));
        }
    }
}
