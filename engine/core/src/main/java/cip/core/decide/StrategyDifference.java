package cip.core.decide;

import cip.core.customer.CustomerSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was changed from one strategy to another, for people to read before they let it happen. */
public final class StrategyDifference {
    private StrategyDifference() {}

    /** In the order of the parts of the strategy after, what is gone last; empty = both decide alike. */
    public static List<StrategyChange> of(Strategy before, Strategy after, CustomerSchema schema) {
        Map<String, StrategyItem> old = byPlace(StrategyItems.of(before, schema));
        Map<String, StrategyItem> now = byPlace(StrategyItems.of(after, schema));
        List<StrategyChange> changes = new ArrayList<>();
        Set<String> moved = moved(old, now);
        for (StrategyItem item : now.values()) {
            StrategyItem earlier = old.get(item.place());
            if (earlier == null) {
                changes.add(new StrategyChange(item.place(), item.subject(), "", "", words(item)));
                continue;
            }
            changes.addAll(fields(earlier, item));
            changes.addAll(rows(item, before, after, schema));
            if (moved.contains(item.place())) {
                changes.add(new StrategyChange(
                        item.place() + "/place", item.subject(), "place", place(item, old), place(item, now)));
            }
        }
        for (StrategyItem item : old.values()) {
            if (!now.containsKey(item.place())) {
                changes.add(new StrategyChange(item.place(), item.subject(), "", words(item), ""));
            }
        }
        return changes;
    }

    /** What was changed in the rows of an item that is a table. */
    private static List<StrategyChange> rows(
            StrategyItem item, Strategy before, Strategy after, CustomerSchema schema) {
        if (!item.part().equals("tables")) {
            return List.of();
        }
        String name = item.place().substring(item.place().indexOf('/') + 1);
        return TableDifference.of(
                before.table(name).orElseThrow(),
                after.table(name).orElseThrow(),
                StrategyVocabulary.of(before, schema),
                StrategyVocabulary.of(after, schema));
    }

    private static Map<String, StrategyItem> byPlace(List<StrategyItem> items) {
        Map<String, StrategyItem> byPlace = new LinkedHashMap<>();
        items.forEach(item -> byPlace.put(item.place(), item));
        return byPlace;
    }

    private static List<StrategyChange> fields(StrategyItem before, StrategyItem after) {
        List<StrategyChange> changes = new ArrayList<>();
        after.fields().forEach((field, now) -> {
            StrategyItem.Said earlier = before.fields().get(field);
            if (earlier != null && !earlier.exact().equals(now.exact())) {
                boolean told = !earlier.words().equals(now.words());
                changes.add(new StrategyChange(
                        after.place() + "/" + field,
                        after.subject(),
                        field,
                        told ? earlier.words() : earlier.exact(),
                        told ? now.words() : now.exact()));
            }
        });
        return changes;
    }

    private static String words(StrategyItem item) {
        return item.fields().entrySet().stream()
                .filter(field -> !field.getValue().words().isEmpty())
                .map(field -> field.getKey() + ": " + field.getValue().words())
                .collect(Collectors.joining("; "));
    }

    /** The item's place among those of its part, from 1. */
    private static String place(StrategyItem item, Map<String, StrategyItem> items) {
        List<String> part = places(items.values(), item.part());
        return (part.indexOf(item.place()) + 1) + " of " + part.size();
    }

    private static List<String> places(Collection<StrategyItem> items, String part) {
        return items.stream()
                .filter(item -> item.part().equals(part) && !item.place().equals(part))
                .map(StrategyItem::place)
                .toList();
    }

    /** The fewest items that have to be moved, part by part, to get from one order to the other. */
    private static Set<String> moved(Map<String, StrategyItem> before, Map<String, StrategyItem> after) {
        Set<String> moved = new HashSet<>();
        Set<String> parts = after.values().stream().map(StrategyItem::part).collect(Collectors.toSet());
        for (String part : parts) {
            List<String> old = places(before.values(), part);
            List<String> kept = places(after.values(), part).stream()
                    .filter(before::containsKey)
                    .toList();
            moved.addAll(kept);
            longestInOrder(kept.stream().map(old::indexOf).toList()).forEach(index -> moved.remove(kept.get(index)));
        }
        return moved;
    }

    /** Indices of a longest rising subsequence. */
    private static List<Integer> longestInOrder(List<Integer> ranks) {
        int[] length = new int[ranks.size()];
        int[] previous = new int[ranks.size()];
        int last = -1;
        for (int i = 0; i < ranks.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (ranks.get(j) < ranks.get(i) && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        List<Integer> chosen = new ArrayList<>();
        for (int i = last; i >= 0; i = previous[i]) {
            chosen.add(i);
        }
        return chosen;
    }
}
