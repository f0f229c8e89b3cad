package cip.server.models;

import cip.core.customer.CustomerRecord;
import cip.core.feature.FittedFeatures;
import cip.server.models.TrainingHistory.Row;
import cip.spi.FeatureMatrix;
import cip.spi.TrainingData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that one recipe's model is trained on. Of a clustering, and where the target is known on the same day, they are
 * the whole ones: what is not measured would move centres, and what is not known has no target.
 *
 * @param target of every row; empty = there is none
 */
record ShownRows(List<Row> rows, double[] target, Instant asOf) {
    /** Those whose target can be told. */
    static ShownRows ofToday(List<Row> rows, TodaysTarget today, FittedFeatures features, Instant asOf) {
        List<CustomerRecord> records = rows.stream().map(Row::record).toList();
        double[] all = today.values(features.only(today.columns()).compute(records, asOf));
        List<Row> known = new ArrayList<>();
        for (int row = 0; row < all.length; row++) {
            if (!Double.isNaN(all[row])) {
                known.add(rows.get(row));
            }
        }
        return new ShownRows(
                known, Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray(), asOf);
    }

    /** Each counted once. */
    int customers() {
        return (int) rows.stream().filter(Row::whole).count();
    }

    /** @param candidates the columns that may be read */
    TrainingData data(FittedFeatures candidates) {
        boolean[] measured = new boolean[rows.size()];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = rows.get(i).whole();
        }
        int[] groups = rows.stream().mapToInt(Row::customer).toArray();
        return new TrainingData(matrix(candidates), target, groups, measured);
    }

    /** Any columns of the rows. */
    FeatureMatrix matrix(FittedFeatures columns) {
        return columns.compute(rows.stream().map(Row::record).toList(), asOf);
    }
}
