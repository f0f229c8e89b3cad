package cip.server.imports;

import cip.core.customer.CustomerSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a file of transactions. */
public enum TransactionColumn {
    /** The customer's id. */
    CUSTOMER(true, "customer_id", "customer_number", "client_id"),
    /** ISO date, or date and time; without an offset it is read as UTC. */
    TIME(true, "timestamp", "occurred_at", "date", "datetime", "transaction_date", "invoice_date", "order_date"),
    /** In the currency of config.yml; negative = refund. */
    AMOUNT(true, "value", "total", "total_amount", "purchase_amount"),
    CHANNEL(false, "source", "sales_channel"),
    /** The source's own number; without it one is derived from the row's content. */
    REFERENCE(
            false, "invoice", "invoice_no", "invoice_number", "order_id", "order_number", "transaction_id", "receipt");

    private final boolean required;
    private final List<String> otherNames;

    TransactionColumn(boolean required, String... otherNames) {
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /** As written in the API and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(TransactionColumn::label).toList();
    }

    ImportColumn importColumn(CustomerSchema schema) {
        List<String> names = new ArrayList<>(otherNames);
        if (this == CUSTOMER) {
            names.add(schema.identifier().name());
            names.add(schema.identifier().label());
        }
        return new ImportColumn(label(), names, required, this == AMOUNT);
    }
}
