package cip.server.monitoring;

import cip.server.decisions.LiveBase;
import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;
import com.codahale.metrics.Gauge;
import io.dropwizard.lifecycle.Managed;

/** Puts the monitoring together. */
public final class MonitoringWiring {
    private MonitoringWiring() {}

    /** @return what is told of every finished run */
    public static DriftHistory install(Platform platform, LiveBase base, LiveStrategy strategy) {
        DriftHistory history = new DriftHistory(platform.database(), strategy);
        platform.route(new MonitoringResource(history, base, strategy));
        platform.environment().metrics().registerGauge("drift.subjects", (Gauge<Integer>) history::drifted);
        platform.manage(new Managed() {
            @Override
            public void start() {
                history.reload();
            }
        });
        return history;
    }
}
