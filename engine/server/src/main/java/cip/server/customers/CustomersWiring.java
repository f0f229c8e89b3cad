package cip.server.customers;

import cip.core.customer.CustomerSchema;
import cip.server.wiring.Platform;

/** Puts the routes of customers together. */
public final class CustomersWiring {
    private CustomersWiring() {}

    public static void install(
            Platform platform,
            String currency,
            CustomersConfiguration configuration,
            CustomerStore customers,
            PersonalData personal,
            LookUps lookUps,
            LatestDecisions decisions,
            Contacts contacts) {
        CustomerSchema schema = configuration.schema();
        CustomerSearchStore search = new CustomerSearchStore(platform.database());
        platform.route(
                new CustomersResource(customers, search, decisions, schema, personal, lookUps, platform.clock()));
        platform.route(new ContactsResource(contacts));
        platform.route(new CustomerContactsResource(contacts, lookUps, platform.idempotency(), platform.clock()));
        platform.route(new SchemaResource(currency, schema, configuration.transactions(), personal));
    }
}
