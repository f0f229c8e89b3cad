package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.imports.csv.CsvFormat;
import cip.server.imports.csv.CsvRows;
import cip.server.imports.csv.RawRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How one file is read, and into which table.
 *
 * @param notices what was already noticed when the file was looked at
 */
record ImportPlan(
        Path file,
        CsvFormat format,
        ImportTable table,
        ColumnMapping mapping,
        char decimalSeparator,
        List<String> notices) {
    ImportPlan {
        notices = List.copyOf(notices);
    }

    /** @throws EngineException when the file cannot be read, or its columns do not fit the table */
    static ImportPlan of(Path file, ImportOptions options, ImportTargets targets) throws IOException {
        DetectedFile detected = DetectedFile.of(file, options, targets);
        ImportTable table = detected.table().orElseThrow(() -> unknownTable(detected, targets));
        ColumnMapping mapping =
                ColumnMapping.of(detected.survey().header(), detected.mapping(), targets.columns(table));
        List<String> notices = new ArrayList<>(detected.survey().notices());
        if (detected.decimalSeparator() == ',') {
            notices.add("Numbers were read with a decimal comma.");
        }
        List<String> ignored = mapping.ignored();
        if (!ignored.isEmpty()) {
            notices.add("These columns are not mapped and were left out: " + Shown.list(ignored) + ".");
        }
        return new ImportPlan(file, detected.survey().format(), table, mapping, detected.decimalSeparator(), notices);
    }

    /** Every row below the header. */
    RawRows rows() throws IOException {
        CsvRows rows = CsvRows.open(file, format, mapping.wanted());
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private static EngineException unknownTable(DetectedFile detected, ImportTargets targets) {
        return new EngineException(
                ErrorCode.UNREADABLE_FILE,
                "The columns of the file fit neither customers nor transactions nor contacts: found were "
                        + Shown.list(detected.survey().header()) + "; customers need "
                        + required(ImportTable.CUSTOMERS, targets) + ", transactions need "
                        + required(ImportTable.TRANSACTIONS, targets) + ", contacts need "
                        + required(ImportTable.CONTACTS, targets) + ".\nMaybe a header is spelled differently: name"
                        + " the table and map its columns.");
    }

    private static String required(ImportTable table, ImportTargets targets) {
        return Shown.list(targets.columns(table).stream()
                .filter(ImportColumn::required)
                .map(ImportColumn::name)
                .toList());
    }
}
