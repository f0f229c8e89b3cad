package cip.core.score;

import cip.core.score.kernel.Flags;
import cip.core.score.kernel.Shares;
import cip.core.score.kernel.Step;
import cip.core.score.kernel.TreeShares;
import cip.core.score.kernel.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the nodes of the trees of one ensemble into flat arrays. A place is a node, or the complement of a leaf. */
final class TreesWriter {
    private static final int MOST_NODES = 2_000_000;

    private final ProgramWriter program;
    private final Map<Integer, Integer> columns = new LinkedHashMap<>();
    private final Map<FlagSet, Integer> flags = new LinkedHashMap<>();
    private final List<Step> flagSteps = new ArrayList<>();
    private final Map<Integer, Optional<String>> origins = new HashMap<>();
    private final List<Integer> roots = new ArrayList<>();
    private int[] nodes = new int[1024];
    private int size;
    private double[] values = new double[256];
    private double[] covers = new double[256];
    private int leaves;

    private record FlagSet(int slot, BitSet codes) {}

    TreesWriter(ProgramWriter program) {
        this.program = program;
    }

    int newCodes() {
        return program.newCodes();
    }

    /** Takes note of the one input that the codes of a slot come from; empty = several. */
    void comesFrom(int slot, Optional<String> origin) {
        origins.put(slot, origin);
    }

    /** @param cover how many training rows ended there; NaN = not known @return the place of a new leaf */
    int leaf(double value, double cover) {
        if (leaves == values.length) {
            values = Arrays.copyOf(values, 2 * leaves);
            covers = Arrays.copyOf(covers, 2 * leaves);
        }
        values[leaves] = value;
        covers[leaves] = cover;
        return ~leaves++;
    }

    /** A node that leads to {@code yes} when the code in the slot is below the number. */
    int node(int slot, int number, int yes, int no) {
        if (size == 4 * MOST_NODES) {
            throw new Uncompilable("more than " + MOST_NODES + " tests in its trees");
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        Integer column = columns.putIfAbsent(slot, columns.size());
        nodes[size] = column == null ? columns.size() - 1 : column;
        nodes[size + 1] = number;
        nodes[size + 2] = yes;
        nodes[size + 3] = no;
        size += 4;
        return size / 4 - 1;
    }

    /** A node that leads to {@code yes} when the code in the slot is in the set. */
    int flagNode(int slot, BitSet codes, int count, int yes, int no) {
        Integer flag = flags.get(new FlagSet(slot, codes));
        if (flag == null) {
            flag = program.newCodes();
            flags.put(new FlagSet(slot, (BitSet) codes.clone()), flag);
            int[] table = new int[count];
            for (int code = 0; code < count; code++) {
                table[code] = codes.get(code) ? 0 : 1;
            }
            flagSteps.add(new Flags(slot, flag, table));
            comesFrom(flag, origins.getOrDefault(slot, Optional.empty()));
        }
        return node(flag, 1, yes, no);
    }

    void root(int place) {
        roots.add(place);
    }

    /** Writes the steps that find what the nodes look at, after those that find the codes. */
    void finish() {
        flagSteps.forEach(program::add);
    }

    Trees trees() {
        return new Trees(
                columns.keySet().stream().mapToInt(slot -> slot).toArray(),
                Arrays.copyOf(nodes, size),
                roots.stream().mapToInt(place -> place).toArray());
    }

    /** How inputs add up; empty = a column has no one input, or the model does not say how many training rows went where. */
    Optional<Shares> shares(Trees trees, int sum) {
        Map<String, Integer> inputs = new LinkedHashMap<>();
        int[] inputOfColumn = new int[columns.size()];
        for (Map.Entry<Integer, Integer> column : columns.entrySet()) {
            Optional<String> origin = origins.getOrDefault(column.getKey(), Optional.empty());
            if (origin.isEmpty()) {
                return Optional.empty();
            }
            inputOfColumn[column.getValue()] = inputs.computeIfAbsent(origin.get(), name -> inputs.size());
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            if (Double.isNaN(values[leaf]) || Double.isNaN(covers[leaf])) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new TreeShares(
                    trees, values(), Arrays.copyOf(covers, leaves), inputOfColumn, List.copyOf(inputs.keySet()), sum));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    double[] values() {
        return Arrays.copyOf(values, leaves);
    }
}
