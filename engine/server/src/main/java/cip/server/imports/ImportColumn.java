package cip.server.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something a column of a file can be mapped to.
 *
 * @param name of the attribute or {@link TransactionColumn}
 * @param otherNames headers it is also recognised by
 * @param required whether a file must have it
 * @param number whether its cells are numbers
 */
record ImportColumn(String name, List<String> otherNames, boolean required, boolean number) {
    ImportColumn {
        otherNames = List.copyOf(otherNames);
    }

    boolean isCalled(String header) {
        String wanted = HeaderName.compared(header);
        return Stream.concat(Stream.of(name), otherNames.stream())
                .anyMatch(known -> HeaderName.compared(known).equals(wanted));
    }
}
