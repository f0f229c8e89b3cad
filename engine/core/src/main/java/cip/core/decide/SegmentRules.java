package cip.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Every reason why one of these segments cannot be used, its condition apart; empty = valid. */
    List<String> problems(Segment segment) {
        List<String> problems = new ArrayList<>();
        if (!segment.id().matches("[a-z][a-z0-9_]{0,62}")) {
            problems.add(
                    "The segment id " + segment.id() + " is not made of lower-case letters, digits and underscores.");
        }
        if (segments.stream().filter(s -> s.id().equals(segment.id())).count() > 1) {
            problems.add("The segment " + segment.id() + " occurs twice.");
        }
        if (segment.label().isBlank()) {
            problems.add("The segment " + segment.id() + " has no label.");
        }
        return problems;
    }
}
