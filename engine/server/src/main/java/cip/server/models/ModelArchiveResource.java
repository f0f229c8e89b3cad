package cip.server.models;

import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Puts versions away that nobody uses; nothing of them is ever deleted. */
@Path("/models/{hash}/archive")
@Consumes(MediaType.APPLICATION_JSON)
public final class ModelArchiveResource {
    private final ModelKeeping keeping;

    ModelArchiveResource(ModelKeeping keeping) {
        this.keeping = keeping;
    }

    /** @param archived whether it is put away or taken back @param reason as the audit trail has it */
    public record ArchiveRequest(@NotNull Boolean archived, @NotBlank @Size(max = 500) String reason) {}

    /** Puts a version away, so that lists and choices leave it out, or takes it back; never one that is in use. */
    @PUT
    @RolesAllowed({Roles.ADMIN, Roles.ANALYST})
    public void archive(
            @PathParam("hash") String hash, @Valid @NotNull ArchiveRequest request, @Context SecurityContext security) {
        keeping.archive(
                hash, request.archived(), request.reason(), Caller.of(security).name());
    }
}
