package cip.server.workbooks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cells of one sheet that hold something, by row and column from 0. */
final class Sheet {
    private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();

    void put(int row, int column, Cell cell) {
        rows.computeIfAbsent(row, unseen -> new TreeMap<>()).put(column, cell);
    }

    /** Empty = it holds nothing but space. */
    Optional<Cell> cell(int row, int column) {
        return Optional.ofNullable(rows.getOrDefault(row, new TreeMap<>()).get(column))
                .filter(cell -> !cell.isBlank());
    }

    String text(int row, int column) {
        return cell(row, column).map(Cell::plain).orElse("").strip();
    }

    /** The last row that holds something; -1 = none. */
    int lastRow() {
        return rows.isEmpty() ? -1 : rows.lastKey();
    }

    /** The last column of a row that holds something; -1 = none. */
    int lastColumn(int row) {
        Map<Integer, Cell> cells = rows.getOrDefault(row, new TreeMap<>());
        return cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(-1);
    }

    /** The first row whose first cell says this; empty = none does. */
    Optional<Integer> rowOf(String first) {
        return rows.keySet().stream()
                .filter(row -> text(row, 0).equalsIgnoreCase(first))
                .findFirst();
    }
}
