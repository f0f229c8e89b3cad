package cip.server.openscoring;

import cip.server.models.ModelRegistry;
import cip.server.models.ModelUpload;
import cip.server.wiring.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Puts the routes of Openscoring over the registry. */
public final class OpenscoringWiring {
    private OpenscoringWiring() {}

    /**
     * @param champions hash of the model behind each score of the strategy that was live at an instant
     * @param largestFile of rows to score, in bytes
     */
    public static void install(
            Platform platform,
            ModelRegistry registry,
            ModelUpload upload,
            Function<Instant, Map<String, String>> champions,
            long largestFile) {
        ServedModels models = new ServedModels(
                registry, () -> champions.apply(platform.clock().instant()));
        platform.route(new OpenscoringResource(models, registry, upload, platform.received(), largestFile));
        platform.route(new OpenscoringResource.Messages());
        platform.environment()
                .servlets()
                .addServlet("openscoring", new OpenscoringServlet())
                .addMapping("/openscoring/*");
    }
}
