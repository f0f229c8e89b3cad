package cip.server.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code sample} in config.yml. */
public final class SampleConfiguration {
    @JsonProperty
    @Min(0)
    @Max(1_000_000)
    private int customers = 2_000;

    /** How many synthetic customers a first start makes; 0 = it starts empty. */
    public int customers() {
        return customers;
    }
}
