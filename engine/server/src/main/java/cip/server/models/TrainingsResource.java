package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.FieldProblem;
import cip.server.http.Idempotency;
import cip.server.http.Page;
import cip.server.http.Problem;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Training models on our own customers. */
@Path("/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.ANALYST})
public final class TrainingsResource {
    private final JobRunner jobs;
    private final Trainings trainings;
    private final JobRequests requests;
    private final Contests contests;
    private final AdjustableSettings adjustable;

    TrainingsResource(
            JobRunner jobs,
            Trainings trainings,
            JobRequests requests,
            Contests contests,
            AdjustableSettings adjustable) {
        this.jobs = jobs;
        this.trainings = trainings;
        this.requests = requests;
        this.contests = contests;
        this.adjustable = adjustable;
    }

    /**
     * @param seed of every random choice; {@code null} = the usual one
     * @param settings instead of those of the recipes: by score, then trainer, then name; {@code null} = those of the recipes.
     *     A refusal names {@code settings.<score>.<trainer>.<name>}
     */
    public record TrainingRequest(
            @NotEmpty List<@NotNull String> scores,
            @Nullable Long seed,
            @Nullable
                    Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull String>>>
                            settings) {}

    /**
     * What is trained for a score.
     *
     * @param trainers names of those that compete, the first one first
     * @param features the candidates of any of them
     * @param adjustable what can be set for one training, trainer by trainer
     */
    public record RecipeView(
            String score,
            String label,
            String description,
            List<String> trainers,
            String target,
            List<String> features,
            List<AdjustableSettings.TrainerSettings> adjustable) {}

    /**
     * A training.
     *
     * @param job it runs as; says how far it is and what went wrong
     * @param reason who or what started it
     * @param settings it takes instead of those of the recipes: by score, then trainer, then name
     * @param contests of the models it has made with the champions of that time; empty = there was none, or not yet
     */
    public record TrainingView(
            Job job,
            List<String> scores,
            TrainingReason reason,
            Map<String, Map<String, Map<String, String>>> settings,
            List<HeldContest> contests) {}

    /** Trainings, newest first, with what came of their models' contests with the champion. */
    @GET
    public Page<TrainingView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<Job> found = jobs.jobs(TrainingJob.NAME, cursor, limit + 1);
        Map<String, List<HeldContest>> held = contests
                .ofTrainings(found.stream().map(Job::id).toList())
                .stream()
                .collect(Collectors.groupingBy(HeldContest::jobId));
        List<TrainingView> views = found.stream()
                .map(job -> view(job, held.getOrDefault(job.id(), List.of())))
                .toList();
        return Page.of(views, limit, view -> view.job().id(), null);
    }

    private static TrainingView view(Job job, List<HeldContest> held) {
        TrainingJob.Input input = TrainingJob.Input.parse(job.input());
        return new TrainingView(
                job,
                input.scores(),
                input.reason() == null ? TrainingReason.MANUAL : input.reason(),
                input.changed().byScore(),
                held);
    }

    /** What can be trained. */
    @GET
    @Path("recipes")
    public List<RecipeView> recipes() {
        Map<String, List<ModelRecipe>> byScore = trainings.recipes().stream()
                .collect(Collectors.groupingBy(ModelRecipe::score, LinkedHashMap::new, Collectors.toList()));
        return byScore.values().stream().map(this::view).toList();
    }

    private RecipeView view(List<ModelRecipe> rivals) {
        ModelRecipe first = rivals.get(0);
        return new RecipeView(
                first.score(),
                first.label(),
                first.description(),
                rivals.stream().map(ModelRecipe::trainer).toList(),
                first.target().description(),
                rivals.stream()
                        .flatMap(recipe -> recipe.features().stream())
                        .distinct()
                        .toList(),
                rivals.stream().map(adjustable::of).toList());
    }

    /** Starts a training; the best model of each score is registered as challenger, its rivals beside it. */
    @POST
    @Answers(status = 202, body = Job.class)
    public Response start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull TrainingRequest request,
            @Context SecurityContext security) {
        List<String> known =
                trainings.recipes().stream().map(ModelRecipe::score).distinct().toList();
        request.scores().stream()
                .filter(score -> !known.contains(score))
                .findFirst()
                .ifPresent(score -> {
                    throw new EngineException(
                                    ErrorCode.INVALID_VALUE,
                                    "There is no recipe for the score " + score + ".\nMaybe it was meant to be one of "
                                            + known + ".")
                            .about("scores");
                });
        ChangedSettings changed = ChangedSettings.of(request.settings());
        List<FieldProblem> problems = adjustable.problems(
                trainings.recipes().stream()
                        .filter(recipe -> request.scores().contains(recipe.score()))
                        .toList(),
                changed);
        if (!problems.isEmpty()) {
            String detail =
                    problems.size() == 1 ? problems.get(0).message() : problems.size() + " settings are refused.";
            return Problem.of(ErrorCode.INVALID_VALUE, detail, problems).response();
        }
        long seed = request.seed() == null ? TrainingRun.DEFAULT_SEED : request.seed();
        Caller caller = Caller.of(security);
        return requests.once(
                key,
                caller,
                "POST /trainings",
                request,
                handle -> trainings.enqueue(handle, request.scores(), seed, changed, caller.name()));
    }
}
