package cip.server.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Who may publish, and how long what led to it is kept. */
public final class PublishingConfiguration {
    @JsonProperty
    private boolean fourEyes = true;

    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.DAYS)
    private Duration keepSimulations = Duration.days(90);

    /** Whether other models are published by another person than who asked for their simulation. */
    public boolean fourEyes() {
        return fourEyes;
    }

    /** Simulations that nothing refers to are removed after this time. */
    public java.time.Duration keepSimulations() {
        return keepSimulations.toJavaDuration();
    }
}
