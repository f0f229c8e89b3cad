package cip.server.audiences;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Page;
import cip.server.http.Roles;
import cip.server.jobs.Job;
import cip.server.jobs.JobRequests;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Named choices of customers, what they come to, and the files made of them. */
@Path("/audiences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.ANALYST, Roles.APPROVER})
public final class AudiencesResource {
    private static final int MOST_COLUMNS = 200;

    private final Audiences audiences;
    private final Exports exports;
    private final LiveAudiences live;
    private final CustomerSchema schema;
    private final Idempotency idempotency;
    private final JobRequests requests;
    private final AudiencePreview.Shown shown;
    private final PersonalData personal;
    private final LookUps lookUps;
    private final Function<Collection<CustomerId>, Map<CustomerId, String>> names;

    AudiencesResource(
            Audiences audiences,
            Exports exports,
            LiveAudiences live,
            CustomerSchema schema,
            Idempotency idempotency,
            JobRequests requests,
            AudiencePreview.Shown shown,
            PersonalData personal,
            LookUps lookUps,
            Function<Collection<CustomerId>, Map<CustomerId, String>> names) {
        this.audiences = audiences;
        this.exports = exports;
        this.live = live;
        this.schema = schema;
        this.idempotency = idempotency;
        this.requests = requests;
        this.shown = shown;
        this.personal = personal;
        this.lookUps = lookUps;
        this.names = names;
    }

    /** @param source exactly one of segment, action and condition */
    public record NewAudience(
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*", message = "holds a control character")
                    String name,
            @NotNull JsonNode source) {}

    /** @param channel whose consent is asked for; {@code null} = the source's own, if it has one */
    public record PreviewRequest(@NotNull JsonNode source, @Nullable String channel) {}

    /**
     * @param columns beside the customer's id
     * @param countsAsContact whether everybody in the file counts as contacted by the channel; by default yes for a channel that
     *     customers consented to
     */
    public record ExportRequest(
            @NotBlank @Size(max = 64) String format,
            @NotNull @Size(max = MOST_COLUMNS) List<@NotBlank @Size(max = 64) String> columns,
            @Nullable @Size(max = 64) String channel,
            @Nullable Boolean countsAsContact) {}

    /** Newest first. */
    @GET
    public Page<AudienceView> page(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return audiences.page(cursor, limit);
    }

    /** Names a choice of customers. */
    @POST
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(status = 201, body = AudienceView.class)
    public Response create(
            @Valid @NotNull NewAudience body,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        AudienceSource source = AudienceSource.read(body.source());
        live.current().ifPresent(base -> source.requireCountable(personal, base, caller));
        return idempotency.once(key, caller, "POST /audiences", body, handle -> {
            AudienceView made = audiences.create(handle, caller.name(), body.name(), source);
            return Made.created("/api/audiences/" + made.id(), made);
        });
    }

    /** What an export would come to; stores nothing. */
    @POST
    @Path("/preview")
    public AudiencePreview preview(@Valid @NotNull PreviewRequest body, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        boolean withNames = personal.isSeenBy(caller);
        AudienceSource source = AudienceSource.read(body.source());
        source.requireCountable(personal, live.required(), caller);
        ExportPlan plan = ExportPlan.of(live.required(), source, List.of(), body.channel(), schema);
        AudiencePreview preview = AudiencePreview.of(plan, shown, ids -> withNames ? names.apply(ids) : Map.of());
        lookUps.several(caller, "audience preview", preview.sample().size());
        return preview;
    }

    /** Deletes an audience; its name is free again and its files stay. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    public void delete(@PathParam("id") String id, @Context SecurityContext security) {
        audiences.delete(Caller.of(security).name(), id);
    }

    /** Newest first. */
    @GET
    @Path("/{id}/exports")
    public Page<ExportView> exports(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        return exports.page(id, cursor, limit);
    }

    /** Asks for a file; the answer is the job that writes it. */
    @POST
    @Path("/{id}/exports")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER})
    @Answers(status = 202, body = Job.class)
    public Response export(
            @PathParam("id") String id,
            @Valid @NotNull ExportRequest body,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return requests.once(
                key,
                caller,
                "POST /audiences/" + id + "/exports",
                body,
                handle -> exports.request(
                        handle, caller, id, body.format(), body.columns(), body.channel(), body.countsAsContact()));
    }
}
