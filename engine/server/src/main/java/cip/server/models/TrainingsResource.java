package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import cip.server.jobs.JobRunner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Training models on our own customers. */
@Path("/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.ANALYST})
public final class TrainingsResource {
    private final JobRunner jobs;
    private final Supplier<List<ModelRecipe>> recipes;
    private final JobRequests requests;
    private final ObjectMapper mapper = new ObjectMapper();

    TrainingsResource(JobRunner jobs, Supplier<List<ModelRecipe>> recipes, JobRequests requests) {
        this.jobs = jobs;
        this.recipes = recipes;
        this.requests = requests;
    }

    /** @param seed of every random choice; {@code null} = the usual one */
    public record TrainingRequest(@NotEmpty List<@NotNull String> scores, @Nullable Long seed) {}

    /**
     * What is trained for a score.
     *
     * @param trainer the trainers that compete, the first one first, separated by commas
     * @param features the candidates of any of them
     */
    public record RecipeView(
            String score, String label, String description, String trainer, String target, List<String> features) {}

    /** What can be trained. */
    @GET
    @Path("recipes")
    public List<RecipeView> recipes() {
        Map<String, List<ModelRecipe>> byScore = recipes.get().stream()
                .collect(Collectors.groupingBy(ModelRecipe::score, LinkedHashMap::new, Collectors.toList()));
        return byScore.values().stream().map(TrainingsResource::view).toList();
    }

    private static RecipeView view(List<ModelRecipe> rivals) {
        ModelRecipe first = rivals.get(0);
        return new RecipeView(
                first.score(),
                first.label(),
                first.description(),
                rivals.stream().map(ModelRecipe::trainer).collect(Collectors.joining(", ")),
                first.target().description(),
                rivals.stream()
                        .flatMap(recipe -> recipe.features().stream())
                        .distinct()
                        .toList());
    }

    /** Starts a training; the best model of each score is registered as challenger, its rivals beside it. */
    @POST
    @Answers(status = 202, body = Job.class)
    public Response start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull TrainingRequest request,
            @Context SecurityContext security) {
        List<String> known =
                recipes.get().stream().map(ModelRecipe::score).distinct().toList();
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
        long seed = request.seed() == null ? TrainingRun.DEFAULT_SEED : request.seed();
        Caller caller = Caller.of(security);
        String label = "Train " + String.join(", ", request.scores());
        String input = text(new TrainingJob.Input(request.scores(), seed));
        return requests.once(
                key,
                caller,
                "POST /trainings",
                request,
                handle -> jobs.enqueue(handle, TrainingJob.NAME, label, caller.name(), input));
    }

    private String text(TrainingJob.Input input) {
        try {
            return mapper.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new EngineException(ErrorCode.INTERNAL, "The input of a training did not write JSON.", e);
        }
    }
}
