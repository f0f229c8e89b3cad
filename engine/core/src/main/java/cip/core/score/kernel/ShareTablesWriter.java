package cip.core.score.kernel;

import cip.core.score.kernel.LeafGroup.Test;
import java.util.ArrayList;
import java.util.List;

/** Cuts trees into groups of leaves and works out their {@link ShareTables}. */
final class ShareTablesWriter {
    /** Bits of the key of a group of several leaves: at six the numbers to be added up per row are fewest for their memory. */
    private static final int MOST_BITS = 6;
    /** Bits of the key of a single leaf: the inputs on the way to it. */
    private static final int MOST_INPUTS_OF_LEAF = 10;
    /** Numbers in the tables of one ensemble: 16 MiB. */
    private static final int MOST_AMOUNTS = 1 << 21;

    private final CountedTrees trees;
    private final List<LeafGroup> groups = new ArrayList<>();
    private final int[] starts;
    private final boolean[] tabled;
    private int size;

    private ShareTablesWriter(CountedTrees trees) {
        int count = trees.trees().roots().length;
        this.trees = trees;
        this.starts = new int[count + 1];
        this.tabled = new boolean[count];
        for (int tree = 0; tree < count; tree++) {
            int before = size;
            tabled[tree] = cut(trees.trees().roots()[tree], new ArrayList<>());
            if (!tabled[tree]) {
                groups.subList(starts[tree], groups.size()).clear();
                size = before;
            }
            starts[tree + 1] = groups.size();
        }
    }

    static ShareTables write(CountedTrees trees) {
        return new ShareTablesWriter(trees).tables();
    }

    /** @return false = the tree is too large, or no training row came to a test, so that none says how the others went on */
    private boolean cut(int place, List<Test> way) {
        if (place >= 0 && trees.cover(place) == 0) {
            return false;
        }
        int inputs = LeafGroup.inputs(trees, way).size();
        if (inputs > MOST_INPUTS_OF_LEAF) {
            return false;
        }
        if (place < 0 || isWithoutEmptyTests(place) && inputs + trees.tests(place) <= MOST_BITS) {
            LeafGroup group = new LeafGroup(trees, way, place);
            groups.add(group);
            size += group.size();
            return size <= MOST_AMOUNTS;
        }
        return cut(trees.yes(place), way, new Test(place, true)) && cut(trees.no(place), way, new Test(place, false));
    }

    private boolean cut(int place, List<Test> way, Test next) {
        way.add(next);
        boolean cut = cut(place, way);
        way.remove(way.size() - 1);
        return cut;
    }

    private boolean isWithoutEmptyTests(int place) {
        return place < 0
                || trees.cover(place) > 0
                        && isWithoutEmptyTests(trees.yes(place))
                        && isWithoutEmptyTests(trees.no(place));
    }

    private ShareTables tables() {
        int[] tests = new int[groups.size() + 1];
        int[] inputs = new int[groups.size() + 1];
        int[] tables = new int[groups.size()];
        List<Integer> asked = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        double[] amounts = new double[size];
        int table = 0;
        for (int i = 0; i < groups.size(); i++) {
            LeafGroup group = groups.get(i);
            asked.addAll(group.asked());
            added.addAll(group.inputs());
            group.fill(amounts, table);
            tables[i] = table;
            table += group.size();
            tests[i + 1] = asked.size();
            inputs[i + 1] = added.size();
        }
        return new ShareTables(starts, tests, inputs, tables, numbers(asked), numbers(added), amounts, tabled);
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
