package cip.core.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The segments, first match wins.
 *
 * @param otherwise id of the segment of customers that none matches; its own condition is tried like any other
 */
public record SegmentRules(List<Segment> segments, String otherwise) {
    public SegmentRules {
        segments = List.copyOf(segments);
    }

    public Optional<Segment> segment(String id) {
        return segments.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return segments.stream().map(Segment::id).toList();
    }

    /** How each segment is shown, by id. */
    public Map<String, String> labels() {
        return segments.stream().collect(Collectors.toMap(Segment::id, Segment::label, (first, again) -> first));
    }

    /** Every reason why these rules cannot be used; empty = valid. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Segment segment : segments) {
            if (!segment.id().matches("[a-z][a-z0-9_]{0,62}")) {
                problems.add("The segment id " + segment.id()
                        + " is not made of lower-case letters, digits and underscores.");
            }
            if (!ids.add(segment.id())) {
                problems.add("The segment " + segment.id() + " occurs twice.");
            }
        }
        if (!ids.contains(otherwise)) {
            problems.add("The segment " + otherwise + ", meant for customers that none matches, is not declared.");
        }
        return problems;
    }
}
