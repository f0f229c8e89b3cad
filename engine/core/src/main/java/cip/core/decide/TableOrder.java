package cip.core.decide;

import cip.core.rule.Condition;
import cip.core.rule.DecisionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the tables of a strategy are decided: each after those whose outputs it reads, and whatever reads the segment,
 * itself or through another table, after the segments. Immutable.
 */
public final class TableOrder {
    private final List<DecisionTable> tables;
    private final Map<String, Integer> giving = new HashMap<>();
    /** By table: how many tables have to be decided one after the other before it. */
    private final int[] depth;

    private final boolean[] late;
    /** Labels of tables that wait for each other, the first one again at the end. */
    private final List<List<String>> cycles = new ArrayList<>();

    private final List<Wave> early;
    private final List<Wave> after;

    private TableOrder(List<DecisionTable> tables) {
        this.tables = tables;
        for (int i = 0; i < tables.size(); i++) {
            for (DecisionTable.Output output : tables.get(i).outputs()) {
                giving.putIfAbsent(output.name(), i);
            }
        }
        this.depth = new int[tables.size()];
        this.late = new boolean[tables.size()];
        boolean[] visited = new boolean[tables.size()];
        for (int i = 0; i < tables.size(); i++) {
            visit(i, visited, new ArrayList<>());
        }
        this.early = waves(false, 0);
        this.after = waves(true, early.size());
    }

    public static TableOrder of(List<DecisionTable> tables) {
        return new TableOrder(List.copyOf(tables));
    }

    /**
     * Tables that can be decided together.
     *
     * @param number among all waves of the order, from 0
     * @param positions of the tables in the strategy
     */
    public record Wave(int number, List<Integer> positions, List<DecisionTable> tables) {
        /** The conditions of all rows, table by table. */
        public List<Condition> conditions() {
            return tables.stream().flatMap(table -> table.conditions().stream()).toList();
        }
    }

    private void visit(int table, boolean[] visited, List<Integer> path) {
        if (path.contains(table)) {
            List<String> cycle = new ArrayList<>();
            path.subList(path.indexOf(table), path.size())
                    .forEach(position -> cycle.add(tables.get(position).label()));
            cycle.add(tables.get(table).label());
            cycles.add(cycle);
            return;
        }
        if (visited[table]) {
            return;
        }
        path.add(table);
        for (String input : tables.get(table).inputs()) {
            Integer before = giving.get(input);
            if (input.equals(StrategyVocabulary.SEGMENT)) {
                late[table] = true;
            } else if (before != null) {
                visit(before, visited, path);
                depth[table] = Math.max(depth[table], depth[before] + 1);
                late[table] |= late[before];
            }
        }
        path.remove(path.size() - 1);
        visited[table] = true;
    }

    private List<Wave> waves(boolean afterSegments, int number) {
        List<Wave> waves = new ArrayList<>();
        for (int at = 0; at <= tables.size(); at++) {
            List<Integer> positions = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                if (depth[i] == at && late[i] == afterSegments) {
                    positions.add(i);
                }
            }
            if (!positions.isEmpty()) {
                waves.add(new Wave(
                        number + waves.size(),
                        List.copyOf(positions),
                        positions.stream().map(tables::get).toList()));
            }
        }
        return List.copyOf(waves);
    }

    public List<DecisionTable> tables() {
        return tables;
    }

    /** Those that are decided before the segments, one wave after the other. */
    public List<Wave> beforeSegments() {
        return early;
    }

    /** Those that are decided after the segments. */
    public List<Wave> afterSegments() {
        return after;
    }

    /** All of them in their order. */
    public List<Wave> waves() {
        List<Wave> waves = new ArrayList<>(early);
        waves.addAll(after);
        return waves;
    }

    /** Names of the terms that tables give after the segments. */
    public Set<String> lateOutputs() {
        Set<String> outputs = new LinkedHashSet<>();
        after.forEach(
                wave -> wave.tables().forEach(table -> table.outputs().forEach(output -> outputs.add(output.name()))));
        return outputs;
    }

    /** Tables, by label, that wait for each other: the first one stands at the end again. Empty = the order is sound. */
    List<List<String>> cycles() {
        return cycles;
    }

    /** Why a term is known only after the segments: the labels of the tables from the one that gives it to the one that reads it. */
    List<String> wayToSegment(String term) {
        List<String> way = new ArrayList<>();
        Integer at = giving.get(term);
        while (at != null && late[at] && way.size() <= tables.size()) {
            way.add(tables.get(at).label());
            DecisionTable table = tables.get(at);
            at = table.inputs().contains(StrategyVocabulary.SEGMENT)
                    ? null
                    : table.inputs().stream()
                            .map(giving::get)
                            .filter(before -> before != null && late[before])
                            .findFirst()
                            .orElse(null);
        }
        return way;
    }
}
