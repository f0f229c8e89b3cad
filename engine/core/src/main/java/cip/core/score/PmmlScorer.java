package cip.core.score;

import cip.core.error.EngineException;
import cip.core.feature.NamedColumns;
import cip.core.score.kernel.Program;
import cip.spi.FeatureColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.Scorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/**
 * A scorer that gives what the PMML evaluator gives. The evaluator interprets a model row by row and is the reference; where
 * the model could be compiled into a program that is proven to agree with it, the program scores, and only the rows that it
 * cannot say plainly go to the evaluator. A row without a score - a missing input that the model does not replace, an
 * unknown category, a value outside its range, a result that is no finite number or not of the score's kind - is NaN with a
 * problem; it never fails the batch. Safe to share between threads.
 */
public final class PmmlScorer implements Scorer {
    private static final Duration COMPILING = Duration.ofSeconds(10);

    private final PmmlModel model;
    private final ScoreOutput output;
    private final ScoreReading reading;
    private final @Nullable Program program;
    private final Optional<Attributions> attributions;
    private final String notCompiled;
    private final NamedColumns inputs;
    private final NamedColumns explained;

    private PmmlScorer(
            PmmlModel model,
            ScoreOutput output,
            ScoreReading reading,
            @Nullable Program program,
            Optional<Attributions> attributions,
            String notCompiled) {
        this.attributions = attributions;
        this.model = model;
        this.output = output;
        this.reading = reading;
        this.program = program;
        this.notCompiled = notCompiled;
        this.inputs = new NamedColumns(
                model.fields().stream().map(InputField::getName).toList());
        this.explained = new NamedColumns(attributions.map(Attributions::inputs).orElse(List.of()));
    }

    /**
     * The score is the model's output field of that name; without one, the predicted number (amount), the probability of
     * the class 1, true or yes (probability), or the position of the cluster in the file, from 1 (cluster).
     *
     * @throws EngineException INVALID_MODEL when the model has no such number, or more than one
     */
    public static PmmlScorer of(PmmlModel model, ScoreOutput output) {
        PmmlScorer reference = byEvaluator(model, output);
        try {
            return BoundedRun.call("compiling", COMPILING, () -> compiled(reference));
        } catch (EngineException e) {
            return reference.because("it could not be compiled: " + e.getMessage());
        }
    }

    /** The same scorer without a program. @throws EngineException as {@link #of} */
    public static PmmlScorer byEvaluator(PmmlModel model, ScoreOutput output) {
        return new PmmlScorer(
                model, output, ScoreReading.of(model, output), null, Optional.empty(), "nobody asked for a program");
    }

    private static PmmlScorer compiled(PmmlScorer reference) {
        try {
            Program program = ModelCompiler.compile(reference.model, reference.reading);
            FeatureMatrix rows = ProofRows.of(reference.model);
            return ScoreProof.objection(reference, program, rows)
                    .map(objection -> reference.because("its program was refused: " + objection))
                    .orElseGet(() -> new PmmlScorer(
                            reference.model,
                            reference.output,
                            reference.reading,
                            program,
                            Attributions.of(program, rows.columns(), rows.rows()),
                            ""));
        } catch (Uncompilable e) {
            return reference.because("it has " + e.what());
        }
    }

    private PmmlScorer because(String reason) {
        return new PmmlScorer(model, output, reading, null, Optional.empty(), reason);
    }

    public PmmlModel model() {
        return model;
    }

    /** Who works out the scores. */
    public ScoringEngine engine() {
        return program == null ? ScoringEngine.EVALUATOR : ScoringEngine.COMPILED;
    }

    /** Why the evaluator scores every row: what the model has; empty = it does not. */
    public Optional<String> notCompiledBecause() {
        return program == null ? Optional.of(notCompiled) : Optional.empty();
    }

    /** Whether {@link #attribution} is known for rows with a score: the model is compiled, and tells about its training rows. */
    public boolean canExplain() {
        return attributions.isPresent();
    }

    /**
     * What each input adds to the score of a row.
     *
     * @return empty = the model cannot be explained, or the row has no score or one that only the evaluator can say
     */
    public Optional<Attribution> attribution(FeatureMatrix rows, int row) {
        return attributionsOf(rows).flatMap(known -> AskedRow.of(model.fields(), rows, row)
                .flatMap(asked -> known.of(output.name(), asked.columns(), asked.row())));
    }

    /**
     * What each input adds to the scores of all rows, at a fraction of the cost of asking row by row.
     *
     * @return empty = the model cannot be explained, or a column is not of the kind that it reads: texts in place of numbers
     *     are only read row by row
     */
    public Optional<AttributionColumns> attributions(FeatureMatrix rows) {
        return attributionsOf(rows)
                .flatMap(known -> known.of(output.name(), inputs.in(rows), 0, rows.rows()))
                .map(Attributions.Scored::attributions);
    }

    /** What a model derives from several inputs can be named only where it is a column as well: a feature. */
    private Optional<Attributions> attributionsOf(FeatureMatrix rows) {
        return attributions.filter(known -> explained.missing(rows).isEmpty());
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

    /** @throws EngineException INVALID_MODEL when the matrix lacks an input of the model */
    public ScoreResult scoreWithProblems(FeatureMatrix rows) {
        requireInputs(rows);
        return completed(rows, programScores(rows));
    }

    /**
     * The same scores, with what each input adds to them, in one pass.
     *
     * @throws EngineException INVALID_MODEL when the matrix lacks an input of the model
     */
    public ExplainedScores explainedScores(FeatureMatrix rows) {
        requireInputs(rows);
        Optional<Attributions.Scored> scored =
                attributionsOf(rows).flatMap(known -> known.of(output.name(), inputs.in(rows), 0, rows.rows()));
        if (scored.isPresent()) {
            return new ExplainedScores(
                    completed(rows, scored.get().scores()), scored.get().attributions()::row);
        }
        return new ExplainedScores(scoreWithProblems(rows), row -> attribution(rows, row));
    }

    private void requireInputs(FeatureMatrix rows) {
        if (inputs.missing(rows).isPresent()) {
            RowReader.requireInputs(model, rows);
        }
    }

    /** @param scores of the program, in whose place the evaluator's come where they are not plain */
    private ScoreResult completed(FeatureMatrix rows, double[] scores) {
        List<ScoreProblem> problems = new ArrayList<>();
        RowReader reader = null;
        for (int row = 0; row < scores.length; row++) {
            if (!isPlain(scores[row])) {
                reader = reader == null ? new RowReader(model, rows) : reader;
                reader.read(row);
                scores[row] = evaluate(row, reader.arguments(), problems);
            }
        }
        return new ScoreResult(scores, problems);
    }

    /** What the program says; NaN = nothing. */
    private double[] programScores(FeatureMatrix rows) {
        if (program != null) {
            List<FeatureColumn> columns = inputs.in(rows);
            if (program.canRead(columns)) {
                return program.run(columns, rows.rows());
            }
        }
        double[] nothing = new double[rows.rows()];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private double evaluate(int row, Map<String, @Nullable Object> arguments, List<ScoreProblem> problems) {
        double score = Double.NaN;
        String problem;
        try {
            score = reading.from(model.evaluate(arguments));
            problem = problem(score, arguments);
        } catch (RuntimeException e) {
            problem = RowProblem.of(model, arguments, e);
        }
        if (problem == null) {
            return score;
        }
        problems.add(new ScoreProblem(row, output.name(), problem));
        return Double.NaN;
    }

    /** Everything the model says about one row, e.g. to compare it with another evaluator. */
    public PmmlModel.RowOutputs outputs(FeatureMatrix rows, int row) {
        return model.outputs(rows, row);
    }

    /** Whether the number is a score: finite, and one of its kind. */
    boolean isPlain(double score) {
        return Double.isFinite(score)
                && switch (output.kind()) {
                    case AMOUNT -> true;
                    case PROBABILITY -> score >= 0 && score <= 1;
                    case CLUSTER -> score >= 1 && score == Math.rint(score);
                };
    }

    private @Nullable String problem(double score, Map<String, @Nullable Object> arguments) {
        if (isPlain(score)) {
            return null;
        }
        if (Double.isNaN(score)) {
            return RowProblem.ofNothing(arguments);
        }
        if (Double.isInfinite(score)) {
            return RowProblem.ofNumber(score, "finite");
        }
        return RowProblem.ofNumber(
                score, output.kind() == ScoreOutput.Kind.PROBABILITY ? "a probability" : "a cluster number");
    }
}
