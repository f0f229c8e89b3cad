package cip.server.app;

import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.server.samples.SampleRetailer;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/**
 * {@code fit-features}: learns the stored reference of rules/features.json from the synthetic retailer's customers and writes
 * rules/feature-reference.json, to be published together with the features. Equal definitions give equal bytes.
 */
final class FitFeaturesCommand extends ConfiguredCommand<EngineConfiguration> {
    private static final long REFERENCE_CUSTOMERS = 20_000;

    private final ConfigurationFile configurationFile;

    FitFeaturesCommand(ConfigurationFile configurationFile) {
        super(
                "fit-features",
                "Learn rules/feature-reference.json, what percentiles compare with, for rules/features.json.");
        this.configurationFile = configurationFile;
    }

    @Override
    public void configure(Subparser subparser) {
        subparser
                .addArgument("--customers")
                .type(Long.class)
                .setDefault(REFERENCE_CUSTOMERS)
                .help("number of synthetic customers to learn from");
        super.configure(subparser);
    }

    @Override
    protected void run(
            Bootstrap<EngineConfiguration> bootstrap, Namespace namespace, EngineConfiguration configuration) {
        Path rules = configurationFile.folder().resolve("rules");
        Path written = rules.resolve("feature-reference.json");
        try {
            FeatureSet features = FeatureSet.parse(Files.readString(rules.resolve("features.json")));
            FeatureReference reference =
                    learn(features, configuration.customers().schema(), namespace.getLong("customers"));
            Files.writeString(written, reference.toJson());
            System.out.println("The reference of " + reference.customers() + " customers is in " + written + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FeatureReference learn(FeatureSet features, CustomerSchema schema, long customers) {
        SampleRetailer retailer = new SampleRetailer(SampleRetailer.DEFAULT_SEED);
        List<CustomerRecord> records = retailer.customers(customers)
                .map(customer -> customer.recordAsOf(retailer.asOf()))
                .toList();
        return features.fit(schema, records, retailer.asOf());
    }

    @Override
    public void onError(Cli cli, @Nullable Namespace namespace, Throwable failure) {
        if (!Refusal.print(failure, System.err)) {
            super.onError(cli, namespace, failure);
        }
    }
}
