package cip.plugins.trainer;

import cip.spi.Settings;
import cip.spi.TrainingOptions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How any model with a target is measured.
 *
 * @param repeats how often the customers are dealt into folds anew
 * @param threshold from which score on a customer counts as a 1; 0 = where F1 is best
 * @param tune whether the method's settings are chosen from its grid on folds within the rows learned from
 * @param leaveOutGiveaways whether a feature that gives the target away by itself is left out
 * @param compareRows on how many rows other settings and other features are compared; 0 = not at all
 * @param naive a feature that predicts by itself as anybody would, for comparison; empty = none
 * @param interval share of targets in percent that the intervals in the PMML shall hold; 0 = no intervals there
 * @param aims what the metrics shall reach
 */
record ProtocolSettings(
        int folds,
        int repeats,
        double threshold,
        boolean tune,
        Resampling resampling,
        boolean leaveOutGiveaways,
        int compareRows,
        String naive,
        int interval,
        Aims aims) {
    static final Set<String> NAMES = new TreeSet<>(Set.of(
            "folds",
            "repeats",
            "threshold",
            "tune",
            "resampling",
            "leaveOutGiveaways",
            "compareRows",
            "naive",
            "interval",
            "aims"));

    static ProtocolSettings of(TrainingOptions options) {
        Settings settings = options.settings();
        return new ProtocolSettings(
                BoostingSettings.whole(settings, Adjustable.FOLDS),
                BoostingSettings.whole(settings, Adjustable.REPEATS),
                BoostingSettings.fraction(settings, Adjustable.THRESHOLD),
                yes(settings, "tune", false),
                Resampling.of(settings.text("resampling").orElse("none")),
                yes(settings, "leaveOutGiveaways", true),
                BoostingSettings.whole(settings, Adjustable.COMPARE_ROWS),
                settings.text("naive").orElse(""),
                BoostingSettings.whole(settings, Adjustable.INTERVAL),
                Aims.read(settings.text("aims").orElse("")));
    }

    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("folds", Integer.toString(folds));
        text.put("repeats", Integer.toString(repeats));
        text.put("tune", Boolean.toString(tune));
        text.put("resampling", resampling.word());
        text.put("leaveOutGiveaways", Boolean.toString(leaveOutGiveaways));
        text.put("compareRows", Integer.toString(compareRows));
        return text;
    }

    private static boolean yes(Settings settings, String name, boolean byDefault) {
        String text = settings.text(name).orElse(Boolean.toString(byDefault));
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("The setting " + name + " is " + text + ", expected true or false.");
        }
        return text.equals("true");
    }
}
