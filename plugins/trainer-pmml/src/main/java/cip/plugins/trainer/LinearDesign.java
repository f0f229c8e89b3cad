package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features as a sum reads them: a number is one term, or its ln(1 + max(x, 0)); a text is one term per category, 1 or
 * 0, and 0 for all of them when it is missing.
 *
 * @param values by term, then row; NaN = a missing number
 */
record LinearDesign(int rows, List<Term> terms, double[][] values) {

    /** One term. @param category {@code null} = a number */
    record Term(String feature, @Nullable String category, boolean logarithm) {
        FeatureInput input() {
            return new FeatureInput(feature, category == null ? FeatureInput.Type.NUMBER : FeatureInput.Type.TEXT);
        }

        String predictor() {
            return logarithm ? "ln_" + feature : feature;
        }
    }

    static LinearDesign of(FeatureMatrix features, List<String> logarithm) {
        List<Term> terms = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (FeatureColumn feature : features.columns()) {
            if (feature instanceof FeatureColumn.NumberColumn numbers) {
                boolean log = logarithm.contains(feature.name());
                terms.add(new Term(feature.name(), null, log));
                values.add(log ? logarithms(numbers.values()) : numbers.values());
            } else if (feature instanceof FeatureColumn.TextColumn texts) {
                for (String category : Categories.of(texts)) {
                    terms.add(new Term(feature.name(), category, false));
                    values.add(indicators(texts.values(), category));
                }
            }
        }
        return new LinearDesign(features.rows(), List.copyOf(terms), values.toArray(double[][]::new));
    }

    /** The position of the term of a feature's category. */
    int termOf(String feature, String category) {
        return terms.indexOf(new Term(feature, category, false));
    }

    private static double[] logarithms(double[] numbers) {
        return Arrays.stream(numbers).map(x -> Math.log1p(Math.max(x, 0))).toArray();
    }

    private static double[] indicators(@Nullable String[] texts, String category) {
        return Arrays.stream(texts)
                .mapToDouble(text -> category.equals(text) ? 1 : 0)
                .toArray();
    }
}
