package cip.server.app;

import cip.server.store.Database;
import com.codahale.metrics.health.HealthCheck;

/** Healthy = the database answers a question. */
final class DatabaseHealth extends HealthCheck {
    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    protected Result check() {
        return database.answers() ? Result.healthy() : Result.unhealthy("The database gave a wrong answer.");
    }
}
