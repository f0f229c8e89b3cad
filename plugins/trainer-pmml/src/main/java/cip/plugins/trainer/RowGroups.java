package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows that must not be split between folds: those that came as one group, and those that are copies of each other, if only in
 * their numbers ({@link SameNumbers}).
 *
 * @param ofRow a group number for each row, from 0 in order of appearance
 * @param count how many groups there are
 * @param distinctRows how many rows differ in a feature or in the target
 */
record RowGroups(int[] ofRow, int count, int distinctRows) {
    static RowGroups of(FeatureMatrix features, double[] target, int[] groups) {
        int rows = features.rows();
        int[] parent = new int[rows];
        int[] sameNumbers = SameNumbers.first(features, target);
        Map<Integer, Integer> firstOfGroup = new HashMap<>();
        Map<String, Integer> firstOfCopies = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            parent[row] = row;
            join(parent, row, sameNumbers[row]);
            join(parent, row, firstOfGroup.computeIfAbsent(groups[row], absent(row)));
            join(parent, row, firstOfCopies.computeIfAbsent(content(features, target, row), absent(row)));
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] ofRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            ofRow[row] = numbers.computeIfAbsent(root(parent, row), absent(numbers.size()));
        }
        return new RowGroups(ofRow, numbers.size(), firstOfCopies.size());
    }

    /** The groups of some of the rows, numbered anew. */
    RowGroups only(int[] rows) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] kept = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            kept[i] = numbers.computeIfAbsent(ofRow[rows[i]], absent(numbers.size()));
        }
        return new RowGroups(kept, numbers.size(), Math.min(distinctRows, rows.length));
    }

    /** By row: whether no row before it has the same content. */
    static boolean[] firstOfCopies(FeatureMatrix features, double[] target) {
        Set<String> seen = new HashSet<>();
        boolean[] first = new boolean[features.rows()];
        for (int row = 0; row < first.length; row++) {
            first[row] = seen.add(content(features, target, row));
        }
        return first;
    }

    private static <K> Function<K, Integer> absent(int value) {
        return key -> value;
    }

    private static void join(int[] parent, int row, int other) {
        parent[root(parent, row)] = root(parent, other);
    }

    private static int root(int[] parent, int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static String content(FeatureMatrix features, double[] target, int row) {
        StringBuilder content = new StringBuilder();
        for (FeatureColumn column : features.columns()) {
            if (column instanceof FeatureColumn.NumberColumn numbers) {
                content.append(numbers.values()[row]).append('\u0000');
            } else if (column instanceof FeatureColumn.TextColumn texts) {
                content.append(texts.values()[row]).append('\u0000');
            }
        }
        return target.length == 0
                ? content.toString()
                : content.append(target[row]).toString();
    }
}
