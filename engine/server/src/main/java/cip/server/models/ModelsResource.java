package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Roles;
import cip.server.http.UnlimitedBody;
import cip.spi.ScoreOutput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The registry of models: every version with its card and original bytes, what each is used as, and new ones. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class ModelsResource {
    private static final String CHAMPION = "CHAMPION";

    private final ModelRegistry registry;
    private final ModelUpload upload;
    private final ModelVersions versions;
    private final Consumer<String> watch;
    private final Clock clock;
    private final Idempotency idempotency;

    /** @param watch told the hash of a version that has become a shadow */
    ModelsResource(
            ModelRegistry registry,
            ModelUpload upload,
            ModelVersions versions,
            Consumer<String> watch,
            Clock clock,
            Idempotency idempotency) {
        this.registry = registry;
        this.upload = upload;
        this.versions = versions;
        this.watch = watch;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    /** @param model hash of a version; {@code null} takes the alias away @param reason as the audit trail has it */
    public record AliasRequest(@Nullable String model, @NotBlank @Size(max = 500) String reason) {}

    /**
     * Versions without their cards: those in use first, then the newest.
     *
     * @param score its versions alone; {@code null} = those of every score
     * @param asOf ISO-8601: as the registry was at that instant, versions of later left out
     * @param archived whether those that were put away are listed too
     */
    @GET
    public Page<ModelSummary> models(
            @QueryParam("score") @Nullable String score,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("archived") @DefaultValue("false") boolean archived,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return versions.page(instant(asOf), score, archived, cursor, limit);
    }

    /**
     * One version of a model, with its card.
     *
     * @param asOf ISO-8601: what it was used as at that instant, and what was said of it
     */
    @GET
    @Path("{hash}")
    public ModelVersion one(@PathParam("hash") String hash, @QueryParam("asOf") @Nullable String asOf) {
        return versions.one(hash, instant(asOf));
    }

    /** The file as it was brought, byte for byte. */
    @GET
    @Path("{hash}/pmml")
    @Produces(MediaType.APPLICATION_XML)
    public Response pmml(@PathParam("hash") String hash) {
        RegisteredModel model = registry.model(hash);
        ModelCard card = model.card();
        return Response.ok(registry.pmml(hash))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + card.score() + "-" + model.version() + ".pmml\"")
                .build();
    }

    /**
     * Registers a PMML file, sent as the raw body, after every check that can be made. What is not stated is taken from the
     * champion of the same score.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @UnlimitedBody
    @RolesAllowed({Roles.ADMIN, Roles.ANALYST})
    @Answers(status = 201, body = ModelVersion.class)
    public Response register(
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @QueryParam("score") @DefaultValue("") String score,
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("label") @Nullable String label,
            @QueryParam("kind") ScoreOutput.@Nullable Kind kind,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("description") @Nullable String description,
            @Context SecurityContext security,
            InputStream body)
            throws IOException {
        Caller caller = Caller.of(security);
        ModelUpload.Stated stated = new ModelUpload.Stated(score, version, label, kind, unit, description);
        ShippedModel checked = upload.receive(body, stated);
        return idempotency.once(key, caller, "POST /models", new Sent(checked.hash(), stated), handle -> {
            RegisteredModel model = registry.register(handle, checked, caller.name());
            return Made.created("/api/models/" + model.hash(), ModelVersion.unused(model));
        });
    }

    /** What makes two uploads the same. */
    private record Sent(String hash, ModelUpload.Stated stated) {}

    /**
     * Gives a version an alias, or takes it away. The champion is not set here: it is what a published strategy pins.
     *
     * @param alias CHALLENGER or SHADOW
     */
    @PUT
    @Path("{score}/aliases/{alias}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.ANALYST})
    public void setAlias(
            @PathParam("score") String score,
            @PathParam("alias") String alias,
            @Valid @NotNull AliasRequest request,
            @Context SecurityContext security) {
        ModelAlias given = alias(alias);
        Optional<String> model = Optional.ofNullable(request.model());
        registry.setAlias(score, given, model, Caller.of(security).name(), request.reason());
        model.filter(hash -> given == ModelAlias.SHADOW).ifPresent(watch);
    }

    private static ModelAlias alias(String name) {
        if (name.equals(CHAMPION)) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "The champion is the version that the live strategy pins; it is not given as an alias.\nMaybe"
                                    + " simulate the version (POST /api/simulations) and publish the simulation.")
                    .about("alias");
        }
        return Arrays.stream(ModelAlias.values())
                .filter(alias -> alias.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "There is no such alias; expected one of " + Arrays.toString(ModelAlias.values()) + ".")
                        .about("alias"));
    }

    private Instant instant(@Nullable String text) {
        if (text == null) {
            return clock.instant();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE, "asOf is no instant; expected one like 2026-03-03T12:00:00Z.", e)
                    .about("asOf");
        }
    }
}
