package cip.server.imports;

import cip.core.customer.CustomerSchema;
import java.util.ArrayList;
import java.util.List;

/** The columns of a file of contacts with customers. */
enum ContactColumn {
    /** The customer's id. */
    CUSTOMER("customer", true, "customer_id", "customer_number", "client_id"),
    /** ISO date, or date and time; without an offset it is read as UTC. */
    AT("contactedAt", true, "contacted_at", "sent_at", "timestamp", "time", "date", "datetime"),
    /** Id of the channel. */
    CHANNEL("channel", true, "medium"),
    /** Id of the action; an empty cell = none of ours, e.g. a newsletter. */
    ACTION("action", true, "action_id", "campaign"),
    /** The source's own number; without it one is derived from the row's content. */
    ID("contactId", false, "contact_id", "message_id", "reference");

    private final String label;
    private final boolean required;
    private final List<String> otherNames;

    ContactColumn(String label, boolean required, String... otherNames) {
        this.label = label;
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /** As written in the API and on the command line. */
    String label() {
        return label;
    }

    ImportColumn importColumn(CustomerSchema schema) {
        List<String> names = new ArrayList<>(otherNames);
        if (this == CUSTOMER) {
            names.add(schema.identifier().name());
            names.add(schema.identifier().label());
        }
        return new ImportColumn(label, names, required, false);
    }
}
