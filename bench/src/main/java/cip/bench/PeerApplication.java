package cip.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/**
 * The peers of a decision over HTTP, in a process of their own on the same stack: the JSON that came in goes out again
 * (what the stack can do at best), and one model scores one customer, asked and answered in Openscoring's shape.
 */
public final class PeerApplication extends Application<Configuration> {
    public static void main(String[] arguments) throws Exception {
        new PeerApplication().run(arguments);
    }

    @Override
    public void run(Configuration configuration, Environment environment) throws Exception {
        environment
                .jersey()
                .register(new Peers(Map.of(
                        "clv", evaluator(GeneratedModels.clv(1)),
                        "churn_risk", evaluator(GeneratedModels.churn(2)),
                        "cluster", evaluator(GeneratedModels.cluster(3)))));
    }

    private static Evaluator evaluator(byte[] pmml) throws Exception {
        return new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(pmml))
                .build();
    }

    /** @param id any text @param arguments by input field */
    public record Question(String id, Map<String, Object> arguments) {}

    /** @param id as asked @param results by output field */
    public record Answer(String id, Map<String, ?> results) {}

    /** The two routes. */
    @Path("/")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Peers {
        private final Map<String, Evaluator> models;

        Peers(Map<String, Evaluator> models) {
            this.models = models;
        }

        @POST
        @Path("echo")
        public JsonNode echo(JsonNode body) {
            return body;
        }

        @POST
        @Path("model/{id}")
        public Answer score(@PathParam("id") String id, Question question) {
            Evaluator model = Objects.requireNonNull(models.get(id));
            Map<String, Object> results = new HashMap<>();
            EvaluatorUtil.decodeAll(model.evaluate(question.arguments()))
                    .forEach((name, value) -> results.put(name == null ? "_target" : name, value));
            return new Answer(question.id(), results);
        }
    }
}
