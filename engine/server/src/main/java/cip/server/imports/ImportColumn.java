package cip.server.imports;

import java.util.List;

/**
 * Something a column of a file can be mapped to.
 *
 * @param name of the attribute or {@link TransactionColumn}
 * @param otherNames headers it is also recognised by
 * @param required whether a file must have it
 * @param number whether its cells are numbers
 */
record ImportColumn(String name, List<String> otherNames, boolean required, boolean number) {
    private static final int NOT_CALLED = Integer.MAX_VALUE;

    ImportColumn {
        otherNames = List.copyOf(otherNames);
    }

    boolean isCalled(String header) {
        return rank(header) < NOT_CALLED;
    }

    /** How well a header fits: 0 = the name itself, then the other names in their order. */
    int rank(String header) {
        String wanted = HeaderName.compared(header);
        if (HeaderName.compared(name).equals(wanted)) {
            return 0;
        }
        for (int i = 0; i < otherNames.size(); i++) {
            if (HeaderName.compared(otherNames.get(i)).equals(wanted)) {
                return i + 1;
            }
        }
        return NOT_CALLED;
    }
}
