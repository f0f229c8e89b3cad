package cip.server.drafts;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Models that drafts are tried with and that score the base for it, in the background. */
@Path("/drafts/scores")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class DraftScoresResource {
    private final ModelScores scores;

    DraftScoresResource(ModelScores scores) {
        this.scores = scores;
    }

    /** Those whose scores are not there, in the order in which they were asked for. */
    @GET
    public List<ModelScoring> unfinished() {
        return scores.unfinished();
    }

    /** Ends the scoring by a model; does nothing when its scores are there. */
    @DELETE
    @Path("{hash}")
    public void cancel(@PathParam("hash") String hash) {
        scores.cancel(hash);
    }

    /** Lets a model whose scoring was cancelled or has failed begin again, when somebody counts by it. */
    @POST
    @Path("{hash}")
    public void again(@PathParam("hash") String hash) {
        scores.again(hash);
    }
}
