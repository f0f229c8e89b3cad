package cip.plugins.trainer;

import java.util.Locale;

/** How a model was measured, in words. */
final class Protocol {
    private Protocol() {}

    static String describe(ProtocolSettings settings, LearningRows rows, Objective objective, boolean calibrated) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d × %d folds of %d groups, out-of-fold scores; 95 %% intervals by drawing groups 1,000 times;"
                        + " use of a feature = share of the explained loss lost when it is shuffled.",
                settings.repeats(),
                settings.folds(),
                rows.measuredGroups().count()));
        int unmeasured = rows.count() - rows.measured().length;
        if (unmeasured > 0) {
            text.append(' ').append(unmeasured).append(" more rows were learned from but not measured.");
        }
        if (settings.tune()) {
            text.append(" In every fold the settings were chosen anew on three folds within the other rows.");
        }
        if (settings.resampling() != Resampling.NONE) {
            text.append(" The rare class was strengthened (")
                    .append(settings.resampling().word())
                    .append(") where models learned, never where they were measured.");
        }
        if (objective == Objective.LOGISTIC) {
            text.append(
                    settings.threshold() > 0 ? "" : " The threshold has the best F1 of the same out-of-fold scores.");
            text.append(calibrated ? " Calibrated across folds (Platt)." : " Calibration did not lower the log-loss.");
        }
        return text.toString();
    }
}
