package cip.server.reports;

import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.customers.PersonalData;
import cip.server.decisions.LiveBase;
import cip.server.strategies.LiveStrategy;
import cip.server.wiring.Platform;

/** Puts the overview together. */
public final class ReportsWiring {
    private ReportsWiring() {}

    /** @return what is told of every finished run */
    public static KeyFiguresHistory install(
            Platform platform,
            LiveBase base,
            LiveStrategy strategy,
            CustomerStore customers,
            PersonalData personal,
            LookUps lookUps,
            OverviewConfiguration configuration) {
        KeyFiguresHistory history =
                new KeyFiguresHistory(platform.database(), strategy, configuration, platform.json());
        platform.route(new OverviewResource(base, strategy, history, configuration, customers, personal, lookUps));
        return history;
    }
}
