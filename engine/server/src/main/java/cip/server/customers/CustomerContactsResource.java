package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.http.Answers;
import cip.server.http.Caller;
import cip.server.http.Idempotency;
import cip.server.http.Made;
import cip.server.http.Roles;
import cip.server.store.TimeOrderedId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts with one customer: seeing them, and saying that one takes place now. */
@Path("/customers/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomerContactsResource {
    private final Contacts contacts;
    private final LookUps lookUps;
    private final Idempotency idempotency;
    private final Clock clock;

    CustomerContactsResource(Contacts contacts, LookUps lookUps, Idempotency idempotency, Clock clock) {
        this.contacts = contacts;
        this.lookUps = lookUps;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * A contact with the customer.
     *
     * @param action id; empty = none of ours
     */
    public record ContactView(String id, String action, String channel, Instant at, ContactSource source) {}

    /** @param items the last 50, latest first */
    public record ContactsView(List<ContactView> items) {
        public ContactsView {
            items = List.copyOf(items);
        }
    }

    /**
     * A contact that takes place now.
     *
     * @param action id of what is talked about; left out = none of ours
     * @param channel id
     */
    public record NewContact(@Nullable String action, @NotNull String channel) {}

    /** The last contacts with a customer. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public ContactsView contacts(@PathParam("id") String id, @Context SecurityContext security) {
        CustomerId customer = new CustomerId(id);
        lookUps.one(Caller.of(security), customer);
        return view(customer);
    }

    /** Records that the customer is contacted now. Counts for them from here on, for the whole base with its next run. */
    @POST
    @RolesAllowed({Roles.ADMIN, Roles.AGENT, Roles.MARKETER})
    @Answers(status = 201, body = ContactView.class)
    public Response record(
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull NewContact contact,
            @Context SecurityContext security) {
        Caller caller = Caller.of(security);
        String contactId = TimeOrderedId.next(clock);
        return idempotency.once(key, caller, "POST /customers/" + id + "/contacts", contact, handle -> {
            ContactStore.Recorded recorded =
                    contacts.recordNow(handle, new CustomerId(id), contactId, contact.action(), contact.channel());
            return new Made(201, null, view(recorded));
        });
    }

    private ContactsView view(CustomerId customer) {
        return new ContactsView(contacts.latest(customer).stream()
                .map(CustomerContactsResource::view)
                .toList());
    }

    private static ContactView view(ContactStore.Recorded contact) {
        return new ContactView(contact.id(), contact.action(), contact.channel(), contact.at(), contact.source());
    }
}
