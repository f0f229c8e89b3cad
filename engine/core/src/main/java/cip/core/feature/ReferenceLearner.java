package cip.core.feature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Distributions of the reference customers' values, for all of them or by group. */
final class ReferenceLearner {
    private ReferenceLearner() {}

    static Map<String, Distribution> learn(Rows rows, Reference reference) {
        double[] values = rows.numbers(reference.of());
        return reference
                .grouping()
                .map(grouping -> byGroup(values, rows.texts(grouping)))
                .orElseGet(() -> Map.of("", Distribution.of(values)));
    }

    private static Map<String, Distribution> byGroup(double[] values, @Nullable String[] groups) {
        Map<String, Integer> sizes = new HashMap<>();
        for (String group : groups) {
            if (group != null) {
                sizes.merge(group, 1, Integer::sum);
            }
        }
        Map<String, Distribution> distributions = new HashMap<>();
        sizes.forEach((group, size) -> distributions.put(group, Distribution.of(members(values, groups, group, size))));
        return distributions;
    }

    private static double[] members(double[] values, @Nullable String[] groups, String group, int size) {
        double[] members = new double[size];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (group.equals(groups[i])) {
                members[found++] = values[i];
            }
        }
        return Arrays.copyOf(members, found);
    }
}
