package cip.server.decisions;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where a version of a model decides and has decided. */
@Path("/models/{hash}/publications")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelUseResource {
    private final ModelUse use;

    ModelUseResource(ModelUse use) {
        this.use = use;
    }

    /** Every publication whose strategy pins the version, newest first, with the runs it decided for the whole base. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public List<ModelUse.PinnedIn> publications(@PathParam("hash") String hash) {
        return use.of(hash);
    }
}
