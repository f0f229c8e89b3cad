package cip.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.Attribute;
import cip.core.error.EngineException;
import io.dropwizard.configuration.ConfigurationParsingException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void theShippedFileSaysTheDefaults() throws Exception {
        EngineConfiguration shipped =
                read(Path.of(System.getProperty("cip.root")).resolve("config.yml"));
        EngineConfiguration defaults = read(written("{}"));
        assertThat(withoutSchema(shipped)).isEqualTo(withoutSchema(defaults));
    }

    @Test
    void aCommandWithoutAFileHasTheDefaults() throws Exception {
        EngineConfiguration none = new DefaultConfigurationFactoryFactory<EngineConfiguration>()
                .create(EngineConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
                .build();
        assertThat(withoutSchema(none)).isEqualTo(withoutSchema(read(written("{}"))));
    }

    @Test
    void theShippedSchemaRequiresTheSevenColumnsOfTheBase() throws Exception {
        EngineConfiguration shipped =
                read(Path.of(System.getProperty("cip.root")).resolve("config.yml"));
        assertThat(shipped.customers().schema().attributes().stream()
                        .filter(Attribute::required)
                        .map(Attribute::name))
                .containsExactly(
                        "user_id",
                        "age",
                        "annual_income",
                        "purchase_amount",
                        "loyalty_score",
                        "region",
                        "purchase_frequency");
    }

    @Test
    void anUnknownKeyIsRefusedNamingTheNearest() {
        assertThatThrownBy(() -> read(written("currenci: USD")))
                .isInstanceOf(ConfigurationParsingException.class)
                .hasMessageContaining("currenci")
                .hasMessageContaining("- currency");
    }

    @Test
    void everyProblemOfTheFileIsNamedAtOnce() {
        assertThatThrownBy(() -> read(written("currency: euro\ndatabase: {url: 'jdbc:h2:mem:', maxConnections: 1}")))
                .isInstanceOf(ConfigurationValidationException.class)
                .hasMessageContaining("currency")
                .hasMessageContaining("url")
                .hasMessageContaining("maxConnections");
    }

    @Test
    void aTimeOfRetrainingBelowADayIsRefusedAndWholeDaysAreNot() throws Exception {
        for (String every : List.of("30s", "1h", "36h")) {
            assertThatThrownBy(() -> read(written("retraining: {every: " + every + "}")))
                    .isInstanceOf(ConfigurationValidationException.class)
                    .hasMessageContaining("retraining.every must be whole days");
        }
        for (String every : List.of("0s", "0d", "1d", "48h", "30d")) {
            assertThat(read(written("retraining: {every: " + every + "}"))
                            .retraining()
                            .every())
                    .isEqualTo(Duration.parse(every).toJavaDuration());
        }
    }

    @Test
    void aSecretInClearIsRefused() {
        assertThatThrownBy(() -> read(written("database: {password: hunter2}")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("database.password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theLogShowsEveryKeyButNoSecret() throws Exception {
        EngineConfiguration configuration = read(written("database: {password: '${PATH}'}"));
        assertThat(configuration.database().password()).isEqualTo(System.getenv("PATH"));
        assertThat(EffectiveConfiguration.text(configuration))
                .contains("currency: EUR", "database.url: embedded", "database.password: ***")
                .doesNotContain(System.getenv("PATH"));
    }

    @Test
    void pathsStartAtTheFolderOfTheFile() throws Exception {
        ConfigurationFile file = new ConfigurationFile();
        file.open(written("{}").toString()).close();
        assertThat(file.folder()).isEqualTo(folder.toAbsolutePath());
    }

    private Path written(String yaml) throws Exception {
        return Files.writeString(folder.resolve("config.yml"), yaml);
    }

    private static EngineConfiguration read(Path file) throws Exception {
        return new DefaultConfigurationFactoryFactory<EngineConfiguration>()
                .create(EngineConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "test")
                .build(new ConfigurationFile(), file.toString());
    }

    private static List<String> withoutSchema(EngineConfiguration configuration) {
        return EffectiveConfiguration.text(configuration)
                .lines()
                .filter(line -> !line.startsWith("customers.schema"))
                .toList();
    }
}
