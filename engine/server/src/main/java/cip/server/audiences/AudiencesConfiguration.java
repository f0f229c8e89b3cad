package cip.server.audiences;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** How audiences' files are kept. */
public final class AudiencesConfiguration {
    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.MINUTES)
    private Duration fileLifetime = Duration.days(7);

    /** A file is removed so long after it was written; its manifest's facts stay in the list of exports. */
    public java.time.Duration fileLifetime() {
        return fileLifetime.toJavaDuration();
    }
}
