package cip.server.customers;

import cip.core.customer.Attribute;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of {@code customers.schema}; see {@link Attribute} for what each key means. */
public final class AttributeConfiguration {
    @JsonProperty
    @NotNull
    @Pattern(regexp = "[a-z][a-z0-9_]{0,62}", message = "is not made of lower-case letters, digits and underscores")
    private String name = "";

    @JsonProperty
    @NotBlank
    private String label = "";

    @JsonProperty
    @NotNull
    private Attribute.Type type = Attribute.Type.TEXT;

    @JsonProperty
    @NotNull
    private String unit = "";

    @JsonProperty
    private @Nullable Double minimum;

    @JsonProperty
    private @Nullable Double maximum;

    @JsonProperty
    @NotNull
    private List<String> values = List.of();

    @JsonProperty
    @NotNull
    private Attribute.Role role = Attribute.Role.FACT;

    @JsonProperty
    private boolean personal;

    @JsonProperty
    private boolean required;

    @JsonProperty
    private boolean fixed;

    static AttributeConfiguration identifier(String name, String label) {
        AttributeConfiguration identifier = new AttributeConfiguration();
        identifier.name = name;
        identifier.label = label;
        identifier.role = Attribute.Role.IDENTIFIER;
        identifier.required = true;
        return identifier;
    }

    Attribute attribute() {
        return new Attribute(name, label, type, unit, minimum, maximum, values, role, personal, required, fixed);
    }
}
