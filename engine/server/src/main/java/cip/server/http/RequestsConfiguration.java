package cip.server.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import jakarta.validation.constraints.NotNull;

/** Ceilings for what a request may bring. */
public final class RequestsConfiguration {
    @JsonProperty
    @NotNull
    private DataSize largestBody = DataSize.mebibytes(2);

    /** Of JSON; files that are uploaded have limits of their own. */
    public DataSize largestBody() {
        return largestBody;
    }
}
