package cip.server.drafts;

import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Who else has a draft open. */
@Path("/drafts/{id}/presence")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class DraftPresenceResource {
    private final Drafts drafts;
    private final DraftReaders readers;

    DraftPresenceResource(Drafts drafts, DraftReaders readers) {
        this.drafts = drafts;
        this.readers = readers;
    }

    /**
     * @param others names, as shown, of everybody else who has it open
     * @param revision the newest
     * @param lastEvent number of what happened to it last; 0 = nothing yet
     */
    public record DraftPresence(List<String> others, int revision, int lastEvent) {}

    /** Says that the caller has the draft open, for the next 45 seconds, and asks who else does. */
    @PUT
    public DraftPresence here(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        Draft draft = drafts.draft(id);
        if (!caller.isProgram()) {
            readers.isHere(id, caller.name(), caller.displayName());
        }
        int lastEvent =
                drafts.events(id).stream().mapToInt(DraftEvent::number).max().orElse(0);
        return new DraftPresence(readers.others(id, caller.name()), draft.revision(), lastEvent);
    }

    /** Says that the caller closed it. */
    @DELETE
    public void left(@PathParam("id") String id, @Context SecurityContext security) {
        readers.left(id, Caller.of(security).name());
    }
}
