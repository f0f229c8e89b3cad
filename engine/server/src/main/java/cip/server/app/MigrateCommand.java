package cip.server.app;

import cip.server.store.Database;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** {@code migrate}: changes the tables of an older version into those of this one. */
final class MigrateCommand extends ConfiguredCommand<EngineConfiguration> {
    private final ConfigurationFile configurationFile;

    MigrateCommand(ConfigurationFile configurationFile) {
        super("migrate", "Change the tables of an older version into those of this one. Back up the data first.");
        this.configurationFile = configurationFile;
    }

    @Override
    protected void run(
            Bootstrap<EngineConfiguration> bootstrap, Namespace namespace, EngineConfiguration configuration) {
        int steps = Database.migrate(
                configuration.database(), configurationFile.folder().resolve(configuration.dataFolder()));
        System.out.println(steps == 0 ? "The tables are up to date." : steps + " changes made to the tables.");
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
