package cip.server.openscoring;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Problem;
import cip.server.http.ReceivedFile;
import cip.server.http.Roles;
import cip.server.http.UnlimitedBody;
import cip.server.imports.csv.CsvFormat;
import cip.server.models.ModelRegistry;
import cip.server.models.ModelUpload;
import cip.server.models.RegisteredModel;
import cip.spi.ScoreOutput;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of Openscoring over our registry, so that its clients need another address and nothing else. An id is a score,
 * which means its champion, or {@code <score>@<version>}.
 */
@Path("/openscoring/model")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
@OpenscoringResource.Openscoring
public final class OpenscoringResource {
    private static final String ROOT = "/openscoring/model/";
    private static final String CSV = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    private final ServedModels models;
    private final ModelRegistry registry;
    private final ModelUpload upload;
    private final java.nio.file.Path received;
    private final long largestFile;

    OpenscoringResource(
            ServedModels models,
            ModelRegistry registry,
            ModelUpload upload,
            java.nio.file.Path received,
            long largestFile) {
        this.models = models;
        this.registry = registry;
        this.upload = upload;
        this.received = received;
        this.largestFile = largestFile;
    }

    /** Marks answers whose failures have a message where clients of Openscoring look for it. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Openscoring {}

    /** Every model, champions first. */
    public record Models(List<ModelDescription> responses) {}

    /** Records to score, each for itself. */
    public record Batch(@Nullable String id, @Valid @NotNull List<@NotNull Question> requests) {}

    /** An answer for every record, in the order of the questions. */
    public record BatchAnswer(@Nullable String id, List<Answer> responses) {}

    /** Every version of every model. */
    @GET
    public Models models() {
        return new Models(models.all().stream()
                .map(entry -> ModelDescription.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** One version of a model, with its inputs and outputs. */
    @GET
    @Path("{id}")
    public ModelDescription model(@PathParam("id") String id) {
        return ModelDescription.of(id, models.served(id));
    }

    /** The file as it was brought, byte for byte. */
    @GET
    @Path("{id}/pmml")
    @Produces(MediaType.APPLICATION_XML)
    public byte[] pmml(@PathParam("id") String id) {
        return registry.pmml(models.registered(id).hash());
    }

    /**
     * Registers a PMML file as a version, as {@code POST /models} does, with the same checks; it decides nothing until it is
     * published. An id without a version takes the next number; the same file again changes nothing.
     */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @UnlimitedBody
    @RolesAllowed(Roles.ADMIN)
    @Answers(status = 201, body = ModelDescription.class)
    public Response deploy(
            @PathParam("id") String id,
            @QueryParam("label") @Nullable String label,
            @QueryParam("kind") ScoreOutput.@Nullable Kind kind,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("description") @Nullable String description,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        ServedModels.Id wanted = ServedModels.Id.of(id);
        ModelUpload.Stated stated =
                new ModelUpload.Stated(wanted.score(), wanted.version().orElse(null), label, kind, unit, description);
        ModelUpload.Outcome outcome =
                upload.put(body, stated, Caller.of(security).name());
        String made = ServedModels.idOf(outcome.model());
        ModelDescription described = ModelDescription.of(made, models.served(made));
        return outcome.isNew()
                ? Response.created(URI.create(ROOT + made)).entity(described).build()
                : Response.ok(described).build();
    }

    /** Scores one record. @param explain true = the answer says what each input adds to the score */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer evaluate(
            @PathParam("id") String id,
            @QueryParam("explain") @DefaultValue("false") boolean explain,
            @Valid @NotNull Question question) {
        Answer answer = new Evaluation(models.served(id), explain).answer(question);
        if (answer.message() != null) {
            throw new EngineException(ErrorCode.INVALID_VALUE, answer.message());
        }
        return answer;
    }

    /**
     * Scores records; one that gets no results says why in its message.
     *
     * @param explain true = every answer says what each input adds to the score
     */
    @POST
    @Path("{id}/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public BatchAnswer evaluateBatch(
            @PathParam("id") String id,
            @QueryParam("explain") @DefaultValue("false") boolean explain,
            @Valid @NotNull Batch batch) {
        Evaluation evaluation = new Evaluation(models.served(id), explain);
        return new BatchAnswer(
                batch.id(), batch.requests().stream().map(evaluation::answer).toList());
    }

    /**
     * Scores the rows of a CSV file. The answer is a CSV file with a row for each: the first column when it is called Id,
     * every target and output, and last {@code message}, which says why a row has no results.
     *
     * @param delimiterChar comma, semicolon, tab or vertical bar; absent = told from the first rows
     * @param explain true = before {@code message} stand the scale, the baseline and what each input adds to the score
     */
    @POST
    @Path("{id}/csv")
    @Consumes(MediaType.WILDCARD)
    @Produces(CSV)
    @UnlimitedBody
    public Response evaluateCsv(
            @PathParam("id") String id,
            @QueryParam("delimiterChar") @Nullable String delimiterChar,
            @QueryParam("explain") @DefaultValue("false") boolean explain,
            InputStream body)
            throws IOException {
        Evaluation asked = new Evaluation(models.served(id), explain);
        Optional<Character> delimiter = delimiter(delimiterChar);
        ReceivedFile file = ReceivedFile.of(body, received, largestFile);
        try {
            CsvEvaluation evaluation = new CsvEvaluation(asked, file.path(), delimiter);
            StreamingOutput rows = out -> {
                try (file) {
                    evaluation.write(out);
                }
            };
            return Response.ok(rows).build();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Always refused: what a stored decision was made by stays readable. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    public void undeploy(@PathParam("id") String id) {
        RegisteredModel model = models.registered(id);
        throw new EngineException(
                ErrorCode.CONFLICT,
                "The model " + ServedModels.idOf(model)
                        + " is not deleted: a version is never changed and never deleted,"
                        + " because decisions made by it stay readable.\nMaybe the strategy should use another version:"
                        + " simulate and publish that one.");
    }

    private static Optional<Character> delimiter(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() != 1 || !CsvFormat.isDelimiter(text.charAt(0))) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE, "delimiterChar is none of comma, semicolon, tab and vertical bar.")
                    .about("delimiterChar");
        }
        return Optional.of(text.charAt(0));
    }

    /** A problem, and its detail once more under the name that clients of Openscoring know. */
    record Refusal(String message, @JsonUnwrapped Problem problem) {}

    /** Adds the message. */
    @Openscoring
    static final class Messages implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getEntity() instanceof Problem problem) {
                response.setEntity(
                        new Refusal(problem.detail(), problem),
                        response.getEntityAnnotations(),
                        response.getMediaType());
            }
        }
    }
}
