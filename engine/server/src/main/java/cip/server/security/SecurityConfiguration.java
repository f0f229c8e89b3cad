package cip.server.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** How long people stay signed in, and how the first one gets in. */
public final class SecurityConfiguration {
    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 24, unit = TimeUnit.HOURS)
    private Duration sessionIdleTimeout = Duration.minutes(60);

    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 7, unit = TimeUnit.DAYS)
    private Duration sessionLongest = Duration.hours(12);

    @JsonProperty
    @NotNull
    private String firstPassword = "";

    /** A session that nobody used for so long is over. */
    public java.time.Duration sessionIdleTimeout() {
        return sessionIdleTimeout.toJavaDuration();
    }

    /** A session is over after this time in any case. */
    public java.time.Duration sessionLongest() {
        return sessionLongest.toJavaDuration();
    }

    /** Of the user {@code admin}, made when there is no user yet; empty = one is made up and printed. */
    public String firstPassword() {
        return firstPassword;
    }
}
