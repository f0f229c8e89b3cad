package cip.core.simulate;

import cip.core.action.Action;
import cip.core.decide.EngagementRule;
import cip.core.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is odd about who may get an action. */
final class ActionFindings {
    private final Examined examined;
    private final SegmentTerms segments;

    ActionFindings(Examined examined) {
        this.examined = examined;
        this.segments = new SegmentTerms(examined.strategy().segments());
    }

    List<Finding> all() {
        List<Finding> found = new ArrayList<>();
        for (int r = 0; r < examined.reach().actions().size(); r++) {
            EngagementRule rule = examined.strategy().engagement().get(r);
            if (examined.hasTimeFor("engagement/" + rule.action())) {
                found.addAll(of(rule, examined.reach().actions().get(r)));
            }
        }
        return found;
    }

    private List<Finding> of(EngagementRule rule, Reach.OfAction counts) {
        List<Finding> found = new ArrayList<>();
        String place = "engagement/" + rule.action();
        String name = examined.strategy()
                .actions()
                .action(rule.action())
                .map(Action::name)
                .orElse(rule.action());
        if (examined.isImpossible(segments.spelledOut(rule.whole()))) {
            found.add(Finding.proven(
                    Finding.Kind.CONTRADICTION,
                    place,
                    "Nobody can ever get " + name + ": what is asked for it contradicts itself or its segments.",
                    0));
        } else if (counts.suitable() == 0) {
            found.add(Finding.ofBase(Finding.Kind.NOBODY, place, "Nobody in the base may get " + name + " now.", 0));
        }
        for (EngagementRule.Stage stage : EngagementRule.Stage.values()) {
            String asked = stage.name().toLowerCase(Locale.ROOT);
            Condition condition = rule.at(stage);
            found.addAll(examined.redundant(place + "/" + asked, name + ", " + asked, condition, counts.suitable()));
        }
        return found;
    }
}
