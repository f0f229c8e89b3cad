package cip.plugins.trainer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Boosted trees: the margin of a row is the base plus one leaf of every tree, added up in floats as XGBoost does.
 *
 * @param base the margin before any tree
 */
record Forest(float base, List<Tree> trees) {
    Forest {
        trees = List.copyOf(trees);
    }

    float margin(float[][] columns, int row) {
        float sum = base;
        for (Tree tree : trees) {
            sum += tree.leaf()[tree.leafOf(columns, row)];
        }
        return sum;
    }

    /** The columns that any tree asks for. */
    Set<Integer> columnsUsed() {
        Set<Integer> used = new TreeSet<>();
        for (Tree tree : trees) {
            for (int column : tree.column()) {
                if (column >= 0) {
                    used.add(column);
                }
            }
        }
        return used;
    }
}
