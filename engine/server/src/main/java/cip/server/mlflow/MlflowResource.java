package cip.server.mlflow;

import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Whether the models of a training reached MLflow. */
@Path("/trainings/{id}/mlflow")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.ANALYST})
public final class MlflowResource {
    private final MlflowLog log;

    MlflowResource(MlflowLog log) {
        this.log = log;
    }

    /** Every model of the training that was to be logged, with its run or the problem; empty when nothing is logged. */
    @GET
    public List<MlflowEntry> entries(@PathParam("id") String jobId) {
        return log.entries(jobId);
    }
}
