package cip.server.app;

import cip.server.audiences.AudiencesConfiguration;
import cip.server.customers.CustomersConfiguration;
import cip.server.http.RequestsConfiguration;
import cip.server.imports.ImportsConfiguration;
import cip.server.imports.SampleConfiguration;
import cip.server.mlflow.MlflowConfiguration;
import cip.server.monitoring.RetrainingConfiguration;
import cip.server.plugins.PluginsConfiguration;
import cip.server.publishing.PublishingConfiguration;
import cip.server.reports.OverviewConfiguration;
import cip.server.security.SecurityConfiguration;
import cip.server.store.DatabaseConfiguration;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/** config.yml: one key per feature, each with the class that the feature keeps beside its code. */
public final class EngineConfiguration extends Configuration {
    @JsonProperty
    @NotBlank
    private String dataFolder = "data";

    @JsonProperty
    @NotNull
    @Pattern(regexp = "[A-Z]{3}", message = "is not a currency code of three capital letters such as EUR")
    private String currency = "EUR";

    @JsonProperty
    @NotBlank
    private String locale = "en-IE";

    @JsonProperty
    @Valid
    @NotNull
    private DatabaseConfiguration database = DatabaseConfiguration.embedded();

    @JsonProperty
    @Valid
    @NotNull
    private RequestsConfiguration requests = new RequestsConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private SecurityConfiguration security = new SecurityConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private CustomersConfiguration customers = new CustomersConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private OverviewConfiguration overview = OverviewConfiguration.byDefault();

    @JsonProperty
    @Valid
    @NotNull
    private PluginsConfiguration plugins = new PluginsConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private ImportsConfiguration imports = new ImportsConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private SampleConfiguration sample = new SampleConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private AudiencesConfiguration audiences = new AudiencesConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private MlflowConfiguration mlflow = new MlflowConfiguration();

    @JsonProperty
    @Valid
    @NotNull
    private RetrainingConfiguration retraining = RetrainingConfiguration.byDefault();

    @JsonProperty
    @Valid
    @NotNull
    private PublishingConfiguration publishing = new PublishingConfiguration();

    /** Of all amounts of money. */
    public String currency() {
        return currency;
    }

    /** How the console writes numbers and dates. */
    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    /** Relative to the folder of config.yml. */
    public String dataFolder() {
        return dataFolder;
    }

    public DatabaseConfiguration database() {
        return database;
    }

    public RequestsConfiguration requests() {
        return requests;
    }

    public SecurityConfiguration security() {
        return security;
    }

    public CustomersConfiguration customers() {
        return customers;
    }

    public OverviewConfiguration overview() {
        return overview;
    }

    public ImportsConfiguration imports() {
        return imports;
    }

    public SampleConfiguration sample() {
        return sample;
    }

    public MlflowConfiguration mlflow() {
        return mlflow;
    }

    public PluginsConfiguration plugins() {
        return plugins;
    }

    public AudiencesConfiguration audiences() {
        return audiences;
    }

    public RetrainingConfiguration retraining() {
        return retraining;
    }

    public PublishingConfiguration publishing() {
        return publishing;
    }
}
