package cip.server.models;

import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write about a version; earlier notes stay. */
@Path("/models/{hash}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class ModelNotesResource {
    private final ModelKeeping keeping;
    private final Idempotency idempotency;

    ModelNotesResource(ModelKeeping keeping, Idempotency idempotency) {
        this.keeping = keeping;
        this.idempotency = idempotency;
    }

    /** @param text empty takes the note away */
    public record NoteRequest(@NotNull @Size(max = 4_000) String text) {}

    /** Every note on a version, the newest first: that is the one that counts. */
    @GET
    public List<ModelNote> notes(@PathParam("hash") String hash) {
        return keeping.notes(hash);
    }

    /** Writes a note on a version, in place of the one before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADMIN, Roles.ANALYST})
    @Answers(status = 201, body = ModelNote.class)
    public Response write(
            @PathParam("hash") String hash,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull NoteRequest request,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        return idempotency.once(
                key,
                caller,
                "POST /models/" + hash + "/notes",
                request,
                handle -> Made.created(
                        "/api/models/" + hash + "/notes", keeping.note(handle, hash, request.text(), caller.name())));
    }
}
