package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.core.score.PortableModel;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
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
    /**
     * @param rows columns of the training rows
     * @throws EngineException {@code INVALID_MODEL} when the trainer's own file scores otherwise
     */
    static TrainedFile of(
            TrainedModel trained,
            ScoreOutput output,
            FittedFeatures features,
            Function<List<String>, FeatureMatrix> rows) {
        Optional<String> objection;
        try {
            PortableModel portable = PortableModel.of(trained.pmml(), features, rows, trained.fitted());
            objection = objection(portable.pmml(), trained, output, rows);
            if (objection.isEmpty()) {
                return new TrainedFile(portable, Optional.empty());
            }
            if (portable.computed().isEmpty()) {
                throw new EngineException(ErrorCode.INVALID_MODEL, objection.get());
            }
        } catch (IllegalArgumentException e) {
            objection = Optional.of(String.valueOf(e.getMessage()));
        }
        objection(trained.pmml(), trained, output, rows).ifPresent(problem -> {
            throw new EngineException(ErrorCode.INVALID_MODEL, problem);
        });
        return new TrainedFile(
                new PortableModel(trained.pmml(), Map.of()),
                objection.map(
                        why -> "The file expects every feature ready-made: with features inside it would not be the"
                                + " trainer's model. " + why));
    }

    private static Optional<String> objection(
            byte[] pmml, TrainedModel trained, ScoreOutput output, Function<List<String>, FeatureMatrix> rows) {
        try {
            PmmlModel model = PmmlModel.read(pmml);
            FeatureMatrix matrix =
                    rows.apply(model.features().stream().map(FeatureInput::name).toList());
            return objection(PmmlScorer.byEvaluator(model, output), matrix, trained)
                    .or(() -> objection(PmmlScorer.of(model, output), matrix, trained));
        } catch (EngineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> objection(PmmlScorer scorer, FeatureMatrix rows, TrainedModel trained) {
        double[] scores = scorer.score(rows);
        for (int row = 0; row < rows.rows(); row++) {
            double expected = trained.fitted()[row];
            if (!(Math.abs(scores[row] - expected) <= trained.tolerance() * Math.abs(expected))) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "The PMML of %s gives training row %d the score %s, the trainer gave it %s.%n"
                                + "Maybe the trainer's export does not fit this version of the evaluator.",
                        scorer.output().name(),
                        row,
                        scores[row],
                        expected));
            }
        }
        return Optional.empty();
    }
}
