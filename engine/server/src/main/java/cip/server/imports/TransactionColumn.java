package cip.server.imports;

import cip.core.customer.CustomerSchema;
import cip.server.customers.TransactionColumns;
import java.util.ArrayList;
import java.util.List;

/** The columns of a file of transactions. */
enum TransactionColumn {
    /** The customer's id. */
    CUSTOMER("customer", true, "customer_id", "customer_number", "client_id"),
    /** ISO date, or date and time; without an offset it is read as UTC. */
    OCCURRED_AT("occurredAt", true, "timestamp", "time", "date", "datetime", "invoice_date", "order_date"),
    /** In the currency of config.yml; negative = refund. */
    AMOUNT("amount", true, "value", "total", "total_amount"),
    CHANNEL("channel", false, "source", "sales_channel"),
    /** The source's own number; without it one is derived from the row's content. */
    REFERENCE("reference", false, "invoice", "invoice_no", "invoice_number", "order_id", "transaction_id", "receipt");

    private final String label;
    private final boolean required;
    private final List<String> otherNames;

    TransactionColumn(String label, boolean required, String... otherNames) {
        this.label = label;
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /** As written in the API, in config.yml and on the command line. */
    String label() {
        return label;
    }

    ImportColumn importColumn(CustomerSchema schema, TransactionColumns headers) {
        List<String> names = new ArrayList<>();
        names.add(configured(headers));
        names.addAll(otherNames);
        if (this == CUSTOMER) {
            names.add(schema.identifier().name());
            names.add(schema.identifier().label());
        }
        return new ImportColumn(label, names, required, this == AMOUNT);
    }

    private String configured(TransactionColumns headers) {
        return switch (this) {
            case CUSTOMER -> headers.customer();
            case OCCURRED_AT -> headers.occurredAt();
            case AMOUNT -> headers.amount();
            case CHANNEL -> headers.channel();
            case REFERENCE -> headers.reference();
        };
    }
}
