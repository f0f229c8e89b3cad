package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import cip.spi.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows to learn a target from.
 *
 * @param measured the rows that metrics count, rising; the others are only learned from
 */
record LearningRows(FeatureMatrix features, double[] target, RowGroups groups, int[] measured) {
    static LearningRows of(TrainingData data) {
        return new LearningRows(
                data.features(),
                data.target(),
                RowGroups.of(data.features(), data.target(), data.groups()),
                IntStream.range(0, data.measured().length)
                        .filter(row -> data.measured()[row])
                        .toArray());
    }

    int count() {
        return target.length;
    }

    /** The targets of the measured rows. */
    double[] truth() {
        return pick(target, measured);
    }

    RowGroups measuredGroups() {
        return groups.only(measured);
    }

    LearningRows with(FeatureMatrix others) {
        return new LearningRows(others, target, groups, measured);
    }

    LearningRows without(List<String> names) {
        return with(features.select(
                features.names().stream().filter(name -> !names.contains(name)).toList()));
    }

    /** Whole groups drawn until about so many rows are measured; all rows when there are no more. */
    LearningRows sample(int rows, long seed) {
        if (measured.length <= rows) {
            return this;
        }
        List<Integer> order = IntStream.range(0, groups.count()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        int[] sizes = new int[groups.count()];
        for (int row : measured) {
            sizes[groups.ofRow()[row]]++;
        }
        boolean[] chosen = new boolean[groups.count()];
        int taken = 0;
        for (int group : order) {
            if (taken >= rows) {
                break;
            }
            chosen[group] = true;
            taken += sizes[group];
        }
        int[] kept = IntStream.range(0, count())
                .filter(row -> chosen[groups.ofRow()[row]])
                .toArray();
        return only(kept);
    }

    private LearningRows only(int[] rows) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : features.columns()) {
            columns.add(only(column, rows));
        }
        boolean[] wasMeasured = new boolean[count()];
        Arrays.stream(measured).forEach(row -> wasMeasured[row] = true);
        return new LearningRows(
                new FeatureMatrix(rows.length, columns),
                pick(target, rows),
                groups.only(rows),
                IntStream.range(0, rows.length)
                        .filter(i -> wasMeasured[rows[i]])
                        .toArray());
    }

    static FeatureColumn only(FeatureColumn column, int[] rows) {
        if (column instanceof TextColumn texts) {
            return new TextColumn(
                    column.name(),
                    IntStream.of(rows).mapToObj(row -> texts.values()[row]).toArray(String[]::new));
        }
        return new NumberColumn(column.name(), pick(((NumberColumn) column).values(), rows));
    }

    static int[] at(int[] rows, int[] positions) {
        return IntStream.of(positions).map(i -> rows[i]).toArray();
    }

    static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
