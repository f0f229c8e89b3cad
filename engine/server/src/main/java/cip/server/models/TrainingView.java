package cip.server.models;

import cip.server.jobs.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A training.
 *
 * @param job it runs as; says how far it is and what went wrong
 * @param labels what the scores are called, in their order
 * @param reason who or what started it
 * @param settings it takes instead of those of the recipes: by score, then trainer, then name
 * @param made the versions that were registered while it ran, of the scores it is about
 * @param contests of the models it has made with the champions of that time; empty = there was none, or not yet
 * @param recipes that were brought for it; empty = those of the scores
 */
public record TrainingView(
        Job job,
        List<String> scores,
        List<String> labels,
        TrainingReason reason,
        Map<String, Map<String, Map<String, String>>> settings,
        List<MadeVersion> made,
        List<HeldContest> contests,
        List<OwnRecipe> recipes) {
    /**
     * @param label what a score is called
     * @param registered versions, those of other trainings among them
     */
    static TrainingView of(Job job, UnaryOperator<String> label, List<MadeVersion> registered, List<HeldContest> held) {
        TrainingJob.Input input = TrainingJob.Input.parse(job.input());
        return new TrainingView(
                job,
                input.scores(),
                input.scores().stream().map(label).toList(),
                input.reason() == null ? TrainingReason.MANUAL : input.reason(),
                input.changed().byScore(),
                registered.stream()
                        .filter(version ->
                                input.scores().contains(version.score()) && isDuring(job, version.createdAt()))
                        .toList(),
                held,
                input.brought());
    }

    private static boolean isDuring(Job job, Instant at) {
        Instant start = job.startedAt();
        Instant end = job.finishedAt();
        return start != null && !at.isBefore(start) && (end == null || !at.isAfter(end));
    }
}
