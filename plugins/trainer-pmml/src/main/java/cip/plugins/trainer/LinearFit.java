package cip.plugins.trainer;

import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sum of weighted terms. Numbers count in the features' own units: standardisation is folded into the coefficients.
 *
 * @param coefficients by term of the design; 0 = the term is left out
 * @param replacements by term: what stands in for a missing number, the mean of the rows learned from
 */
record LinearFit(LinearDesign design, double intercept, double[] coefficients, double[] replacements)
        implements Method.Fit {
    @Override
    public double margin(int row) {
        double sum = intercept;
        for (int term = 0; term < coefficients.length; term++) {
            sum += part(term, row);
        }
        return sum;
    }

    @Override
    public double[] shuffled(int[] rows, String feature, int[] donors) {
        double[] margins = Arrays.stream(rows).mapToDouble(this::margin).toArray();
        for (int term = 0; term < coefficients.length; term++) {
            if (design.terms().get(term).feature().equals(feature)) {
                for (int i = 0; i < rows.length; i++) {
                    margins[i] += part(term, donors[i]) - part(term, rows[i]);
                }
            }
        }
        return margins;
    }

    @Override
    public List<FeatureInput> inputs() {
        return IntStream.range(0, coefficients.length)
                .filter(this::reads)
                .mapToObj(design.terms()::get)
                .map(LinearDesign.Term::input)
                .distinct()
                .toList();
    }

    @Override
    public byte[] pmml(Method.Export export) {
        return new LinearPmml(this, export.output().kind() == ScoreOutput.Kind.PROBABILITY, export).write();
    }

    /** Whether the term has a say. */
    boolean reads(int term) {
        return coefficients[term] != 0;
    }

    private double part(int term, int row) {
        if (coefficients[term] == 0) {
            return 0;
        }
        double value = design.values()[term][row];
        return coefficients[term] * (Double.isNaN(value) ? replacements[term] : value);
    }
}
