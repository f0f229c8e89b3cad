package cip.core.decide;

import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.DecisionTable;
import cip.core.rule.Literal;
import cip.core.rule.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** For each column of the table after the same one of the table before; -1 = it had none. */
    private final int[] columns;

    /** @param exact equal exactly if the cells are */
    private record Cell(String field, Object exact, String words) {
        boolean sameAs(Cell other) {
            return exact.equals(other.exact);
        }
    }

    private TableDifference(DecisionTable before, DecisionTable after, Vocabulary oldWords, Vocabulary words) {
        this.before = before;
        this.after = after;
        this.oldWords = oldWords;
        this.words = words;
        List<String> had = columns(before);
        this.columns = columns(after).stream().mapToInt(had::indexOf).toArray();
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
        List<Cell> was = old.get(earlier);
        List<Cell> cells = now.get(row);
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            int inputs = after.inputs().size();
            String place = column < inputs ? "/when/" + column : "/then/" + (column - inputs);
            if (columns[column] < 0) {
                if (!cell.exact().equals(Condition.everyone())) {
                    add(row, place, cell.field(), "", cell.words());
                }
            } else if (!was.get(columns[column]).sameAs(cell)) {
                Cell other = was.get(columns[column]);
                boolean told = !other.words().equals(cell.words());
                add(
                        row,
                        place,
                        cell.field(),
                        told ? other.words() : other.exact().toString(),
                        told ? cell.words() : cell.exact().toString());
            }
        }
    }

    /** The share of cells that differ, 0..1; columns that one of the tables lacks are left out. */
    private double differing(int earlier, int row) {
        List<Cell> was = old.get(earlier);
        List<Cell> cells = now.get(row);
        int differing = 0;
        int compared = 0;
        for (int column = 0; column < cells.size(); column++) {
            if (columns[column] >= 0) {
                compared++;
                differing += was.get(columns[column]).sameAs(cells.get(column)) ? 0 : 1;
            }
        }
        return compared == 0 ? 0 : (double) differing / compared;
    }

    /** What tells each column from the others: a term that is tested twice makes two. */
    private static List<String> columns(DecisionTable table) {
        List<String> columns = new ArrayList<>();
        for (String input : table.inputs()) {
            columns.add(
                    "when " + input + " " + Collections.frequency(table.inputs().subList(0, columns.size()), input));
        }
        table.outputs().forEach(output -> columns.add("then " + output.name()));
        return columns;
    }

    private static List<Cell> cells(DecisionTable table, DecisionTable.Row row, Vocabulary words) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            String input = table.inputs().get(i);
            Condition test = row.when().get(i);
            cells.add(new Cell(
                    ConditionSentence.lowerCase(words.label(input)), test, ConditionSentence.asked(test, words)));
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            DecisionTable.Output output = table.outputs().get(i);
            Literal value = row.then().get(i);
            cells.add(new Cell(ConditionSentence.lowerCase(output.label()), value, value.plain()));
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
