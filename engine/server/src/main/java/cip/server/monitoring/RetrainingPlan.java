package cip.server.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * When models are trained again without anybody asking.
 *
 * @param onDrift whether a drifted input or score of a champion starts a training
 * @param everyDays age of a score's newest version that starts one; 0 = none does
 * @param next the scores that age starts, the earliest first; empty = nothing is due by age
 */
public record RetrainingPlan(boolean onDrift, long everyDays, List<NextTraining> next) {
    public RetrainingPlan {
        next = List.copyOf(next);
    }

    /** @param dueAt from then on, at the next look that is taken every hour */
    public record NextTraining(String score, String label, Instant dueAt) {}
}
