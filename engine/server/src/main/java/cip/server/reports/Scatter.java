package cip.server.reports;

import cip.core.decide.CustomerBase;
import cip.core.decide.Segment;
import cip.core.decide.SplitDecider;
import java.util.ArrayList;
import java.util.List;

/**
 * Two scores of many customers, for a picture.
 *
 * @param terms names of the scores on the x and the y axis
 * @param total customers who have both scores; when more than the points, every n-th of them is shown
 * @param segments ids, in the strategy's order
 */
public record Scatter(List<String> terms, int total, Points points, List<String> segments) {
    /** One entry per point; {@code segment} is a position in the list of segments. */
    public record Points(List<Double> x, List<Double> y, List<Integer> segment) {}

    static Scatter of(CustomerBase base, SplitDecider deciders, OverviewConfiguration configuration, int limit) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            if (!Double.isNaN(
                    base.number(configuration.riskScore(), row) * base.number(configuration.valueScore(), row))) {
                rows.add(row);
            }
        }
        List<String> segments = deciders.segments().stream().map(Segment::id).toList();
        Points points = new Points(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int shown = Math.min(limit, rows.size());
        for (int i = 0; i < shown; i++) {
            int row = rows.get((int) ((long) i * rows.size() / shown));
            points.x().add(base.number(configuration.riskScore(), row));
            points.y().add(base.number(configuration.valueScore(), row));
            points.segment().add(segments.indexOf(base.segment(row)));
        }
        return new Scatter(
                List.of(configuration.riskScore(), configuration.valueScore()), rows.size(), points, segments);
    }
}
