package cip.server.imports;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file can fill. */
public enum ImportTable {
    /** One row per customer; the columns are the attributes of the schema. */
    CUSTOMERS,
    /** One row per purchase or refund; the columns are {@link TransactionColumn}s. */
    TRANSACTIONS;

    /** As written in the API and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportTable> named(String label) {
        return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
    }

    /** What a file's columns can be mapped to. */
    List<ImportColumn> columns(CustomerSchema schema) {
        if (this == TRANSACTIONS) {
            return Arrays.stream(TransactionColumn.values())
                    .map(column -> column.importColumn(schema))
                    .toList();
        }
        return schema.attributes().stream()
                .map(a -> new ImportColumn(
                        a.name(),
                        List.of(a.label()),
                        a.required() || a.role() == Attribute.Role.IDENTIFIER,
                        isNumber(a)))
                .toList();
    }

    private static boolean isNumber(Attribute attribute) {
        return attribute.type() == Attribute.Type.NUMBER || attribute.type() == Attribute.Type.WHOLE_NUMBER;
    }
}
