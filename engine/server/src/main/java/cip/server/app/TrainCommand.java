package cip.server.app;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import cip.server.models.ModelCard;
import cip.server.models.ModelFolder;
import cip.server.models.ModelRecipe;
import cip.server.models.ShippedModel;
import cip.server.models.TrainingRun;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginLoader;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code train}: makes the shipped models from the synthetic retailer and writes them with their cards. Equal features,
 * number of customers and seed give equal bytes; {@code --check} says whether the folder holds exactly these.
 */
final class TrainCommand extends ConfiguredCommand<EngineConfiguration> {
    private final ConfigurationFile configurationFile;

    TrainCommand(ConfigurationFile configurationFile) {
        super(
                "train",
                "Train lifetime value, churn risk and clusters on the synthetic retailer and write PMML and cards.");
        this.configurationFile = configurationFile;
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("--customers")
                .type(Integer.class)
                .setDefault(TrainingRun.DEFAULT_CUSTOMERS)
                .help("number of synthetic customers (default: " + TrainingRun.DEFAULT_CUSTOMERS + ")");
        subparser
                .addArgument("--seed")
                .type(Long.class)
                .setDefault(TrainingRun.DEFAULT_SEED)
                .help("of the customers and of every random choice (default: " + TrainingRun.DEFAULT_SEED + ")");
        subparser.addArgument("--version").dest("model_version").setDefault("1").help("of the models (default: 1)");
        subparser.addArgument("--out").setDefault("pmml").help("folder of the models (default: pmml)");
        subparser
                .addArgument("--check")
                .action(Arguments.storeTrue())
                .help("write nothing; fail unless the folder holds exactly what would be written");
        super.configure(subparser);
    }

    @Override
    protected void run(Bootstrap<EngineConfiguration> bootstrap, Namespace namespace, EngineConfiguration configuration)
            throws IOException {
        Path root = configurationFile.folder();
        Path out = root.resolve(namespace.getString("out"));
        List<ShippedModel> models;
        try (LoadedPlugins plugins = PluginLoader.load(configuration.plugins().below(root))) {
            TrainingRun training = new TrainingRun(
                    plugins::trainer,
                    features(root, configuration),
                    ModelRecipe.read(root.resolve("pmml"), configuration.currency()),
                    configuration.customers().schema());
            models = training.train(
                    namespace.getInt("customers"),
                    namespace.getLong("seed"),
                    namespace.getString("model_version"),
                    TrainCommand::print);
        }
        ModelFolder folder = new ModelFolder(out);
        if (namespace.getBoolean("check")) {
            check(folder, out, models);
            return;
        }
        for (ShippedModel model : models) {
            folder.add(model);
        }
        System.out.println("The models are in " + out + ".");
    }

    private static void check(ModelFolder folder, Path out, List<ShippedModel> models) throws IOException {
        List<String> differing = new ArrayList<>();
        for (ShippedModel model : models) {
            if (!folder.holds(model)) {
                differing.add(model.score() + " " + model.version());
            }
        }
        if (!differing.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The folder " + out + " does not hold what this training makes of " + String.join(", ", differing)
                            + ".\nMaybe it was trained with other features, customers or seed.");
        }
        System.out.println("The folder " + out + " holds exactly these models.");
    }

    private static FittedFeatures features(Path root, EngineConfiguration configuration) throws IOException {
        Path rules = root.resolve("rules");
        return new FittedFeatures(
                FeatureSet.parse(Files.readString(rules.resolve("features.json"))),
                FeatureReference.parse(Files.readString(rules.resolve("feature-reference.json"))),
                configuration.customers().schema());
    }

    private static void print(ModelCard card) {
        System.out.printf(
                "%s (%s, %d rows) %s%n",
                card.score(), card.trainer(), card.data().rows(), card.hash().substring(0, 12));
        card.metrics().forEach(TrainCommand::print);
        card.notices().forEach(notice -> System.out.println("  " + notice));
    }

    private static void print(ModelCard.Metric metric) {
        System.out.printf(
                Locale.ROOT,
                "  %-10s %10.4f  95 %% interval %s to %s, baseline %s%n",
                metric.name(),
                metric.value(),
                shown(metric.low()),
                shown(metric.high()),
                shown(metric.baseline()));
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "none" : String.format(Locale.ROOT, "%.4f", value);
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
