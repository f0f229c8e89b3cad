package cip.core.decide;

import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.DecisionTable;
import cip.core.rule.Literal;
import cip.core.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was changed in the rows of one decision table. Rows have no names, so those of before and after are paired such that
 * as little as possible was changed (the edit distance of two sequences, with a cost for cells that differ); a row that is
 * gone in one place and there in another was moved.
 */
final class TableDifference {
    /** Pairs of rows beyond which they are paired by position. */
    private static final long MOST_PAIRS = 2_000_000;

    private final DecisionTable before;
    private final DecisionTable after;
    private final Vocabulary oldWords;
    private final Vocabulary words;
    private final List<List<Cell>> old = new ArrayList<>();
    private final List<List<Cell>> now = new ArrayList<>();
    private final List<StrategyChange> changes = new ArrayList<>();

    /** @param exact equal exactly if the cells are; {@code null} = the table had no such column */
    private record Cell(String place, String field, Object exact, String words) {
        boolean sameAs(Cell other) {
            return Objects.equals(exact, other.exact);
        }
    }

    private TableDifference(DecisionTable before, DecisionTable after, Vocabulary oldWords, Vocabulary words) {
        this.before = before;
        this.after = after;
        this.oldWords = oldWords;
        this.words = words;
        before.rows().forEach(row -> old.add(cells(before, row, oldWords)));
        after.rows().forEach(row -> now.add(cells(after, row, words)));
    }

    /**
     * In the order of the rows after, those that are gone last.
     *
     * @param oldWords of the strategy before @param words of the strategy after
     */
    static List<StrategyChange> of(DecisionTable before, DecisionTable after, Vocabulary oldWords, Vocabulary words) {
        TableDifference difference = new TableDifference(before, after, oldWords, words);
        difference.compare();
        return difference.changes;
    }

    private void compare() {
        int[] earlier = new Pairing(old.size(), now.size(), this::differing, MOST_PAIRS).earlier();
        Map<List<Object>, List<Integer>> gone = new HashMap<>();
        boolean[] kept = new boolean[old.size()];
        for (int at : earlier) {
            if (at >= 0) {
                kept[at] = true;
            }
        }
        for (int row = 0; row < kept.length; row++) {
            if (!kept[row]) {
                gone.computeIfAbsent(exact(old.get(row)), cells -> new ArrayList<>())
                        .add(row);
            }
        }
        for (int row = 0; row < earlier.length; row++) {
            if (earlier[row] >= 0) {
                changed(earlier[row], row);
            } else {
                List<Integer> same = gone.getOrDefault(exact(now.get(row)), List.of());
                if (same.isEmpty()) {
                    add(row, "", "", "", after.sentence(after.rows().get(row), words));
                } else {
                    int from = same.remove(0);
                    kept[from] = true;
                    add(row, "/place", "place", place(from, before), place(row, after));
                }
            }
        }
        for (int row = 0; row < kept.length; row++) {
            if (!kept[row]) {
                add(row, "", "", before.sentence(before.rows().get(row), oldWords), "");
            }
        }
    }

    private void changed(int earlier, int row) {
        for (Cell cell : now.get(row)) {
            Optional<Cell> was = old.get(earlier).stream()
                    .filter(other -> other.place().equals(cell.place()))
                    .findFirst();
            String field = cell.field();
            String place = "/" + column(cell.place());
            if (was.isEmpty()) {
                if (!cell.exact().equals(Condition.everyone())) {
                    add(row, place, field, "", cell.words());
                }
            } else if (!was.get().sameAs(cell)) {
                boolean told = !was.get().words().equals(cell.words());
                add(
                        row,
                        place,
                        field,
                        told ? was.get().words() : was.get().exact().toString(),
                        told ? cell.words() : cell.exact().toString());
            }
        }
    }

    /** The share of cells that differ, 0..1; columns that one of the tables lacks are left out. */
    private double differing(int earlier, int row) {
        int differing = 0;
        int compared = 0;
        for (Cell cell : now.get(row)) {
            for (Cell was : old.get(earlier)) {
                if (was.place().equals(cell.place())) {
                    compared++;
                    differing += was.sameAs(cell) ? 0 : 1;
                }
            }
        }
        return compared == 0 ? 0 : (double) differing / compared;
    }

    /** Where the column of a cell stands in the table after: {@code when/0}. */
    private String column(String place) {
        String name = place.substring(place.indexOf(' ') + 1);
        if (place.startsWith("when")) {
            return "when/" + after.inputs().indexOf(name);
        }
        List<String> outputs =
                after.outputs().stream().map(DecisionTable.Output::name).toList();
        return "then/" + outputs.indexOf(name);
    }

    private static List<Cell> cells(DecisionTable table, DecisionTable.Row row, Vocabulary words) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(table.inputs().size(), row.when().size()); i++) {
            String input = table.inputs().get(i);
            Condition test = row.when().get(i);
            cells.add(new Cell(
                    "when " + input,
                    ConditionSentence.lowerCase(words.label(input)),
                    test,
                    ConditionSentence.asked(test, words)));
        }
        for (int i = 0; i < Math.min(table.outputs().size(), row.then().size()); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            Literal value = row.then().get(i);
            cells.add(new Cell(
                    "then " + output.name(), ConditionSentence.lowerCase(output.label()), value, value.plain()));
        }
        return cells;
    }

    private static List<Object> exact(List<Cell> cells) {
        return cells.stream().<Object>map(Cell::exact).toList();
    }

    private static String place(int row, DecisionTable table) {
        return (row + 1) + " of " + table.rows().size();
    }

    private void add(int row, String place, String field, String earlier, String later) {
        changes.add(new StrategyChange(
                "tables/" + after.name() + "/rows/" + row + place,
                "Table " + after.label() + ", row " + (row + 1),
                field,
                earlier,
                later));
    }
}
