package cip.server.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** {@code imports} in config.yml. */
public final class ImportsConfiguration {
    @JsonProperty
    @NotNull
    private DataSize largestFile = DataSize.gibibytes(1);

    @JsonProperty
    @Min(1)
    @Max(20_000_000)
    private long mostRows = 5_000_000;

    @JsonProperty
    @NotNull
    private Duration keepFiles = Duration.days(7);

    /** An upload beyond it is refused. */
    public DataSize largestFile() {
        return largestFile;
    }

    /** A file with more rows is refused; 16 bytes of memory are needed for each. */
    public long mostRows() {
        return mostRows;
    }

    /** After this time uploads and error reports are deleted. */
    public Duration keepFiles() {
        return keepFiles;
    }
}
