package cip.plugins.clv;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What is known of each customer's purchases, row by row, as the features tell it; NaN = missing. */
record CustomerHistories(
        double[] purchaseDays, double[] recencyDays, double[] tenureDays, double[] averages, boolean averageOfRepeats) {
    static final double WEEK = 7;

    static CustomerHistories of(FeatureMatrix features, PurchaseSettings settings) {
        return new CustomerHistories(
                numbers(features, settings.purchaseDays(), "purchaseDays"),
                numbers(features, settings.recencyDays(), "recencyDays"),
                numbers(features, settings.tenureDays(), "tenureDays"),
                numbers(features, settings.averageSpend(), "averageSpend"),
                settings.averageOfRepeats());
    }

    /** Without what purchases came to. */
    static CustomerHistories withoutSpend(FeatureMatrix features, PurchaseSettings settings) {
        return new CustomerHistories(
                numbers(features, settings.purchaseDays(), "purchaseDays"),
                numbers(features, settings.recencyDays(), "recencyDays"),
                numbers(features, settings.tenureDays(), "tenureDays"),
                new double[features.rows()],
                false);
    }

    static double[] numbers(FeatureMatrix features, String name, String setting) {
        if (!features.has(name)) {
            throw new IllegalArgumentException("The setting " + setting + " names the feature " + name
                    + ", which is not among " + features.names() + ".\nMaybe the recipe leaves it out.");
        }
        if (features.column(name) instanceof NumberColumn numbers) {
            return numbers.values();
        }
        throw new IllegalArgumentException("The feature " + name + " is a text, but " + setting + " is a number.");
    }

    int rows() {
        return purchaseDays.length;
    }

    /** Whether the customer has purchased and it is known when. */
    boolean isKnown(int row) {
        return purchaseDays[row] >= 1 && recencyDays[row] >= 0 && tenureDays[row] >= 0;
    }

    double repeats(int row) {
        return Math.max(purchaseDays[row] - 1, 0);
    }

    double weeksToLast(int row) {
        return Math.max(tenureDays[row] - recencyDays[row], 0) / WEEK;
    }

    double weeksKnown(int row) {
        return tenureDays[row] / WEEK;
    }

    /** Of how many purchases the average is; 0 = of none. */
    double averaged(int row) {
        return averages[row] > 0 ? averageOfRepeats ? repeats(row) : purchaseDays[row] : 0;
    }

    double average(int row) {
        return averaged(row) > 0 ? averages[row] : 0;
    }

    RepeatPurchases repeatPurchases(int[] rows) {
        return RepeatPurchases.of(
                Arrays.stream(rows).mapToDouble(this::repeats).toArray(),
                Arrays.stream(rows).mapToDouble(this::weeksToLast).toArray(),
                Arrays.stream(rows).mapToDouble(this::weeksKnown).toArray());
    }

    int[] known(boolean[] among) {
        return IntStream.range(0, rows())
                .filter(row -> among[row] && isKnown(row))
                .toArray();
    }

    /** The same customers with one feature dealt among them anew. */
    CustomerHistories with(int feature, double[] dealt) {
        return new CustomerHistories(
                feature == 0 ? dealt : purchaseDays,
                feature == 1 ? dealt : recencyDays,
                feature == 2 ? dealt : tenureDays,
                feature == 3 ? dealt : averages,
                averageOfRepeats);
    }

    double[] feature(int feature) {
        return switch (feature) {
            case 0 -> purchaseDays;
            case 1 -> recencyDays;
            case 2 -> tenureDays;
            default -> averages;
        };
    }
}
