package cip.plugins.clv;

import cip.spi.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the trainer is told.
 *
 * @param horizonDays how far the score looks ahead; the target is what happened in so many days after the cut
 * @param purchaseDays name of the feature: days with a purchase
 * @param recencyDays name of the feature: days since the last purchase
 * @param tenureDays name of the feature: days since the first purchase
 * @param averageSpend name of the feature: mean spend of a purchase day
 * @param averageOfRepeats whether that mean leaves the first purchase day out
 * @param refundShare name of the feature: share of the spend that was refunded; empty = nothing is
 * @param naive features that are guesses at the target, to compare with
 */
record PurchaseSettings(
        int horizonDays,
        String purchaseDays,
        String recencyDays,
        String tenureDays,
        String averageSpend,
        boolean averageOfRepeats,
        String refundShare,
        List<String> naive) {
    private static final Set<String> NAMES = Set.of(
            "horizonDays",
            "purchaseDays",
            "recencyDays",
            "tenureDays",
            "averageSpend",
            "averageOfRepeats",
            "refundShare",
            "naive");

    PurchaseSettings {
        naive = List.copyOf(naive);
        if (horizonDays < 1 || horizonDays > 3_650) {
            throw new IllegalArgumentException(
                    "The setting horizonDays is " + horizonDays + ", expected 1 to 3650 days.");
        }
    }

    static PurchaseSettings of(Settings settings) {
        for (String name : settings.values().keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("The setting " + name
                        + " is unknown.\nMaybe it was meant to be one of " + new TreeSet<>(NAMES) + ".");
            }
        }
        String repeats = settings.text("averageOfRepeats").orElse("false");
        if (!repeats.equals("true") && !repeats.equals("false")) {
            throw new IllegalArgumentException(
                    "The setting averageOfRepeats is " + repeats + ", expected true or false.");
        }
        return new PurchaseSettings(
                settings.wholeNumber("horizonDays", 365),
                settings.text("purchaseDays").orElse("purchase_days"),
                settings.text("recencyDays").orElse("recency_days"),
                settings.text("tenureDays").orElse("tenure_days"),
                settings.text("averageSpend").orElse("average_order_value"),
                Boolean.parseBoolean(repeats),
                settings.text("refundShare").orElse(""),
                Arrays.stream(settings.text("naive").orElse("").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    double horizonWeeks() {
        return horizonDays / 7.0;
    }

    Map<String, String> asText() {
        return new TreeMap<>(Map.of(
                "horizonDays", Integer.toString(horizonDays),
                "purchaseDays", purchaseDays,
                "recencyDays", recencyDays,
                "tenureDays", tenureDays,
                "averageSpend", averageSpend,
                "averageOfRepeats", Boolean.toString(averageOfRepeats),
                "refundShare", refundShare,
                "naive", String.join(",", naive)));
    }
}
