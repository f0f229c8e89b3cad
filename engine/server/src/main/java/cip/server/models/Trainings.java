package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.jobs.Job;
import cip.server.jobs.JobRunner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Asks for trainings on our own customers. Thread-safe. */
public final class Trainings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JobRunner jobs;
    private final Supplier<List<ModelRecipe>> recipes;
    private final ModelRegistry registry;

    /** @param recipes what can be trained */
    public Trainings(JobRunner jobs, Supplier<List<ModelRecipe>> recipes, ModelRegistry registry) {
        this.jobs = jobs;
        this.recipes = recipes;
        this.registry = registry;
    }

    /** What can be trained. */
    public List<ModelRecipe> recipes() {
        return recipes.get();
    }

    /**
     * By what a model in use is judged once time has passed: the recipe of its score.
     *
     * @return empty = nothing comes true later: it groups customers, nobody knows how to train such a score, or it learned here
     *     what is known on the same day
     */
    public Optional<ModelRecipe> comingTrue(String score, String hash) {
        boolean sameDay = registry.find(hash)
                .map(RegisteredModel::card)
                .filter(ModelCard::isOfItsOwnDay)
                .isPresent();
        return recipes.get().stream()
                .filter(recipe -> !sameDay
                        && recipe.score().equals(score)
                        && recipe.target().comesTrue())
                .findFirst();
    }

    /** What scores are called, with commas between. */
    public String labels(List<String> scores) {
        return scores.stream().map(this::label).collect(Collectors.joining(", "));
    }

    /** What a score is called. */
    String label(String score) {
        return recipes.get().stream()
                .filter(recipe -> recipe.score().equals(score))
                .map(ModelRecipe::label)
                .findFirst()
                .orElse(score);
    }

    /** The versions that were registered while any of these trainings ran, and some of between. */
    List<MadeVersion> made(List<Job> trainings) {
        Optional<Instant> first = trainings.stream()
                .flatMap(job -> Stream.ofNullable(job.startedAt()))
                .min(Comparator.naturalOrder());
        Optional<Instant> last = trainings.stream().anyMatch(job -> job.finishedAt() == null)
                ? Optional.empty()
                : trainings.stream()
                        .flatMap(job -> Stream.ofNullable(job.finishedAt()))
                        .max(Comparator.naturalOrder());
        return first.map(from -> registry.registered(from, last)).orElse(List.of());
    }

    /** When the newest version of a score was registered; empty = there is none. */
    public Optional<Instant> newest(String score) {
        return registry.newest(score);
    }

    /** Queues a training with the usual seed; call {@link JobRunner#wake} once the transaction is committed. */
    public Job enqueue(Handle handle, List<String> scores, TrainingReason reason, String label, String by) {
        return enqueue(handle, label, by, new TrainingJob.Input(scores, TrainingRun.DEFAULT_SEED, reason, null, null));
    }

    /**
     * The same for somebody who asked, with settings and recipes that hold.
     *
     * @param scores to train by their own recipes
     * @param brought the recipes of other scores
     */
    Job enqueue(
            Handle handle,
            List<String> scores,
            long seed,
            ChangedSettings changed,
            List<OwnRecipe> brought,
            String by) {
        List<String> all = Stream.concat(scores.stream(), brought.stream().map(OwnRecipe::score))
                .distinct()
                .toList();
        String label = "Train " + labels(all) + (changed.isEmpty() ? "" : " with changed settings")
                + (brought.isEmpty() ? "" : " by own recipes");
        return enqueue(
                handle,
                label,
                by,
                new TrainingJob.Input(
                        all,
                        seed,
                        TrainingReason.MANUAL,
                        changed.isEmpty() ? null : changed.byScore(),
                        brought.isEmpty() ? null : brought));
    }

    private Job enqueue(Handle handle, String label, String by, TrainingJob.Input input) {
        return jobs.enqueue(handle, TrainingJob.NAME, label, by, text(input));
    }

    private static String text(TrainingJob.Input input) {
        try {
            return JSON.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new EngineException(ErrorCode.INTERNAL, "The input of a training did not write JSON.", e);
        }
    }
}
