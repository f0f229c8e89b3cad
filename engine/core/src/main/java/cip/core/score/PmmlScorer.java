package cip.core.score;

import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorer that lets the PMML evaluator interpret the model, row by row: the reference for any faster way. A row without
 * a score - a missing input that the model does not replace, an unknown category, a value outside its range, a result
 * that is no finite number or not of the score's kind - is NaN with a problem; it never fails the batch. Safe to share
 * between threads.
 */
public final class PmmlScorer implements Scorer {
    private final PmmlModel model;
    private final ScoreOutput output;
    private final ScoreReading reading;

    private PmmlScorer(PmmlModel model, ScoreOutput output, ScoreReading reading) {
        this.model = model;
        this.output = output;
        this.reading = reading;
    }

    /**
     * The score is the model's output field of that name; without one, the predicted number (amount), the probability of
     * the class 1, true or yes (probability), or the position of the cluster in the file, from 1 (cluster).
     *
     * @throws cip.core.error.EngineException INVALID_MODEL when the model has no such number, or more than one
     */
    public static PmmlScorer of(PmmlModel model, ScoreOutput output) {
        return new PmmlScorer(model, output, ScoreReading.of(model, output));
    }

    public PmmlModel model() {
        return model;
    }

    @Override
    public List<FeatureInput> inputs() {
        return model.features();
    }

    @Override
    public ScoreOutput output() {
        return output;
    }

    @Override
    public double[] score(FeatureMatrix rows) {
        return scoreWithProblems(rows).scores();
    }

    /** @throws cip.core.error.EngineException INVALID_MODEL when the matrix lacks an input of the model */
    public ScoreResult scoreWithProblems(FeatureMatrix rows) {
        RowReader reader = new RowReader(model, rows);
        double[] scores = new double[rows.rows()];
        List<ScoreProblem> problems = new ArrayList<>();
        for (int row = 0; row < scores.length; row++) {
            reader.read(row);
            String problem = null;
            try {
                scores[row] = reading.from(model.evaluate(reader.arguments()));
                problem = problem(scores[row], reader.arguments());
            } catch (RuntimeException e) {
                problem = RowProblem.of(model, reader.arguments(), e);
            }
            if (problem != null) {
                scores[row] = Double.NaN;
                problems.add(new ScoreProblem(row, output.name(), problem));
            }
        }
        return new ScoreResult(scores, problems);
    }

    /** Everything the model says about one row, e.g. to compare it with another evaluator. */
    public PmmlModel.RowOutputs outputs(FeatureMatrix rows, int row) {
        return model.outputs(rows, row);
    }

    private @Nullable String problem(double score, Map<String, @Nullable Object> arguments) {
        if (Double.isNaN(score)) {
            return RowProblem.ofNothing(arguments);
        }
        if (Double.isInfinite(score)) {
            return RowProblem.ofNumber(score, "finite");
        }
        if (output.kind() == ScoreOutput.Kind.PROBABILITY && (score < 0 || score > 1)) {
            return RowProblem.ofNumber(score, "a probability");
        }
        if (output.kind() == ScoreOutput.Kind.CLUSTER && (score < 1 || score != Math.rint(score))) {
            return RowProblem.ofNumber(score, "a cluster number");
        }
        return null;
    }
}
