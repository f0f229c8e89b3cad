package cip.server.samples;

import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.sourceforge.argparse4j.inf.ArgumentParser;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** The command {@code sample}: writes the files of a made-up retailer into a folder and says how well it can be forecast. */
public final class SampleCommand extends Command {
    public SampleCommand() {
        super(
                "sample",
                "Writes a synthetic retailer with known truth: customers, two years of transactions, what came next");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("--customers")
                .type(Long.class)
                .setDefault(2000L)
                .help("number of customers with a profile; guests come on top");
        subparser
                .addArgument("--seed")
                .type(Long.class)
                .setDefault(SampleRetailer.DEFAULT_SEED)
                .help("equal seeds give equal bytes");
        subparser
                .addArgument("--as-of")
                .dest("as_of")
                .type((parser, argument, value) -> day(parser, value))
                .setDefault(SampleRetailer.DEFAULT_AS_OF)
                .help("the day before which the records end");
        subparser
                .addArgument("--out")
                .type((parser, argument, value) -> Path.of(value))
                .required(true)
                .help("folder for customers.csv, transactions.csv and truth.csv");
        subparser
                .addArgument("file")
                .nargs("?")
                .help("config.yml; not read, equal arguments give equal bytes anywhere");
    }

    private static LocalDate day(ArgumentParser parser, String value) throws ArgumentParserException {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new ArgumentParserException(value + " is not a day such as 2026-06-30", e, parser);
        }
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace namespace) throws IOException {
        Path folder = namespace.get("out");
        SampleRetailer retailer = new SampleRetailer(namespace.getLong("seed"), namespace.get("as_of"));
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            SampleFiles.Written written =
                    new SampleFiles(retailer, executor).write(folder, namespace.getLong("customers"));
            System.out.printf(
                    Locale.ROOT,
                    "%d customers, %d guests and %d transactions as of %s are in %s%n%s",
                    written.customers(),
                    written.guests(),
                    written.transactions(),
                    retailer.asOf(),
                    folder.toAbsolutePath(),
                    written.ceilings().summary());
        } finally {
            executor.shutdownNow();
        }
    }
}
