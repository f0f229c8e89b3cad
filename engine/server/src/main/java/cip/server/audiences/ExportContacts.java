package cip.server.audiences;

import cip.core.action.Channel;
import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.server.customers.ContactSource;
import cip.server.customers.ContactStore;
import cip.server.customers.CustomerContact;
import cip.server.customers.CustomersRevisionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Everybody whom an export let out, as a contact by its channel. */
final class ExportContacts {
    private static final int BATCH = 5_000;

    private final ContactStore contacts = new ContactStore();
    private final CustomersRevisionStore revision = new CustomersRevisionStore();

    /** @param written rows of the plan's base that are in the file */
    void record(Handle handle, Export export, AudienceSource source, ExportPlan plan, BitSet written, Instant at) {
        String channel = plan.channel().map(Channel::id).orElse("");
        String action = source instanceof AudienceSource.OfAction ofAction ? ofAction.action() : "";
        Contact contact = new Contact(action, channel, at);
        List<CustomerContact> batch = new ArrayList<>(BATCH);
        for (int row = written.nextSetBit(0); row >= 0; row = written.nextSetBit(row + 1)) {
            CustomerId customer = plan.base().id(row);
            batch.add(new CustomerContact("export-" + export.id(), customer, contact));
            if (batch.size() == BATCH) {
                contacts.add(handle, batch, ContactSource.AUDIENCE, at);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            contacts.add(handle, batch, ContactSource.AUDIENCE, at);
        }
        revision.advance(handle);
    }
}
