package cip.server.models;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.TrainingData;
import java.util.stream.IntStream;

/** One column of training data, without the rows that customers were shown again in. */
final class MeasuredRows {
    private MeasuredRows() {}

    static FeatureColumn of(TrainingData data, String feature) {
        int[] rows = IntStream.range(0, data.measured().length)
                .filter(row -> data.measured()[row])
                .toArray();
        FeatureColumn column = data.features().column(feature);
        if (column instanceof TextColumn texts) {
            return new TextColumn(
                    feature,
                    IntStream.of(rows).mapToObj(row -> texts.values()[row]).toArray(String[]::new));
        }
        double[] values = ((NumberColumn) column).values();
        return new NumberColumn(
                feature, IntStream.of(rows).mapToDouble(row -> values[row]).toArray());
    }
}
