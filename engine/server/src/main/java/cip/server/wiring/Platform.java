package cip.server.wiring;

import cip.server.audit.Audit;
import cip.server.audit.IntegrityChecks;
import cip.server.http.Idempotency;
import cip.server.jobs.JobRunner;
import cip.server.store.Database;
import com.codahale.metrics.health.HealthCheck;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What every feature is built on. A feature {@code x} has one class {@code XWiring} whose {@code install(Platform, ...)}
 * makes its objects by their constructors, in plain order, and registers its routes here.
 *
 * @param root the folder of config.yml; relative paths in it start there
 * @param dataFolder where the product keeps its files
 * @param received for bodies of requests on their way, see {@link cip.server.http.ReceivedFile}
 * @param json strict when reading, see {@link cip.server.http.StrictJson}
 * @param audit for every change somebody asked for, in the transaction of the change
 * @param idempotency for every POST that makes something
 * @param integrity takes what must always hold of a feature's tables
 * @param jobs takes the kinds of long work a feature has; started after all features
 * @param clock UTC, in whole milliseconds, so that a stored instant equals the one in memory
 */
public record Platform(
        Path root,
        Path dataFolder,
        Path received,
        Database database,
        ObjectMapper json,
        Clock clock,
        Audit audit,
        Idempotency idempotency,
        IntegrityChecks integrity,
        JobRunner jobs,
        Environment environment) {
    /** Serves the routes of a resource class; each must say who may call it, see {@link cip.server.http.Roles}. */
    public void route(Object resource) {
        environment.jersey().register(resource);
    }

    /** Started after and stopped before everything managed earlier. */
    public void manage(Managed managed) {
        environment.lifecycle().manage(managed);
    }

    /**
     * Does work again and again, from the end of the start on, on a thread of its own. What fails is logged and tried again
     * after the delay.
     *
     * @param name of the thread, and in the log
     */
    public void repeat(String name, Duration first, Duration delay, Runnable work) {
        ScheduledExecutorService timer = environment
                .lifecycle()
                .scheduledExecutorService(name + "-%d", true)
                .threads(1)
                .build();
        manage(new Managed() {
            @Override
            public void start() {
                timer.scheduleWithFixedDelay(
                        new RepeatedWork(name, work), first.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Shown under {@code /healthcheck} of the admin connector. */
    public void healthCheck(String name, HealthCheck check) {
        environment.healthChecks().register(name, check);
    }
}
