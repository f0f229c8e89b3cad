package cip.plugins.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows dealt into folds so that rows of one group stay together.
 *
 * @param foldOfRow from 0
 */
record Folds(int count, int[] foldOfRow) {
    /** Deals whole groups, in random order, each into the fold that has the fewest rows so far. */
    static Folds deal(int[] groups, int count, long seed) {
        Map<Integer, List<Integer>> rowsByGroup = new LinkedHashMap<>();
        for (int row = 0; row < groups.length; row++) {
            rowsByGroup.computeIfAbsent(groups[row], g -> new ArrayList<>()).add(row);
        }
        if (rowsByGroup.size() < count) {
            throw new IllegalArgumentException("There are " + rowsByGroup.size() + " independent rows for " + count
                    + " folds.\nMaybe most rows are copies of each other.");
        }
        List<List<Integer>> shuffled = new ArrayList<>(rowsByGroup.values());
        Collections.shuffle(shuffled, new Random(seed));
        int[] foldOfRow = new int[groups.length];
        int[] sizes = new int[count];
        for (List<Integer> rows : shuffled) {
            int smallest = 0;
            for (int fold = 1; fold < count; fold++) {
                smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
            }
            sizes[smallest] += rows.size();
            for (int row : rows) {
                foldOfRow[row] = smallest;
            }
        }
        return new Folds(count, foldOfRow);
    }

    /** The same folds of some of the rows. */
    Folds only(int[] rows) {
        return new Folds(count, Arrays.stream(rows).map(row -> foldOfRow[row]).toArray());
    }

    int[] inside(int fold) {
        return rows(row -> foldOfRow[row] == fold);
    }

    int[] outside(int fold) {
        return rows(row -> foldOfRow[row] != fold);
    }

    private int[] rows(IntPredicate chosen) {
        return IntStream.range(0, foldOfRow.length).filter(chosen).toArray();
    }
}
