package cip.server.reports;

import cip.core.action.Action;
import cip.core.decide.CustomerBase;
import cip.core.decide.Segment;
import cip.core.decide.SplitDecider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the base is made of: its segments and the actions waiting, with their customers and value. */
public record Overview(List<SegmentFigures> segments, List<ActionFigures> actions) {
    /**
     * @param clv sum of the value score, in its unit
     * @param color {@code #rrggbb}; empty = by its place
     */
    public record SegmentFigures(String name, String label, String color, int customers, double clv) {}

    /**
     * @param customers for whom the action is ranked first
     * @param expectedValue sum over those customers, in the currency of config.yml
     * @param segmentTop id of the segment most of them are in
     */
    public record ActionFigures(
            String id, String name, String channel, String segmentTop, int customers, double expectedValue) {}

    static Overview of(CustomerBase base, SplitDecider deciders, String valueScore) {
        Map<String, Integer> customers = new HashMap<>();
        Map<String, Double> value = new HashMap<>();
        Map<String, Map<String, Integer>> segmentsOfAction = new HashMap<>();
        Map<String, Double> expected = new HashMap<>();
        for (int row = 0; row < base.size(); row++) {
            String segment = base.segment(row);
            double clv = base.number(valueScore, row);
            customers.merge(segment, 1, Integer::sum);
            value.merge(segment, Double.isNaN(clv) ? 0 : clv, Double::sum);
            segmentsOfAction
                    .computeIfAbsent(base.topAction(row), action -> new HashMap<>())
                    .merge(segment, 1, Integer::sum);
            expected.merge(base.topAction(row), base.expectedValue(row), Double::sum);
        }
        List<SegmentFigures> segments = new ArrayList<>();
        for (Segment segment : deciders.segments()) {
            segments.add(new SegmentFigures(
                    segment.id(),
                    segment.label(),
                    segment.color(),
                    customers.getOrDefault(segment.id(), 0),
                    value.getOrDefault(segment.id(), 0.0)));
        }
        List<ActionFigures> actions = new ArrayList<>();
        for (Action action : deciders.actions().actions()) {
            Map<String, Integer> in = segmentsOfAction.get(action.id());
            if (in != null) {
                actions.add(figures(action, in, expected.getOrDefault(action.id(), 0.0)));
            }
        }
        actions.sort(Comparator.comparingDouble(ActionFigures::expectedValue).reversed());
        return new Overview(segments, actions);
    }

    private static ActionFigures figures(Action action, Map<String, Integer> segments, double expectedValue) {
        String top = segments.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        int customers = segments.values().stream().mapToInt(Integer::intValue).sum();
        return new ActionFigures(action.id(), action.name(), action.channel(), top, customers, expectedValue);
    }
}
