package cip.server.decisions;

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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a version of a model decides and has decided. */
@Path("/models/{hash}/publications")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelUseResource {
    private final ModelUse use;

    ModelUseResource(ModelUse use) {
        this.use = use;
    }

    /** Publications whose strategy pins the version, newest first, with the runs they decided for the whole base. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public Page<ModelUse.PinnedIn> publications(
            @PathParam("hash") String hash,
            @QueryParam("cursor") @Nullable Integer cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit) {
        List<ModelUse.PinnedIn> found = use.of(hash, cursor == null ? Integer.MAX_VALUE : cursor, limit + 1);
        return Page.of(found, limit, publication -> String.valueOf(publication.version()), null);
    }
}
