package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerSchema;
import cip.core.feature.FeatureReference;
import cip.core.feature.FeatureSet;
import cip.core.feature.FittedFeatures;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FitFeaturesCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("cip.root"));

    @Test
    void theShippedReferenceIsWhatTheCommandLearnsFromTheShippedFeatures() throws Exception {
        CustomerSchema schema = new DefaultConfigurationFactoryFactory<EngineConfiguration>()
                .create(EngineConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "test")
                .build(new ConfigurationFile(), ROOT.resolve("config.yml").toString())
                .customers()
                .schema();
        FeatureSet features = FeatureSet.parse(Files.readString(ROOT.resolve("rules/features.json")));
        String shipped = Files.readString(ROOT.resolve("rules/feature-reference.json"));

        assertThat(FitFeaturesCommand.learn(features, schema, 20_000).toJson())
                .as("rules/feature-reference.json; make it again with ./run fit-features")
                .isEqualTo(shipped);
        assertThat(new FittedFeatures(features, FeatureReference.parse(shipped), schema).columns())
                .hasSizeGreaterThan(40);
    }
}
