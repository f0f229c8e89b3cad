package cip.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From which group to which group customers go, those who stay included: the rows and columns of a matrix, empty cells left
 * out.
 *
 * @param cells in the order of {@code from}, then {@code to}
 */
public record Transitions(List<Cell> cells) {
    public Transitions {
        cells = List.copyOf(cells);
    }

    /**
     * @param valueBefore sum of the expected values of their first actions under the strategy before, in the currency
     * @param valueAfter the same under the strategy after
     */
    public record Cell(String from, String to, long customers, double valueBefore, double valueAfter) {
        Cell plus(Cell other) {
            return new Cell(
                    from,
                    to,
                    customers + other.customers,
                    valueBefore + other.valueBefore,
                    valueAfter + other.valueAfter);
        }

        boolean moves() {
            return !from.equals(to);
        }
    }

    static Transitions none() {
        return new Transitions(List.of());
    }

    /** Cells of one group summed up. @param cells in any order, with repetitions */
    static Transitions of(List<Cell> cells) {
        Map<String, Map<String, Cell>> sums = new TreeMap<>();
        for (Cell cell : cells) {
            sums.computeIfAbsent(cell.from(), from -> new TreeMap<>()).merge(cell.to(), cell, Cell::plus);
        }
        return new Transitions(
                sums.values().stream().flatMap(row -> row.values().stream()).toList());
    }

    Transitions plus(Transitions others) {
        List<Cell> both = new ArrayList<>(cells);
        both.addAll(others.cells);
        return of(both);
    }

    /** Customers in another group than before. */
    public long moved() {
        return cells.stream().filter(Cell::moves).mapToLong(Cell::customers).sum();
    }
}
