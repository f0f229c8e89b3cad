package cip.server.decisions;

import cip.server.customers.LookUps;
import cip.server.http.Caller;
import cip.server.http.Page;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** What a version of a model decided. */
@Path("/models/{hash}/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelDecisionsResource {
    private final ModelUse use;
    private final LookUps lookUps;

    ModelDecisionsResource(ModelUse use, LookUps lookUps) {
        this.use = use;
        this.lookUps = lookUps;
    }

    /** Decisions of the last run over the base in which the version decided, in the order of the customers' ids. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Page<ModelUse.DecidedBy> decisions(
            @PathParam("hash") String hash,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @Context SecurityContext security) {
        List<ModelUse.DecidedBy> found = use.decisions(hash, cursor, limit + 1);
        lookUps.several(Caller.of(security), "decisions of a model", Math.min(limit, found.size()));
        return Page.of(found, limit, ModelUse.DecidedBy::customerId, null);
    }
}
