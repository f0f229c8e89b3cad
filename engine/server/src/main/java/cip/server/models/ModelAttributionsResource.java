package cip.server.models;

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
import jakarta.ws.rs.core.MediaType;

/** What the inputs of a model's version add to the scores of our customers. */
@Path("/models/{hash}/attributions")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelAttributionsResource {
    private final BaseAttributions attributions;

    ModelAttributionsResource(BaseAttributions attributions) {
        this.attributions = attributions;
    }

    /**
     * The mean size of every input's exact share, and how the share depends on the value, over customers of the base as the last
     * run left it.
     *
     * @param rows how many customers are drawn when there are more, 100 to 20,000; by default 2,000
     */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public ModelAttributions attributions(
            @PathParam("hash") String hash, @QueryParam("rows") @DefaultValue("2000") @Min(100) @Max(20_000) int rows) {
        return attributions.of(hash, rows);
    }
}
