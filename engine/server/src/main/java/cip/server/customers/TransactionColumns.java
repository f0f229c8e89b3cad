package cip.server.customers;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;

/** The header names a file of transactions has, before anybody maps them. */
public final class TransactionColumns {
    @JsonProperty
    @NotBlank
    private String customer = "customer_id";

    @JsonProperty
    @NotBlank
    private String occurredAt = "timestamp";

    @JsonProperty
    @NotBlank
    private String amount = "amount";

    @JsonProperty
    @NotBlank
    private String channel = "channel";

    @JsonProperty
    @NotBlank
    private String reference = "reference";

    public String customer() {
        return customer;
    }

    public String occurredAt() {
        return occurredAt;
    }

    /** In the currency of config.yml; negative = refunded. */
    public String amount() {
        return amount;
    }

    /** May be missing in a file. */
    public String channel() {
        return channel;
    }

    /** May be missing in a file. */
    public String reference() {
        return reference;
    }
}
