package cip.server.app;

import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Contest;
import cip.core.monitor.Measure;
import cip.core.monitor.Verdict;
import cip.server.models.DriftDemonstration;
import cip.server.models.ModelRecipe;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginLoader;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code drift-demo}: makes customers, lets them change, shows what monitoring says, trains again and shows who wins. Touches
 * no database.
 */
final class DriftDemoCommand extends ConfiguredCommand<EngineConfiguration> {
    private static final int DEFAULT_CUSTOMERS = 3_000;
    private static final long DEFAULT_SEED = 20260701;

    private final ConfigurationFile configurationFile;

    DriftDemoCommand(ConfigurationFile configurationFile) {
        super("drift-demo", "Show drift, retraining and the contest with the champion on synthetic customers.");
        this.configurationFile = configurationFile;
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("--customers")
                .type(Integer.class)
                .setDefault(DEFAULT_CUSTOMERS)
                .help("number of synthetic customers (default: " + DEFAULT_CUSTOMERS + ")");
        subparser
                .addArgument("--seed")
                .type(Long.class)
                .setDefault(DEFAULT_SEED)
                .help("of the customers and of every random choice (default: " + DEFAULT_SEED + ")");
        super.configure(subparser);
    }

    @Override
    protected void run(Bootstrap<EngineConfiguration> bootstrap, Namespace namespace, EngineConfiguration configuration)
            throws IOException {
        Path root = configurationFile.folder();
        Path rules = root.resolve("rules");
        FittedFeatures features = new FittedFeatures(
                FeatureSet.parse(Files.readString(rules.resolve("features.json"))),
                FeatureReference.parse(Files.readString(rules.resolve("feature-reference.json"))),
                configuration.customers().schema());
        try (LoadedPlugins plugins = PluginLoader.load(configuration.plugins().below(root))) {
            System.out.printf(
                    "%-58s %-11s %-7s %-8s %-17s %6s %6s %6s  %-17s %9s %9s %-21s %s%n",
                    "what changed",
                    "score",
                    "verdict",
                    "drifted",
                    "furthest",
                    "PSI",
                    "KS",
                    "W",
                    "loss",
                    "champion",
                    "challenger",
                    "difference (95 %)",
                    "challenger");
            new DriftDemonstration(
                            plugins::trainer,
                            features,
                            ModelRecipe.read(root.resolve("pmml"), configuration.currency()))
                    .run(namespace.getInt("customers"), namespace.getLong("seed"), DriftDemoCommand::print);
        }
    }

    private static void print(DriftDemonstration.Round round) {
        long drifted = round.moved().stream()
                .filter(moved -> moved.drift().verdict() == Verdict.DRIFT)
                .count();
        DriftDemonstration.Moved furthest = round.moved().stream()
                .max(Comparator.comparingDouble(moved ->
                        moved.drift().psi() == null ? 0 : moved.drift().psi().value()))
                .orElseThrow();
        Contest contest = round.contest();
        System.out.printf(
                Locale.ROOT,
                "%-58s %-11s %-7s %2d of %2d %-17s %6s %6s %6s  %-17s %9.4f %9.4f %9s to %8s %s%n",
                round.scenario(),
                round.score(),
                round.verdict(),
                drifted,
                round.moved().size(),
                furthest.name(),
                shown(furthest.drift().psi()),
                shown(furthest.drift().ks()),
                shown(furthest.drift().wasserstein()),
                contest.loss(),
                contest.champion(),
                contest.challenger(),
                shown(contest.low()),
                shown(contest.high()),
                contest.outcome());
        contest.reasons().stream().skip(1).forEach(reason -> System.out.println("    " + reason));
    }

    private static String shown(@Nullable Measure measure) {
        return measure == null ? "-" : String.format(Locale.ROOT, "%.3f", measure.value());
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
