package cip.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Ceilings for what a request may bring. */
public final class RequestsConfiguration {
    @JsonProperty
    @NotNull
    private DataSize largestBody = DataSize.mebibytes(2);

    @JsonProperty
    @NotNull
    @MinDuration(value = 1, unit = TimeUnit.SECONDS)
    private Duration bodyTimeout = Duration.seconds(30);

    @JsonProperty
    @NotNull
    private Duration warmUp = Duration.seconds(30);

    /** The longest time that decisions are rehearsed for before the product says that it is ready; 0 = they are not. */
    public java.time.Duration warmUp() {
        return warmUp.toJavaDuration();
    }

    /** Until a body must be whole; a file that is uploaded must only keep coming after it. */
    public java.time.Duration bodyTimeout() {
        return bodyTimeout.toJavaDuration();
    }

    /** Of JSON; files that are uploaded have limits of their own. */
    public DataSize largestBody() {
        return largestBody;
    }
}
