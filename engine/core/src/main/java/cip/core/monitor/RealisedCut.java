package cip.core.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of customers with at least some score.
 *
 * @param threshold that score, 0..1
 * @param above how many had it or more
 * @param happened to how many of them it happened
 */
public record RealisedCut(double threshold, long above, long happened) {
    private static final int STEPS = 100;

    /** Every hundredth from 0 to 1. */
    static List<RealisedCut> of(Outcomes outcomes) {
        List<RealisedCut> cuts = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double threshold = (double) step / STEPS;
            long above = 0;
            long happened = 0;
            for (int row = 0; row < outcomes.rows(); row++) {
                if (outcomes.predicted()[row] >= threshold) {
                    above++;
                    happened += outcomes.actual()[row] == 1 ? 1 : 0;
                }
            }
            cuts.add(new RealisedCut(threshold, above, happened));
        }
        return cuts;
    }
}
