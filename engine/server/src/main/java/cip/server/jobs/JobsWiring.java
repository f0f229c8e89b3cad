package cip.server.jobs;

import cip.server.wiring.Platform;
import io.dropwizard.lifecycle.Managed;
import java.util.concurrent.ScheduledExecutorService;

/** Serves the jobs and runs them from the end of the start to the beginning of the stop. */
public final class JobsWiring {
    private JobsWiring() {}

    /** Call it after every feature: they have registered their kinds then. */
    public static void install(Platform platform) {
        JobRunner runner = platform.jobs();
        ScheduledExecutorService timer = platform.environment()
                .lifecycle()
                .scheduledExecutorService("job-events-%d", true)
                .threads(1)
                .build();
        platform.route(new JobsResource(runner, new JobEvents(runner, platform.json(), timer)));
        platform.manage(new Managed() {
            @Override
            public void start() {
                runner.start();
            }

            @Override
            public void stop() throws InterruptedException {
                runner.stop();
            }
        });
    }
}
