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
import cip.spi.ScoreOutput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.ArrayList;
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
    private final OwnRecipes own;
    private final TrainingChoices choices;

    TrainingsResource(
            JobRunner jobs,
            Trainings trainings,
            JobRequests requests,
            Contests contests,
            AdjustableSettings adjustable,
            OwnRecipes own,
            TrainingChoices choices) {
        this.jobs = jobs;
        this.trainings = trainings;
        this.requests = requests;
        this.contests = contests;
        this.adjustable = adjustable;
        this.own = own;
        this.choices = choices;
    }

    /**
     * @param scores to train by their recipes; may be empty when {@code recipes} is not
     * @param seed of every random choice; {@code null} = the usual one
     * @param settings instead of those of the recipes: by score, then trainer, then name; {@code null} = those of the recipes.
     *     A refusal names {@code settings.<score>.<trainer>.<name>}
     * @param recipes that are brought for this training; their scores are not trained by other recipes. {@code null} = none
     */
    public record TrainingRequest(
            @Nullable List<@NotNull String> scores,
            @Nullable Long seed,
            @Nullable
                    Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull Map<@NotNull String, @NotNull String>>>
                            settings,
            @Nullable List<@NotNull @Valid OwnRecipe> recipes) {}

    /**
     * What is trained for a score.
     *
     * @param trainers names of those that compete, the first one first
     * @param features the candidates of any of them
     * @param adjustable what can be set for one training, trainer by trainer
     * @param possible whether the customers of now suffice for the first recipe
     * @param because why they do not; empty = they do
     * @param customers it would learn from
     * @param own what a recipe that is brought may choose from
     */
    public record RecipeView(
            String score,
            String label,
            String description,
            List<String> trainers,
            String target,
            List<String> features,
            List<AdjustableSettings.TrainerSettings> adjustable,
            ScoreOutput.Kind kind,
            boolean possible,
            String because,
            long customers,
            TrainingChoices.OwnChoices own) {}

    /** Trainings, newest first, with the versions they made and what came of their contests with the champion. */
    @GET
    public Page<TrainingView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<Job> found = jobs.jobs(TrainingJob.NAME, cursor, limit + 1);
        Map<String, List<HeldContest>> held = contests
                .ofTrainings(found.stream().map(Job::id).toList())
                .stream()
                .collect(Collectors.groupingBy(HeldContest::jobId));
        List<MadeVersion> made = trainings.made(found);
        List<TrainingView> views = found.stream()
                .map(job -> TrainingView.of(job, trainings::label, made, held.getOrDefault(job.id(), List.of())))
                .toList();
        return Page.of(views, limit, view -> view.job().id(), null);
    }

    /** What can be trained, by which recipe, and what another recipe may be made of. */
    @GET
    @Path("recipes")
    public List<RecipeView> recipes() {
        Map<String, List<ModelRecipe>> byScore = trainings.recipes().stream()
                .collect(Collectors.groupingBy(ModelRecipe::score, LinkedHashMap::new, Collectors.toList()));
        BaseCounts.Counts counts = choices.counts();
        return byScore.values().stream().map(rivals -> view(rivals, counts)).toList();
    }

    private RecipeView view(List<ModelRecipe> rivals, BaseCounts.Counts counts) {
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
                rivals.stream().map(adjustable::of).toList(),
                first.output().kind(),
                counts.whyNot(first.target()).isEmpty(),
                counts.whyNot(first.target()),
                counts.customers(first.target()),
                choices.of(first, counts));
    }

    /** Starts a training; the best model of each score is registered as challenger, its rivals beside it. */
    @POST
    @Answers(status = 202, body = Job.class)
    public Response start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull TrainingRequest request,
            @Context SecurityContext security) {
        List<String> scores = request.scores() == null ? List.of() : request.scores();
        List<OwnRecipe> brought = request.recipes() == null ? List.of() : request.recipes();
        List<String> known =
                trainings.recipes().stream().map(ModelRecipe::score).distinct().toList();
        if (scores.isEmpty() && brought.isEmpty()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "There is nothing to train.\nMaybe name a score, one of " + known + ", or bring a recipe.")
                    .about("scores");
        }
        ChangedSettings changed = ChangedSettings.of(request.settings());
        List<FieldProblem> problems = new ArrayList<>(scores.stream()
                .filter(score -> !known.contains(score))
                .map(score -> new FieldProblem(
                        "scores", "There is no recipe for the score " + score + ", expected one of " + known + "."))
                .toList());
        problems.addAll(adjustable.problems(
                trainings.recipes().stream()
                        .filter(recipe -> scores.contains(recipe.score()))
                        .toList(),
                changed));
        problems.addAll(own.problems(brought));
        if (problems.isEmpty() && !brought.isEmpty()) {
            problems.addAll(choices.impossible(brought));
        }
        if (!problems.isEmpty()) {
            String detail = problems.size() == 1 ? problems.get(0).message() : problems.size() + " things are refused.";
            return Problem.of(ErrorCode.INVALID_VALUE, detail, problems).response();
        }
        List<OwnRecipe> spoken = brought.stream().map(own::spoken).toList();
        long seed = request.seed() == null ? TrainingRun.DEFAULT_SEED : request.seed();
        Caller caller = Caller.of(security);
        return requests.once(
                key,
                caller,
                "POST /trainings",
                request,
                handle -> trainings.enqueue(handle, scores, seed, changed, spoken, caller.name()));
    }
}
