package cip.core.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names the features read. */
final class FeatureDependencies {
    private final Map<String, Set<String>> reads = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    FeatureDependencies(List<FeatureDefinition> definitions) {
        for (FeatureDefinition definition : definitions) {
            order.add(definition.name());
            Set<String> names = reads.computeIfAbsent(definition.name(), n -> new LinkedHashSet<>());
            collect(definition.expression(), names);
        }
    }

    private static void collect(FeatureExpression expression, Set<String> names) {
        if (expression instanceof ValueOf value) {
            names.add(value.name());
        }
        if (expression instanceof DaysSince days) {
            names.add(days.attribute());
        }
        expression.operands().forEach(operand -> collect(operand, names));
    }

    Set<String> lineage(String name) {
        Set<String> found = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(reads.getOrDefault(name, Set.of()));
        while (!waiting.isEmpty()) {
            String next = waiting.remove(waiting.size() - 1);
            if (found.add(next)) {
                waiting.addAll(reads.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** One sentence for each cycle, told once, from the member that is declared first. */
    List<String> cycles() {
        List<String> problems = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (String name : order) {
            if (!told.contains(name) && lineage(name).contains(name)) {
                List<String> path = pathBack(name);
                told.addAll(path);
                problems.add("feature " + String.join(" reads ", path) + ", which is itself");
            }
        }
        return problems;
    }

    private List<String> pathBack(String start) {
        List<String> path = new ArrayList<>(List.of(start));
        String at = start;
        do {
            at = nextTowards(at, start, path);
            path.add(at);
        } while (!at.equals(start));
        return path;
    }

    private String nextTowards(String at, String start, List<String> path) {
        Set<String> next = reads.getOrDefault(at, Set.of());
        if (next.contains(start)) {
            return start;
        }
        return next.stream()
                .filter(name -> !path.contains(name) && lineage(name).contains(start))
                .findFirst()
                .orElse(start);
    }
}
