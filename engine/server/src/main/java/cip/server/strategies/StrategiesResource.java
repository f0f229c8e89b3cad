package cip.server.strategies;

import cip.core.customer.CustomerSchema;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyJson;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.DrlText;
import cip.server.http.Page;
import cip.server.http.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live strategy in words and counts, and every strategy that was ever published. */
@Path("/strategies")
@Produces(MediaType.APPLICATION_JSON)
public final class StrategiesResource {
    private final LiveStrategy live;
    private final Supplier<Optional<CustomerBase>> base;
    private final CustomerSchema schema;
    private final String valueScore;

    public StrategiesResource(
            LiveStrategy live, Supplier<Optional<CustomerBase>> base, CustomerSchema schema, String valueScore) {
        this.live = live;
        this.base = base;
        this.schema = schema;
        this.valueScore = valueScore;
    }

    /** @param drl generated, for reading only */
    public record DrlView(String rule, String drl) {}

    /** The strategy that decides now. */
    @GET
    @Path("live")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public StrategyView live() {
        return new StrategyDescriber(live.snapshot(), base.get(), schema, valueScore).view();
    }

    /** The Drools text of one segment, action or table of the live strategy. */
    @GET
    @Path("live/drl")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public DrlView drl(@QueryParam("rule") @Nullable String rule) {
        Decider decider = live.snapshot().decider();
        String id = Optional.ofNullable(rule).orElse("");
        List<Condition> conditions = decider.strategy().conditions(id);
        if (conditions.isEmpty()) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND, "The live strategy has no segment, action or table with the id " + id + ".");
        }
        DrlText text = DrlText.of(1, conditions, decider.vocabulary(), decider.guardrails());
        return new DrlView(id, text.drl() + "\n// parameters: " + String.join(", ", text.parameterLines()) + "\n");
    }

    /** Publications, newest first. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Page<Publication> publications(
            @QueryParam("cursor") @Nullable Integer cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<Publication> found = live.publications(cursor == null ? Integer.MAX_VALUE : cursor, limit + 1);
        return Page.of(found, limit, publication -> String.valueOf(publication.version()), null);
    }

    /** A strategy as it is kept, by its hash. */
    @GET
    @Path("{hash}")
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public ObjectNode document(@PathParam("hash") String hash) {
        return StrategyJson.write(live.strategy(new StrategyHash(hash)));
    }
}
