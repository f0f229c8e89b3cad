package cip.server.audiences;

import cip.core.customer.Attribute;
import cip.core.customer.Attribute.Role;
import cip.core.customer.Attribute.Type;
import cip.core.customer.CustomerSchema;
import java.util.List;

/** The attributes of {@link FakeBase}'s customers. */
final class TestSchema {
    static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            attribute("customer_id", Type.TEXT, Role.IDENTIFIER, false),
            attribute("name", Type.TEXT, Role.NAME, true),
            attribute("email", Type.TEXT, Role.CONTACT, true),
            attribute("consent_email", Type.YES_NO, Role.CONSENT, false)));

    private TestSchema() {}

    private static Attribute attribute(String name, Type type, Role role, boolean personal) {
        return new Attribute(name, name, type, "", null, null, List.of(), role, personal, false, false);
    }
}
