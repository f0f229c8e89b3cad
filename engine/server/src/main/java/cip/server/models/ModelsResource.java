package cip.server.models;

import cip.server.http.Roles;
import cip.spi.ScoreOutput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The models in the models folder with their cards. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelsResource {
    private final ModelFolder folder;

    public ModelsResource(ModelFolder folder) {
        this.folder = folder;
    }

    /**
     * One model.
     *
     * @param name of its score
     * @param inputs names of the features it reads
     */
    public record ModelView(
            String name,
            String label,
            ScoreOutput.Kind kind,
            String unit,
            String version,
            String hash,
            List<String> inputs,
            List<ModelCard.Metric> metrics,
            ModelCard card) {
        static ModelView of(ModelCard card) {
            return new ModelView(
                    card.score(),
                    card.label(),
                    card.kind(),
                    card.unit(),
                    card.version(),
                    card.hash(),
                    card.inputs().stream().map(ModelCard.Input::name).toList(),
                    card.metrics(),
                    card);
        }
    }

    /** Every model, by score and version. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
    public List<ModelView> models() {
        return folder.all().stream().map(ShippedModel::card).map(ModelView::of).toList();
    }
}
