package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The features as trees read them: a number is one column, a text one column of 0 and 1 per category.
 *
 * @param columns in the order of the features, categories sorted
 * @param values by column, then row; NaN = missing; the numbers are rounded to float as XGBoost holds them
 */
record DesignMatrix(int rows, List<Column> columns, float[][] values) {

    /**
     * One column.
     *
     * @param category the text that the column is 1 for; {@code null} = the feature is a number
     */
    record Column(String feature, @Nullable String category) {
        FeatureInput input() {
            return new FeatureInput(feature, category == null ? FeatureInput.Type.NUMBER : FeatureInput.Type.TEXT);
        }
    }

    static DesignMatrix of(FeatureMatrix features) {
        List<Column> columns = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (FeatureColumn feature : features.columns()) {
            if (feature instanceof FeatureColumn.NumberColumn numbers) {
                columns.add(new Column(feature.name(), null));
                values.add(floats(numbers.values()));
            } else if (feature instanceof FeatureColumn.TextColumn texts) {
                for (String category : Categories.of(texts)) {
                    columns.add(new Column(feature.name(), category));
                    values.add(indicators(texts.values(), category));
                }
            }
        }
        return new DesignMatrix(features.rows(), List.copyOf(columns), values.toArray(float[][]::new));
    }

    /** The named rows one after the other, each with all columns. */
    float[] rowMajor(int[] chosen) {
        float[] data = new float[chosen.length * columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            float[] column = values[c];
            for (int i = 0; i < chosen.length; i++) {
                data[i * columns.size() + c] = column[chosen[i]];
            }
        }
        return data;
    }

    /** The positions of the columns made from one feature. */
    int[] columnsOf(String feature) {
        return IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).feature().equals(feature))
                .toArray();
    }

    /** The categories of a text feature, sorted; empty for a number. */
    List<String> categoriesOf(String feature) {
        return columns.stream()
                .filter(c -> c.feature().equals(feature))
                .map(Column::category)
                .filter(Objects::nonNull)
                .toList();
    }

    private static float[] floats(double[] numbers) {
        float[] column = new float[numbers.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float) numbers[i];
        }
        return column;
    }

    private static float[] indicators(@Nullable String[] texts, String category) {
        float[] column = new float[texts.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = texts[i] == null ? Float.NaN : category.equals(texts[i]) ? 1 : 0;
        }
        return column;
    }
}
