package cip.server.imports;

import cip.server.imports.csv.RawRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file seems to hold.
 *
 * @param sampleRows the first rows, as text, aligned with the headers
 * @param table customers, transactions or contacts; {@code null} = none for sure
 * @param mapping target by header; {@code null} = not recognised
 */
public record DetectedView(
        String encoding,
        String delimiter,
        String decimalSeparator,
        List<String> headers,
        List<List<String>> sampleRows,
        @Nullable String table,
        Map<String, @Nullable String> mapping,
        List<String> notices) {
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_COLUMNS = 200;
    private static final int SHOWN_CHARACTERS = 200;

    static DetectedView of(DetectedFile detected) {
        List<String> header = detected.survey().header();
        List<String> notices = new ArrayList<>(detected.survey().notices());
        if (header.size() > SHOWN_COLUMNS) {
            notices.add("Only the first " + SHOWN_COLUMNS + " of " + header.size() + " columns are shown.");
        }
        List<String> shown = header.stream().limit(SHOWN_COLUMNS).toList();
        Map<String, @Nullable String> mapping = new LinkedHashMap<>();
        detected.mapping().forEach((name, target) -> {
            if (target != null || shown.contains(name)) {
                mapping.put(name, target);
            }
        });
        return new DetectedView(
                detected.survey().format().encoding().label(),
                String.valueOf(detected.survey().format().delimiter()),
                String.valueOf(detected.decimalSeparator()),
                shown,
                detected.survey().sample().stream()
                        .limit(SHOWN_ROWS)
                        .map(row -> cells(row, shown.size()))
                        .toList(),
                detected.table().map(ImportTable::label).orElse(null),
                mapping,
                notices);
    }

    private static List<String> cells(RawRow row, int width) {
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String cell = i < row.cells().length ? row.cells()[i] : null;
            String text = cell == null ? "" : cell;
            cells.add(text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS - 1) + "…");
        }
        return cells;
    }
}
