package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.server.http.Caller;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** What config.yml declares to be known of a customer and of a transaction. */
@Path("/schema")
@Produces(MediaType.APPLICATION_JSON)
public final class SchemaResource {
    private final String currency;
    private final CustomerSchema schema;
    private final TransactionColumns columns;
    private final PersonalData personal;

    SchemaResource(String currency, CustomerSchema schema, TransactionColumns columns, PersonalData personal) {
        this.currency = currency;
        this.schema = schema;
        this.columns = columns;
        this.personal = personal;
    }

    /** @param required whether a file must have the column */
    public record TransactionColumnView(String name, String label, boolean required) {}

    /**
     * @param currency of all amounts, a code of three letters
     * @param personalShown whether the caller's roles see names, contacts and other personal attributes
     */
    public record SchemaView(
            String currency,
            List<Attribute> attributes,
            List<TransactionColumnView> transactionColumns,
            boolean personalShown) {}

    /** What is known of a customer: attributes and columns of transactions. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public SchemaView schema(@Context SecurityContext security) {
        return new SchemaView(
                currency,
                schema.attributes(),
                List.of(
                        new TransactionColumnView(columns.customer(), "Customer", true),
                        new TransactionColumnView(columns.occurredAt(), "Time", true),
                        new TransactionColumnView(columns.amount(), "Amount", true),
                        new TransactionColumnView(columns.channel(), "Channel", false),
                        new TransactionColumnView(columns.reference(), "Reference", false)),
                personal.isSeenBy(Caller.of(security)));
    }
}
