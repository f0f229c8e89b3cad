package cip.server.mlflow;

import cip.server.models.TrainedModels;
import cip.server.wiring.Platform;

/** Connects trainings with a tracking server, when config.yml names one. */
public final class MlflowWiring {
    private MlflowWiring() {}

    /** @return what hears of trained models */
    public static TrainedModels install(Platform platform, MlflowConfiguration configuration) {
        MlflowLog log = new MlflowLog(
                platform.database(),
                platform.clock(),
                configuration
                        .url()
                        .map(url -> new MlflowRuns(
                                new MlflowServer(url, configuration), configuration.experiment(), platform.clock())));
        platform.route(new MlflowResource(log));
        return log;
    }
}
