package cip.server.models;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How far what comes true is from the scores of a version: for whoever tells a customer's score. */
@Path("/models/{hash}/intervals")
@Produces(MediaType.APPLICATION_JSON)
public final class ScoreIntervalsResource {
    private final ModelRegistry registry;

    ScoreIntervalsResource(ModelRegistry registry) {
        this.registry = registry;
    }

    /** By the level of the score, as far as the card knows. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public ScoreIntervals intervals(@PathParam("hash") String hash) {
        return ScoreIntervals.of(registry.model(hash).card());
    }
}
