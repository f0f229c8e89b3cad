package cip.server.mlflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where finished trainings are logged beside our own registry. */
public final class MlflowConfiguration {
    @JsonProperty
    @NotNull
    @Pattern(regexp = "|https?://[^/?#@\\s]+[^?#\\s]*", message = "is not an address such as http://127.0.0.1:5000")
    private String url = "";

    @JsonProperty
    @NotBlank
    private String experiment = "customer-intelligence";

    @JsonProperty
    @NotNull
    private String token = "";

    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.SECONDS)
    private Duration timeout = Duration.seconds(30);

    public static MlflowConfiguration of(String url, String experiment, String token, Duration timeout) {
        MlflowConfiguration configuration = new MlflowConfiguration();
        configuration.url = url;
        configuration.experiment = experiment;
        configuration.token = token;
        configuration.timeout = timeout;
        return configuration;
    }

    /** Without a slash at its end; empty = nothing is logged. */
    public Optional<URI> url() {
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url.replaceAll("/+$", "")));
    }

    /** Made when there is none of this name. */
    public String experiment() {
        return experiment;
    }

    /** Sent as {@code Authorization: Bearer}; empty = none. */
    public String token() {
        return token;
    }

    /** Of each request: until its answer begins, and from there until it ends. */
    public java.time.Duration timeout() {
        return timeout.toJavaDuration();
    }
}
