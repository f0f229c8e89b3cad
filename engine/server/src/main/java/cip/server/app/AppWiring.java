package cip.server.app;

import cip.server.wiring.Platform;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** What belongs to no feature: the console, metrics, the health of the database, and saying where the console is. */
final class AppWiring {
    private AppWiring() {}

    static void install(Platform platform) {
        ConsoleFiles files = ConsoleFiles.load(AppWiring.class.getClassLoader(), "ui/");
        platform.environment()
                .servlets()
                .addServlet("console", new UiServlet(files))
                .addMapping("/*");
        platform.route(new OpenApiResource());
        servePrometheusMetrics(platform.environment());
        platform.healthCheck("database", new DatabaseHealth(platform.database()));
    }

    /** After everything that is done once requests are served. */
    static void sayWhenReady(Platform platform) {
        platform.environment().lifecycle().addServerLifecycleListener(AppWiring::printAddress);
    }

    /** On the admin connector only: request rates say a lot about the business. */
    private static void servePrometheusMetrics(Environment environment) {
        PrometheusRegistry registry = new PrometheusRegistry();
        DropwizardExports.builder().dropwizardRegistry(environment.metrics()).register(registry);
        environment
                .admin()
                .addServlet("prometheus", new PrometheusMetricsServlet(registry))
                .addMapping("/metrics");
    }

    private static void printAddress(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector http && "application".equals(http.getName())) {
                String host = http.getHost() == null ? "127.0.0.1" : http.getHost();
                System.out.println("Ready: http://" + host + ":" + http.getLocalPort());
            }
        }
    }
}
