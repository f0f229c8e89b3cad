package cip.server.customers;

import cip.core.customer.CustomerSchema;
import cip.server.http.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;

/** What is known of a customer and of a transaction, and what their columns are called. */
public final class CustomersConfiguration {
    @JsonProperty
    @Valid
    @NotEmpty
    private List<AttributeConfiguration> schema = List.of(AttributeConfiguration.identifier("user_id", "Customer"));

    @JsonProperty
    @Valid
    @NotNull
    private TransactionColumns transactions = new TransactionColumns();

    @JsonProperty
    @NotNull
    private List<Role> personalSeenBy = List.of(Role.ADMIN, Role.AGENT, Role.MARKETER);

    /** Roles that see what identifies a person. */
    public Set<Role> personalSeenBy() {
        return Set.copyOf(personalSeenBy);
    }

    /** @throws IllegalArgumentException when the attributes do not make one schema */
    public CustomerSchema schema() {
        return new CustomerSchema(
                schema.stream().map(AttributeConfiguration::attribute).toList());
    }

    public TransactionColumns transactions() {
        return transactions;
    }
}
