package cip.spi;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/** For tests of trainers: scores rows with JPMML, which knows nothing of how the file was made. */
public final class PmmlReader {
    private final Evaluator evaluator;
    private final String output;

    public PmmlReader(byte[] pmml, String output) {
        try {
            this.evaluator = new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(pmml))
                    .build();
        } catch (Exception e) {
            throw new AssertionError("JPMML cannot load the file", e);
        }
        evaluator.verify();
        this.output = output;
    }

    public double[] score(FeatureMatrix features) {
        double[] scores = new double[features.rows()];
        for (int row = 0; row < scores.length; row++) {
            Map<String, Object> values = new HashMap<>();
            for (FeatureColumn column : features.columns()) {
                if (column instanceof FeatureColumn.NumberColumn numbers && !Double.isNaN(numbers.values()[row])) {
                    values.put(column.name(), numbers.values()[row]);
                } else if (column instanceof FeatureColumn.TextColumn texts && texts.values()[row] != null) {
                    values.put(column.name(), texts.values()[row]);
                }
            }
            scores[row] = score(values);
        }
        return scores;
    }

    public double score(Map<String, Object> values) {
        Object score = evaluator.evaluate(values).get(output);
        if (score instanceof Number number) {
            return number.doubleValue();
        }
        throw new AssertionError("The output " + output + " is " + score + " for " + values);
    }
}
