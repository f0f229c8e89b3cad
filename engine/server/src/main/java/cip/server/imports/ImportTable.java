package cip.server.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file can fill. */
enum ImportTable {
    /** One row per customer; the columns are the attributes of the schema. */
    CUSTOMERS,
    /** One row per purchase or refund; the columns are {@link TransactionColumn}s. */
    TRANSACTIONS,
    /** One row per contact with a customer; the columns are {@link ContactColumn}s. */
    CONTACTS;

    /** As written in the API and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportTable> named(String label) {
        return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
    }
}
