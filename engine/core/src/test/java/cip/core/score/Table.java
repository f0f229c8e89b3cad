package cip.core.score;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small comma-separated file of the conformance cases: no quoted cells, {@code N/A} and {@code NA} mean missing. */
record Table(List<String> names, List<List<String>> cells) {
    private static final Set<String> MISSING = Set.of("N/A", "NA");

    static Table read(Path file) {
        List<List<String>> lines =
                SharedData.lines(file).stream().map(Table::split).toList();
        return new Table(lines.get(0), lines.subList(1, lines.size()));
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.startsWith("\"") && cell.endsWith("\"") && cell.length() > 1
                        ? cell.substring(1, cell.length() - 1)
                        : cell)
                .toList();
    }

    /** Whether the column has numbers and, apart from ERROR, nothing else. */
    boolean isNumber(String name) {
        boolean any = false;
        for (int row = 0; row < rows(); row++) {
            String cell = cell(row, name);
            if (cell != null && !cell.equals("ERROR")) {
                if (!parses(cell)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    int rows() {
        return cells.size();
    }

    @Nullable
    String cell(int row, String name) {
        int column = names.indexOf(name);
        String cell = column < 0 ? "NA" : cells.get(row).get(column);
        return MISSING.contains(cell) ? null : cell;
    }

    /** The inputs of a model as a matrix; an input that the file does not have is missing in every row. */
    FeatureMatrix matrix(List<FeatureInput> inputs) {
        return new FeatureMatrix(rows(), inputs.stream().map(this::column).toList());
    }

    private FeatureColumn column(FeatureInput input) {
        @Nullable String[] values = new String[rows()];
        boolean numbers = input.type() == FeatureInput.Type.NUMBER;
        for (int row = 0; row < values.length; row++) {
            String cell = cell(row, input.name());
            values[row] = cell;
            numbers &= cell == null || parses(cell);
        }
        return numbers
                ? new NumberColumn(
                        input.name(),
                        Arrays.stream(values)
                                .mapToDouble(cell -> cell == null ? Double.NaN : Double.parseDouble(cell))
                                .toArray())
                : new TextColumn(input.name(), values);
    }

    private static boolean parses(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
