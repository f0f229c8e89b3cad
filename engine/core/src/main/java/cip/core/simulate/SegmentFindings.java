package cip.core.simulate;

import cip.core.decide.EngagementRule;
import cip.core.decide.Segment;
import cip.core.rule.Condition;
import cip.core.rule.Satisfiability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is odd about segments: they are asked in order, and the first that matches takes the customer. */
final class SegmentFindings {
    private final Examined examined;
    private final List<Segment> segments;
    private final List<Finding> found = new ArrayList<>();

    SegmentFindings(Examined examined) {
        this.examined = examined;
        this.segments = examined.strategy().segments().segments();
    }

    List<Finding> all() {
        for (int s = 0; s < segments.size(); s++) {
            Reach.OfSegment counts = examined.reach().segments().get(s);
            if (examined.hasTimeFor(place(segments.get(s)))) {
                one(segments.get(s), segments.subList(0, s), counts, segments.size() - s - 1);
            }
        }
        gap();
        unused();
        return found;
    }

    private void one(Segment segment, List<Segment> above, Reach.OfSegment counts, int below) {
        found.addAll(examined.redundant(
                place(segment) + "/when", "Segment " + segment.label(), segment.when(), counts.reached()));
        if (examined.isImpossible(segment.when())) {
            found.add(Finding.proven(
                    Finding.Kind.CONTRADICTION,
                    place(segment),
                    "Nobody can ever match segment " + segment.label() + ": its conditions contradict each other.",
                    0));
        } else if (examined.implies(segment.when(), any(above))) {
            found.add(takenAbove(segment, above, counts));
        } else {
            inTheBase(segment, counts);
            if (below > 0 && examined.isImpossible(Condition.not(segment.when()))) {
                found.add(Finding.proven(
                        Finding.Kind.ALWAYS_TRUE,
                        place(segment),
                        "Every customer matches segment " + segment.label() + ", so the " + below
                                + " below get nobody.",
                        counts.matching()));
            }
        }
    }

    private Finding takenAbove(Segment segment, List<Segment> above, Reach.OfSegment counts) {
        for (Segment earlier : above) {
            if (examined.sameAs(segment.when(), earlier.when())) {
                return Finding.proven(
                                Finding.Kind.DUPLICATE,
                                place(segment),
                                "Segment " + segment.label() + " asks the same as " + earlier.label() + " above.",
                                counts.matching())
                        .with(place(earlier));
            }
        }
        boolean lastResort = segment.id().equals(examined.strategy().segments().otherwise());
        return Finding.proven(
                Finding.Kind.SHADOWED,
                place(segment),
                "Whoever matches segment " + segment.label() + " is taken by a segment above"
                        + (lastResort ? "; it gets only those whom none matches." : ", so nobody ever reaches it."),
                counts.matching());
    }

    private void inTheBase(Segment segment, Reach.OfSegment counts) {
        if (counts.matching() == 0) {
            found.add(Finding.ofBase(
                    Finding.Kind.NOBODY,
                    place(segment),
                    "Nobody in the base matches segment " + segment.label() + " now.",
                    0));
            return;
        }
        counts.takenBy().forEach((taker, customers) -> {
            if (2 * customers >= counts.matching()) {
                found.add(Finding.ofBase(
                                customers == counts.matching() ? Finding.Kind.SHADOWED : Finding.Kind.OVERLAP,
                                place(segment),
                                customers + " of the " + counts.matching() + " customers who match segment "
                                        + segment.label() + " go to " + examined.label(taker) + " above.",
                                customers)
                        .with("segments/" + taker));
            }
        });
    }

    private void gap() {
        Condition none = Condition.not(any(segments));
        String lastResort = examined.strategy().segments().otherwise();
        int customers = examined.customers(none);
        if (customers > 0) {
            String example = examined.answer(none) instanceof Satisfiability.Possible possible
                    ? " Such a customer has, for example: " + possible.example() + "."
                    : "";
            found.add(Finding.ofBase(
                    Finding.Kind.GAP,
                    "segments/" + lastResort,
                    customers + " customers match no segment and go to " + examined.label(lastResort) + "." + example,
                    customers));
        }
    }

    private void unused() {
        Set<String> asked = new HashSet<>();
        for (EngagementRule rule : examined.strategy().engagement()) {
            for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
                asked.addAll(SegmentTerms.named(rule.at(stage)));
            }
        }
        examined.strategy().tables().forEach(table -> table.conditions()
                .forEach(row -> asked.addAll(SegmentTerms.named(row))));
        for (Reach.OfSegment segment : examined.reach().segments()) {
            if (!asked.contains(segment.id())) {
                found.add(Finding.proven(
                        Finding.Kind.UNUSED_SEGMENT,
                        "segments/" + segment.id(),
                        "No engagement rule and no decision table asks for segment " + examined.label(segment.id())
                                + ".",
                        segment.reached()));
            }
        }
    }

    private static Condition any(List<Segment> segments) {
        return new Condition.Any(segments.stream().map(Segment::when).toList());
    }

    private static String place(Segment segment) {
        return "segments/" + segment.id();
    }
}
