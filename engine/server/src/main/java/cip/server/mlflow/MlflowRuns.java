package cip.server.mlflow;

import cip.server.models.ModelCard;
import cip.server.models.ShippedModel;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trained model as a run of MLflow: how it was trained as parameters, its metrics with their intervals and
 * baselines, its file and card as artefacts, and a version of the registered model named like the score.
 */
final class MlflowRuns {
    private static final int LONGEST_PARAMETER = 500;

    private final MlflowServer server;
    private final String experiment;
    private final Clock clock;

    MlflowRuns(MlflowServer server, String experiment, Clock clock) {
        this.server = server;
        this.experiment = experiment;
        this.clock = clock;
    }

    /** @return the id of the run @throws cip.core.error.EngineException SOURCE_UNAVAILABLE */
    String log(String jobId, ShippedModel model) {
        ObjectNode run = server.body()
                .put("experiment_id", server.experiment(experiment))
                .put("run_name", model.score() + " " + model.version())
                .put("start_time", clock.millis());
        tags(run, jobId, model);
        MlflowServer.Run made = server.createRun(run);
        server.post("runs/log-batch", figures(made, model.card()));
        server.upload(made, "model.pmml", model.pmml());
        server.upload(made, "card.json", model.cardJson().getBytes(StandardCharsets.UTF_8));
        register(made, jobId, model);
        server.post(
                "runs/update",
                server.body().put("run_id", made.id()).put("status", "FINISHED").put("end_time", clock.millis()));
        return made.id();
    }

    private void register(MlflowServer.Run run, String jobId, ShippedModel model) {
        server.post("registered-models/create", server.body().put("name", model.score()), "RESOURCE_ALREADY_EXISTS");
        ObjectNode version = server.body()
                .put("name", model.score())
                .put("source", run.artifacts())
                .put("run_id", run.id())
                .put("description", model.card().label() + ", version " + model.version());
        tags(version, jobId, model);
        server.post("model-versions/create", version);
    }

    private static void tags(ObjectNode to, String jobId, ShippedModel model) {
        ArrayNode tags = to.putArray("tags");
        pair(tags, "cip.score", model.score());
        pair(tags, "cip.version", model.version());
        pair(tags, "cip.modelHash", model.hash());
        pair(tags, "cip.job", jobId);
    }

    private ObjectNode figures(MlflowServer.Run run, ModelCard card) {
        ObjectNode batch = server.body().put("run_id", run.id());
        ArrayNode metrics = batch.putArray("metrics");
        for (ModelCard.Metric metric : card.metrics()) {
            metric(metrics, metric.name(), metric.value());
            metric(metrics, metric.name() + ".low", metric.low());
            metric(metrics, metric.name() + ".high", metric.high());
            metric(metrics, metric.name() + ".baseline", metric.baseline());
        }
        ArrayNode parameters = batch.putArray("params");
        parameters(card).forEach((name, value) -> pair(parameters, name, value));
        return batch;
    }

    private static Map<String, String> parameters(ModelCard card) {
        Map<String, String> parameters = new TreeMap<>();
        card.settings().forEach((name, value) -> parameters.put("settings." + name, value));
        parameters.put("trainer", card.trainer());
        parameters.put("seed", Long.toString(card.seed()));
        parameters.put("protocol", card.protocol());
        parameters.put(
                "features", card.inputs().stream().map(ModelCard.Input::name).collect(Collectors.joining(",")));
        parameters.put("data.source", card.data().source());
        parameters.put("data.target", card.data().target());
        parameters.put("data.asOf", card.data().asOf());
        parameters.put("data.customers", Integer.toString(card.data().customers()));
        parameters.put("data.rows", Integer.toString(card.data().rows()));
        parameters.put("data.hash", card.data().hash());
        return parameters;
    }

    private void metric(ArrayNode metrics, String name, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            metrics.addObject().put("key", name).put("value", value).put("timestamp", clock.millis());
        }
    }

    private static void pair(ArrayNode pairs, String key, String value) {
        pairs.addObject().put("key", key).put("value", value.substring(0, Math.min(LONGEST_PARAMETER, value.length())));
    }
}
