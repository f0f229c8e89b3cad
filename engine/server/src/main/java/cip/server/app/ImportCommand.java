package cip.server.app;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.StrictJson;
import cip.server.imports.OfflineImport;
import cip.server.store.Database;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code import}: imports a file while the server is down. With H2 only one process may have the database open; when the
 * server runs, files are sent to it over HTTP.
 */
final class ImportCommand extends ConfiguredCommand<EngineConfiguration> {
    private final ConfigurationFile configurationFile;

    ImportCommand(ConfigurationFile configurationFile) {
        super("import", "Import a CSV file of customers, transactions or contacts while the server is down.");
        this.configurationFile = configurationFile;
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("--table")
                .choices("customers", "transactions", "contacts")
                .help("what the file holds");
        subparser
                .addArgument("--dry-run")
                .dest("dryRun")
                .action(Arguments.storeTrue())
                .help("only say what would happen");
        subparser
                .addArgument("--mapping")
                .setDefault("")
                .help("header=attribute pairs with commas between them; header= leaves a column out");
        subparser.addArgument("csv").help("the file");
        super.configure(subparser);
    }

    @Override
    protected void run(Bootstrap<EngineConfiguration> bootstrap, Namespace namespace, EngineConfiguration configuration)
            throws IOException, InterruptedException {
        Path dataFolder = configurationFile.folder().resolve(configuration.dataFolder());
        try (Database database = Database.open(configuration.database(), dataFolder)) {
            OfflineImport offline = new OfflineImport(
                    dataFolder,
                    database,
                    StrictJson.mapper(),
                    Clock.tickMillis(ZoneOffset.UTC),
                    configuration.imports(),
                    configuration.customers());
            String report = offline.run(
                    Path.of(namespace.getString("csv")),
                    namespace.getString("table"),
                    mapping(namespace.getString("mapping")),
                    namespace.getBoolean("dryRun"));
            System.out.println(report);
        }
    }

    /** @throws EngineException when a pair has no equals sign */
    static Map<String, @Nullable String> mapping(String pairs) {
        Map<String, @Nullable String> mapping = new LinkedHashMap<>();
        for (String pair : pairs.split(",", -1)) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0) {
                String target = pair.substring(equals + 1).strip();
                mapping.put(pair.substring(0, equals).strip(), target.isEmpty() ? null : target);
            } else if (!pair.isBlank()) {
                throw new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "The mapping has the pair " + pair + ", expected are pairs such as Income=annual_income.");
            }
        }
        return mapping;
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
