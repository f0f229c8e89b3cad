package cip.core.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributes a customer can have, as declared in config.yml. The engine knows no attribute by its name. */
public record CustomerSchema(List<Attribute> attributes) {
    public CustomerSchema {
        attributes = List.copyOf(attributes);
        Set<String> names = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (!names.add(attribute.name())) {
                throw new IllegalArgumentException("The attribute " + attribute.name() + " is declared twice.");
            }
        }
        if (withRole(attributes, Attribute.Role.IDENTIFIER).size() != 1) {
            throw new IllegalArgumentException("The schema must declare exactly one attribute of role IDENTIFIER.");
        }
    }

    public Attribute identifier() {
        return withRole(Attribute.Role.IDENTIFIER).get(0);
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    public List<Attribute> withRole(Attribute.Role role) {
        return withRole(attributes, role);
    }

    private static List<Attribute> withRole(List<Attribute> attributes, Attribute.Role role) {
        return attributes.stream().filter(a -> a.role() == role).toList();
    }
}
