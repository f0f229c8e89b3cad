package cip.server.imports;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.server.customers.TransactionColumns;
import java.util.Arrays;
import java.util.List;

/**
 * What the columns of a file can be mapped to.
 *
 * @param headers what a file of transactions calls its columns, by config.yml
 */
record ImportTargets(CustomerSchema schema, TransactionColumns headers) {
    List<ImportColumn> columns(ImportTable table) {
        return switch (table) {
            case CUSTOMERS ->
                schema.attributes().stream().map(ImportTargets::column).toList();
            case TRANSACTIONS ->
                Arrays.stream(TransactionColumn.values())
                        .map(column -> column.importColumn(schema, headers))
                        .toList();
            case CONTACTS ->
                Arrays.stream(ContactColumn.values())
                        .map(column -> column.importColumn(schema))
                        .toList();
        };
    }

    private static ImportColumn column(Attribute attribute) {
        boolean required = attribute.required() || attribute.role() == Attribute.Role.IDENTIFIER;
        boolean number = attribute.type() == Attribute.Type.NUMBER || attribute.type() == Attribute.Type.WHOLE_NUMBER;
        return new ImportColumn(attribute.name(), List.of(attribute.label()), required, number);
    }
}
