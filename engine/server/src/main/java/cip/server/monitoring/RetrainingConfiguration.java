package cip.server.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** When models are trained again without anybody asking; what comes of it are challengers, never a new champion. */
public final class RetrainingConfiguration {
    private static final long NANOSECONDS_OF_A_DAY = TimeUnit.DAYS.toNanos(1);

    @JsonProperty
    @NotNull
    private Duration every = Duration.days(0);

    @JsonProperty
    private boolean onDrift;

    @JsonProperty
    @DecimalMin("0")
    @DecimalMax("0.2")
    private double tolerance = 0.01;

    @ValidationMethod(message = "retraining.every must be whole days, such as 30d, or 0d for never")
    @JsonIgnore
    public boolean isEveryInWholeDays() {
        return every.toNanoseconds() >= 0 && every.toNanoseconds() % NANOSECONDS_OF_A_DAY == 0;
    }

    /** Of an installation that says nothing: models are trained when somebody asks. */
    public static RetrainingConfiguration byDefault() {
        return new RetrainingConfiguration();
    }

    /** A score is trained again when its newest version is so old; zero = never. */
    public java.time.Duration every() {
        return every.toJavaDuration();
    }

    /** Whether a score is trained again when an input or the score of its champion has drifted. */
    public boolean onDrift() {
        return onDrift;
    }

    /** Share of the champion's loss by which a challenger of the schedule may be worse and still be promoted. */
    public double tolerance() {
        return tolerance;
    }
}
