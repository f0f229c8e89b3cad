package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.PortableModel;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file of a trained model, with those features inside that are functions of attributes alone. Nobody may use it before the
 * evaluator, and our program for it, have given every training row the trainer's own score. When only the file with the
 * features inside fails that, the trainer's own file is kept.
 *
 * @param objection why the features are not inside; empty = nothing is against it
 */
record TrainedFile(PortableModel model, Optional<String> objection) {
    /** Rows scored before it is asked again whether to go on. */
    private static final int BLOCK = 1_000;

    /**
     * @param rows columns of the training rows
     * @param progress of proving it
     * @throws EngineException {@code INVALID_MODEL} when the trainer's own file scores otherwise
     */
    static TrainedFile of(
            TrainedModel trained,
            ScoreOutput output,
            FittedFeatures features,
            Function<List<String>, FeatureMatrix> rows,
            TrainingProgress progress) {
        Optional<String> objection;
        try {
            PortableModel portable = PortableModel.of(trained.pmml(), features, rows, trained.fitted());
            objection = objection(portable.pmml(), trained, output, rows, progress.part(0, 0.7));
            if (objection.isEmpty()) {
                return new TrainedFile(portable, Optional.empty());
            }
            if (portable.computed().isEmpty()) {
                throw new EngineException(ErrorCode.INVALID_MODEL, objection.get());
            }
        } catch (IllegalArgumentException e) {
            objection = Optional.of(String.valueOf(e.getMessage()));
        }
        objection(trained.pmml(), trained, output, rows, progress.part(0.7, 1)).ifPresent(problem -> {
            throw new EngineException(ErrorCode.INVALID_MODEL, problem);
        });
        return new TrainedFile(
                new PortableModel(trained.pmml(), Map.of()),
                objection.map(
                        why -> "The file expects every feature ready-made: with features inside it would not be the"
                                + " trainer's model. " + why));
    }

    private static Optional<String> objection(
            byte[] pmml,
            TrainedModel trained,
            ScoreOutput output,
            Function<List<String>, FeatureMatrix> rows,
            TrainingProgress progress) {
        try {
            PmmlModel model = PmmlModel.read(pmml);
            FeatureMatrix matrix =
                    rows.apply(model.features().stream().map(FeatureInput::name).toList());
            return objection(PmmlScorer.byEvaluator(model, output), matrix, trained, progress.part(0, 0.9))
                    .or(() -> objection(PmmlScorer.of(model, output), matrix, trained, progress.part(0.9, 1)));
        } catch (EngineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> objection(
            PmmlScorer scorer, FeatureMatrix rows, TrainedModel trained, TrainingProgress progress) {
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            progress.reached((double) from / rows.rows(), "comparing the file with what was learned");
            double[] scores = scorer.score(block(rows, from, Math.min(rows.rows(), from + BLOCK)));
            Optional<String> objection = objection(scorer, scores, from, trained);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static FeatureMatrix block(FeatureMatrix rows, int from, int to) {
        List<FeatureColumn> columns = new ArrayList<>();
        for (FeatureColumn column : rows.columns()) {
            columns.add(
                    column instanceof NumberColumn numbers
                            ? new NumberColumn(column.name(), Arrays.copyOfRange(numbers.values(), from, to))
                            : new TextColumn(
                                    column.name(), Arrays.copyOfRange(((TextColumn) column).values(), from, to)));
        }
        return new FeatureMatrix(to - from, columns);
    }

    /** @param first row of the scores among the training rows */
    private static Optional<String> objection(PmmlScorer scorer, double[] scores, int first, TrainedModel trained) {
        for (int row = 0; row < scores.length; row++) {
            double expected = trained.fitted()[first + row];
            if (!(Math.abs(scores[row] - expected) <= trained.tolerance() * Math.abs(expected))) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "The PMML of %s gives training row %d the score %s, the trainer gave it %s.%n"
                                + "Maybe the trainer's export does not fit this version of the evaluator.",
                        scorer.output().name(),
                        first + row,
                        scores[row],
                        expected));
            }
        }
        return Optional.empty();
    }
}
