package cip.core.score.kernel;

import java.util.Arrays;

/**
 * What inputs add to what trees say, worked out beforehand (after Yang 2021, "Fast TreeSHAP: accelerating SHAP value
 * computation for trees", arXiv:2109.09847, version 2, whose tables belong to single leaves). A tree is cut into groups of
 * leaves that share the way to where they part. How a row comes out on the way, input by input, and in the tests among the
 * leaves, test by test, are the bits of a key; by the key a table says what each input adds over all leaves of the group.
 * The numbers are those of the definition: nothing is left out or rounded. Trees that no table of bearable size can hold are
 * left to {@link ShareWalk}. Immutable; made by {@link ShareTablesWriter}.
 *
 * <p>Tree t has the groups from {@code trees[t]} to {@code trees[t + 1] - 1}. Group g has the tests from {@code tests[g]},
 * the inputs from {@code inputs[g]} and its table from {@code tables[g]}: key by key one number for each of its inputs.
 *
 * @param asked three ints for each test: column of the trees, number, and the {@link #ask} of its bit
 * @param added positions of the inputs of all groups
 * @param amounts the tables of all groups
 * @param tabled which trees are in tables at all
 */
record ShareTables(
        int[] trees,
        int[] tests,
        int[] inputs,
        int[] tables,
        int[] asked,
        int[] added,
        double[] amounts,
        boolean[] tabled) {

    /** Sets a bit of the key when a code is below the number, or with {@code otherwise} when it is not. */
    static int ask(int bit, boolean otherwise) {
        return otherwise ? ~bit : bit;
    }

    /** Whether a tree is in tables. */
    boolean has(int tree) {
        return tabled[tree];
    }

    /** @param row codes by column @param shares by input */
    void add(int tree, int[] row, double[] shares) {
        add(trees[tree], trees[tree + 1], row, shares);
    }

    /** Adds what all trees say that are in tables. */
    void addAll(int[] row, double[] shares) {
        add(0, tables.length, row, shares);
    }

    /**
     * Where to read is worked out for all groups before any is read: tables are larger than caches, and a processor waits for
     * many places of the memory at once only when it knows them.
     */
    private void add(int from, int to, int[] row, double[] shares) {
        int[] entries = new int[to - from];
        for (int group = from; group < to; group++) {
            int key = 0;
            for (int test = tests[group]; test < tests[group + 1]; test += 3) {
                int ask = asked[test + 2];
                int flip = ask >> 31;
                key |= ((row[asked[test]] - asked[test + 1]) ^ flip) >>> 31 << (ask ^ flip);
            }
            entries[group - from] = tables[group] + key * (inputs[group + 1] - inputs[group]);
        }
        for (int group = from; group < to; group++) {
            int entry = entries[group - from] - inputs[group];
            for (int i = inputs[group]; i < inputs[group + 1]; i++) {
                shares[added[i]] += amounts[entry + i];
            }
        }
    }

    /**
     * The same for all rows of a block.
     *
     * @param codes by column, of which the first rows count
     * @param keys to work with, one per row
     * @param shares by input and row
     */
    void add(int tree, int[][] codes, int[] keys, double[][] shares) {
        for (int group = trees[tree]; group < trees[tree + 1]; group++) {
            Arrays.fill(keys, 0);
            for (int test = tests[group]; test < tests[group + 1]; test += 3) {
                int ask = asked[test + 2];
                int flip = ask >> 31;
                set(keys, codes[asked[test]], asked[test + 1], flip, ask ^ flip);
            }
            int first = inputs[group];
            int width = inputs[group + 1] - first;
            for (int i = 0; i < width; i++) {
                take(keys, amounts, tables[group] + i, width, shares[added[first + i]]);
            }
        }
    }

    /** The sign of {@code code - number} is set when the code is below. */
    private static void set(int[] keys, int[] codes, int number, int flip, int bit) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] |= ((codes[i] - number) ^ flip) >>> 31 << bit;
        }
    }

    private static void take(int[] keys, double[] amounts, int from, int width, double[] to) {
        for (int i = 0; i < keys.length; i++) {
            to[i] += amounts[from + keys[i] * width];
        }
    }
}
