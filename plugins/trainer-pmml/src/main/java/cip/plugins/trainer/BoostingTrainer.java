package cip.plugins.trainer;

import cip.spi.FeatureInput;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainedModel.Metric;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gradient boosted trees (XGBoost) for an amount or a probability. Metrics come from grouped, repeated folds; a
 * probability is calibrated on the out-of-fold margins if that lowers the log-loss; the model itself is then grown on
 * all rows. A text the model has not seen counts as missing; a missing value goes where XGBoost learned to send it.
 */
final class BoostingTrainer implements Trainer {
    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        BoostingSettings settings = BoostingSettings.of(options);
        double[] target = data.target();
        checkTarget(target, settings.objective());
        DesignMatrix design = DesignMatrix.of(data.features());
        checkDirections(settings, design);
        RowGroups allGroups = RowGroups.of(data.features(), target, data.groups());
        int[] measured = measured(data);
        OutOfFold outOfFold = OutOfFold.of(design, target, allGroups, measured, settings, options.seed());
        Boosting.Grown grown = new Boosting(design, target, settings, options.seed())
                .grow(IntStream.range(0, design.rows()).toArray());
        checkSameMargins(grown, design);

        boolean classification = settings.objective() == Objective.LOGISTIC;
        double[] truth = Arrays.stream(measured).mapToDouble(row -> target[row]).toArray();
        RowGroups groups = allGroups.only(measured);
        Optional<double[][]> calibrated = classification ? Calibration.crossFitted(outOfFold, truth) : Optional.empty();
        Calibration calibration = calibrated.isPresent() ? Calibration.fitAll(outOfFold, truth) : Calibration.NONE;
        double[][] scores = calibrated.orElseGet(() -> outOfFold.scores(settings.objective()));
        Bootstrap bootstrap = new Bootstrap(groups, truth, options.seed());
        Map<String, String> used = settings.asText();
        List<Metric> metrics;
        if (classification) {
            double threshold = settings.threshold() > 0 ? settings.threshold() : Quality.bestThreshold(scores, truth);
            used.put("threshold", Double.toString(threshold));
            used.put("calibration", calibrated.isPresent() ? "platt" : "none");
            metrics = Quality.ofProbability(bootstrap, scores, truth, threshold);
        } else {
            metrics = Quality.ofAmount(bootstrap, scores, outOfFold.baselines());
        }

        List<FeatureInput> inputs = inputs(grown.forest(), design);
        double[] fitted = fitted(grown.margins(), settings.objective(), calibration);
        List<PmmlInput> declared =
                inputs.stream().map(input -> PmmlInput.ofTree(input, design)).toList();
        byte[] pmml = new BoostingPmml(
                        options.output(), settings.objective(), grown.forest(), calibration, design, declared)
                .write(new VerificationRows(
                        data.features(), declared, options.output().name(), fitted));
        return new TrainedModel(
                pmml,
                fitted,
                inputs.stream()
                        .map(input -> new InputUse(input, outOfFold.use().getOrDefault(input.name(), 0.0)))
                        .toList(),
                protocol(settings, groups, data.features().rows() - measured.length, calibrated.isPresent()),
                metrics,
                TrainingNotices.of(data.features(), target, allGroups, classification),
                used);
    }

    private static int[] measured(TrainingData data) {
        return IntStream.range(0, data.measured().length)
                .filter(row -> data.measured()[row])
                .toArray();
    }

    private static double[] fitted(float[] margins, Objective objective, Calibration calibration) {
        return IntStream.range(0, margins.length)
                .mapToDouble(row -> objective.score(calibration.slope() * margins[row] + calibration.intercept()))
                .toArray();
    }

    /** The features that at least one tree asks for, in the order they came. */
    private static List<FeatureInput> inputs(Forest forest, DesignMatrix design) {
        List<FeatureInput> inputs = forest.columnsUsed().stream()
                .map(column -> design.columns().get(column).input())
                .distinct()
                .toList();
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "No feature of " + design.columns()
                            + " tells the rows' targets apart.\nMaybe there are too few rows for the setting minimumLeafWeight.");
        }
        return inputs;
    }

    private static String protocol(BoostingSettings settings, RowGroups groups, int unmeasured, boolean calibrated) {
        String folds = String.format(
                Locale.ROOT,
                "%d × %d folds of %d groups, out-of-fold scores; 95 %% intervals by drawing groups 1,000 times;"
                        + " use of a feature = share of the explained loss lost when it is shuffled.",
                settings.repeats(),
                settings.folds(),
                groups.count());
        folds += unmeasured == 0 ? "" : " " + unmeasured + " more rows were learned from but not measured.";
        if (settings.objective() != Objective.LOGISTIC) {
            return folds;
        }
        return folds
                + (settings.threshold() > 0 ? "" : " The threshold has the best F1 of the same out-of-fold scores.")
                + (calibrated ? " Calibrated across folds (Platt)." : " Calibration did not lower the log-loss.");
    }

    private static void checkTarget(double[] target, Objective objective) {
        if (target.length == 0) {
            throw new IllegalArgumentException("There is no row with a target to learn from.");
        }
        for (int row = 0; row < target.length; row++) {
            double value = target[row];
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The target of row " + row + " is " + value + ", not a number.");
            }
            if (objective == Objective.TWEEDIE && value < 0) {
                throw new IllegalArgumentException(
                        "The target of row " + row + " is " + value
                                + ", but the objective tweedie expects no negative amount.\nMaybe refunds exceed the purchases.");
            }
            if (objective == Objective.LOGISTIC && value != 0 && value != 1) {
                throw new IllegalArgumentException("The target of row " + row + " is " + value + ", expected 0 or 1.");
            }
        }
        if (Arrays.stream(target).distinct().limit(2).count() < 2) {
            throw new IllegalArgumentException("The target is " + target[0] + " in all " + target.length
                    + " rows, but a model needs rows that differ.\nMaybe the period observed is too short.");
        }
    }

    private static void checkDirections(BoostingSettings settings, DesignMatrix design) {
        for (List<String> names : List.of(settings.increasing(), settings.decreasing())) {
            for (String name : names) {
                if (design.columnsOf(name).length == 0) {
                    throw new IllegalArgumentException(
                            "The settings name the feature " + name + ", which is not among the training data.");
                }
            }
        }
    }

    /** The trees were read from XGBoost's text; had we misread one, the PMML would be wrong without a sign. */
    private static void checkSameMargins(Boosting.Grown grown, DesignMatrix design) {
        for (int row = 0; row < design.rows(); row++) {
            float ours = grown.forest().margin(design.values(), row);
            float theirs = grown.margins()[row];
            if (Math.abs(ours - theirs) > 1e-5 * Math.max(1, Math.abs(theirs))) {
                throw new IllegalStateException(
                        "The trees give row " + row + " the margin " + ours + ", XGBoost itself gave " + theirs + ".");
            }
        }
    }
}
