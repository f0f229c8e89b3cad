package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import cip.server.http.Page;
import cip.server.http.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers: finding them, and everything known of one. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomersResource {
    private static final String CONSENT = "consent_";

    private final CustomerStore customers;
    private final CustomerList list;
    private final LatestDecisions decisions;
    private final CustomerSchema schema;
    private final PersonalData personal;
    private final LookUps lookUps;
    private final Clock clock;

    CustomersResource(
            CustomerStore customers,
            CustomerSearchStore search,
            LatestDecisions decisions,
            CustomerSchema schema,
            PersonalData personal,
            LookUps lookUps,
            Clock clock) {
        this.customers = customers;
        this.list = new CustomerList(customers, search, decisions);
        this.decisions = decisions;
        this.schema = schema;
        this.personal = personal;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /**
     * @param value text, number, true/false or ISO date; {@code null} = missing
     * @param masked the value is there, but the caller's roles see {@value PersonalData#MASK} in its place
     */
    public record AttributeView(
            String name,
            String label,
            String type,
            String unit,
            @Nullable Object value,
            boolean personal,
            boolean masked) {}

    /** Whether the customer may be contacted; a missing answer is not allowed. */
    public record ConsentView(String channel, boolean allowed) {}

    /** Amounts in the currency of config.yml. */
    public record PurchasesView(
            @Nullable Instant firstPurchase,
            @Nullable Instant lastPurchase,
            int purchaseDays,
            double grossAmount,
            double refundedAmount,
            double netAmount) {
        static PurchasesView of(PurchaseSummary purchases) {
            return new PurchasesView(
                    purchases.firstPurchase(),
                    purchases.lastPurchase(),
                    purchases.purchaseDays(),
                    purchases.grossAmount(),
                    purchases.refundedAmount(),
                    purchases.netAmount());
        }
    }

    /**
     * One customer.
     *
     * @param name {@code null} = unknown, or not for the caller
     * @param transactions the last ones, newest first
     * @param decision the latest decision with its reasons; {@code null} = never decided
     */
    public record CustomerView(
            String id,
            @Nullable String name,
            List<AttributeView> attributes,
            List<ConsentView> consents,
            PurchasesView purchases,
            List<Transaction> transactions,
            @Nullable ObjectNode decision,
            Instant importedAt) {}

    /** Customers, found by a text or in an order. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public Page<CustomerList.Row> page(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("sort") @DefaultValue("id") String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LARGEST) int limit,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        boolean named = personal.isSeenBy(caller);
        String wanted = segment == null || segment.isEmpty() ? null : segment;
        Page<CustomerList.Row> found = search.isBlank()
                ? list.ordered(sort, wanted, cursor, limit, named)
                : list.found(search, wanted, cursor, limit, named);
        lookUps.several(
                caller,
                search.isBlank() ? "customer list" : "customer search",
                found.items().size());
        return found;
    }

    /** Everything known of one customer; the look-up is put on record. */
    @GET
    @Path("{id}")
    @RolesAllowed(Roles.SIGNED_IN)
    public CustomerView customer(@PathParam("id") String id, @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        CustomerId customer = new CustomerId(id);
        StoredCustomer stored = customers
                .details(customer, clock.instant())
                .orElseThrow(
                        () -> new EngineException(ErrorCode.NOT_FOUND, "There is no customer with the id " + id + "."));
        Map<String, Object> attributes = stored.record().attributes();
        List<AttributeView> facts = new ArrayList<>();
        List<ConsentView> consents = new ArrayList<>();
        for (Attribute attribute : schema.attributes()) {
            if (attribute.role() == Attribute.Role.CONSENT) {
                String channel = attribute.name().replaceFirst(CONSENT, "").toUpperCase(Locale.ROOT);
                consents.add(new ConsentView(channel, Boolean.TRUE.equals(attributes.get(attribute.name()))));
            } else if (attribute.role() != Attribute.Role.IDENTIFIER) {
                facts.add(fact(attribute, attributes.get(attribute.name()), caller));
            }
        }
        boolean named = personal.isSeenBy(caller);
        lookUps.one(caller, customer);
        return new CustomerView(
                id,
                stored.name().isEmpty() || !named ? null : stored.name(),
                facts,
                consents,
                PurchasesView.of(stored.record().purchases()),
                stored.latest(),
                decisions.latest(customer, caller).orElse(null),
                stored.importedAt());
    }

    private AttributeView fact(Attribute attribute, @Nullable Object value, Caller caller) {
        boolean masked = personal.masks(attribute, value, caller);
        return new AttributeView(
                attribute.name(),
                attribute.label(),
                attribute.type().name(),
                attribute.unit(),
                masked ? PersonalData.MASK : value,
                attribute.identifiesPerson(),
                masked);
    }
}
