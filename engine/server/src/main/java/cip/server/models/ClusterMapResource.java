package cip.server.models;

import cip.core.decide.CustomerBase;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.http.Roles;
import cip.spi.ScoreOutput;
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
import java.util.function.Supplier;

/** Clusters of a model on a plane. */
@Path("/models/{hash}/cluster-map")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MARKETER, Roles.APPROVER, Roles.ANALYST})
public final class ClusterMapResource {
    private static final int MOST_PAIRED = 4;
    private static final int MOST_SHOWN = 5_000;

    private final ModelRegistry registry;
    private final Supplier<CustomerBase> base;
    private final Supplier<Vocabulary> vocabulary;

    ClusterMapResource(ModelRegistry registry, Supplier<CustomerBase> base, Supplier<Vocabulary> vocabulary) {
        this.registry = registry;
        this.base = base;
        this.vocabulary = vocabulary;
    }

    /**
     * Some customers of the base, without their ids, where a clustering puts them; any version, live or not.
     *
     * @param limit how many customers are shown at most
     * @param features up to four inputs of the model whose values are wanted too; personal ones are refused
     */
    @GET
    public ClusterMap map(
            @PathParam("hash") String hash,
            @QueryParam("limit") @DefaultValue("1500") @Min(10) @Max(MOST_SHOWN) int limit,
            @QueryParam("features") List<String> features) {
        ModelCard card = registry.model(hash).card();
        if (card.kind() != ScoreOutput.Kind.CLUSTER) {
            throw new EngineException(
                    ErrorCode.INVALID_VALUE,
                    "The score " + card.score() + " is of kind " + card.kind() + ", expected CLUSTER.");
        }
        ClusterMapMaker maker = new ClusterMapMaker(card, registry.pmml(hash));
        check(features, maker.numbers());
        return maker.of(base.get(), limit, features);
    }

    private void check(List<String> features, List<String> numbers) {
        Vocabulary words = vocabulary.get();
        for (String name : features) {
            if (!numbers.contains(name) || words.term(name).map(Term::personal).orElse(true)) {
                throw refused("The values of " + name + " are not shown, expected a number the model reads that is not"
                        + " personal.");
            }
        }
        if (features.size() > MOST_PAIRED) {
            throw refused(features.size() + " features were asked for, expected at most " + MOST_PAIRED + ".");
        }
    }

    private static EngineException refused(String message) {
        return new EngineException(ErrorCode.INVALID_VALUE, message).about("features");
    }
}
