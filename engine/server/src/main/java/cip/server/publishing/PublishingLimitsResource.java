package cip.server.publishing;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeLimits;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Revision;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much a publication may change before a second approver must agree. */
@Path("/publishing/limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PublishingLimitsResource {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_CHANNELS = 100;

    private final PublishingLimits limits;

    public PublishingLimitsResource(PublishingLimits limits) {
        this.limits = limits;
    }

    /** @param increase share by which the customers grow whose first action is on the channel; 1 = twice as many */
    public record NewContactLimit(
            @NotBlank String channel, @NotNull @DecimalMin("0") @DecimalMax("100") Double increase) {}

    /**
     * @param segmentChanges share of the customers who get another segment; {@code null} = no limit, as for the others
     * @param actionChanges share of the customers who get another first action
     * @param valueLoss share by which the expected value of all first actions falls
     * @param costIncrease share by which the cost of all first actions grows; 1 = twice as much
     * @param reason as the audit trail has it
     */
    public record NewLimits(
            @Nullable @DecimalMin("0") @DecimalMax("1") Double segmentChanges,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double actionChanges,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double valueLoss,
            @Nullable @DecimalMin("0") @DecimalMax("100") Double costIncrease,
            @Nullable @Valid @Size(max = MOST_CHANNELS) List<@NotNull NewContactLimit> contacts,
            @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** The limits as they are. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    @Answers(body = LimitsView.class)
    public Response limits() {
        return answer(limits.current());
    }

    /** Sets all limits; the header If-Match names the revision they were changed on. */
    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Answers(body = LimitsView.class)
    public Response change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull NewLimits body,
            @Context SecurityContext security) {
        ChangeLimits wanted = new ChangeLimits(
                body.segmentChanges(),
                body.actionChanges(),
                body.valueLoss(),
                body.costIncrease(),
                contacts(body.contacts() == null ? List.of() : body.contacts()));
        return answer(limits.change(Revision.required(ifMatch), wanted, body.reason(), Caller.of(security)));
    }

    private Map<String, Double> contacts(List<NewContactLimit> wanted) {
        List<String> channels = limits.channels();
        Map<String, Double> contacts = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            NewContactLimit limit = wanted.get(i);
            if (!channels.contains(limit.channel())) {
                throw refused(
                        i,
                        "The live strategy has no channel " + limit.channel() + ", only " + String.join(", ", channels)
                                + ".");
            }
            if (contacts.put(limit.channel(), limit.increase()) != null) {
                throw refused(i, "The channel " + limit.channel() + " occurs twice.");
            }
        }
        return contacts;
    }

    private static EngineException refused(int index, String why) {
        return new EngineException(ErrorCode.INVALID_VALUE, why).about("contacts." + index + ".channel");
    }

    private static Response answer(LimitsRevision set) {
        return Response.ok(LimitsView.of(set)).tag(Revision.tag(set.revision())).build();
    }
}
