package cip.server.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import came to, or has come to so far.
 *
 * @param notices what to know although no row was rejected for it
 * @param errors the first of them; all are in the error report
 * @param customersCreated how many customers a file of transactions named first
 */
record ImportResult(RowCounts rows, List<String> notices, List<RowError> errors, long customersCreated) {
    ImportResult {
        notices = List.copyOf(notices);
        errors = List.copyOf(errors);
    }

    static ImportResult none() {
        return new ImportResult(RowCounts.none(), List.of(), List.of(), 0);
    }

    /** For the audit trail and the command line. */
    String words() {
        return rows.read() + " rows read: " + rows.created() + " created, " + rows.updated() + " updated, "
                + rows.unchanged() + " unchanged, " + rows.rejected() + " rejected.";
    }

    boolean changedSomething() {
        return changes() > 0;
    }

    boolean changedMoreThan(ImportResult before) {
        return changes() > before.changes();
    }

    private long changes() {
        return rows.created() + rows.updated() + customersCreated;
    }

    ImportResult plus(SavedBatch batch) {
        RowCounts sum = new RowCounts(
                rows.read(),
                rows.accepted(),
                rows.created() + batch.rows().created(),
                rows.updated() + batch.rows().updated(),
                rows.unchanged() + batch.rows().unchanged(),
                rows.rejected());
        return new ImportResult(sum, notices, errors, customersCreated + batch.customersCreated());
    }

    ImportResult with(String notice) {
        List<String> more = new ArrayList<>(notices);
        more.add(notice);
        return new ImportResult(rows, more, errors, customersCreated);
    }
}
