package cip.server.app;

import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jspecify.annotations.Nullable;

/** {@code server}: starts the product; a refusal is printed as a sentence, not as a stack of calls. */
final class StartCommand extends ServerCommand<EngineConfiguration> {
    StartCommand(Application<EngineConfiguration> application) {
        super(application);
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
