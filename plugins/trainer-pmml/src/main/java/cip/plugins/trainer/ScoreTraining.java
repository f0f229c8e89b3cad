package cip.plugins.trainer;

import cip.spi.Evidence;
import cip.spi.Evidence.Curve;
import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Table;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One road for every method with a target: look for what gives the target away, measure on grouped, repeated folds, compare
 * with simpler models and other settings, then learn from all rows and export.
 */
final class ScoreTraining {
    private final TrainingOptions options;
    private final ProtocolSettings settings;
    private final Method method;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    ScoreTraining(Method method, TrainingOptions options) {
        this.options = options;
        this.settings = ProtocolSettings.of(options);
        this.method = method;
        check(settings, options, method.objective());
    }

    /** @throws IllegalArgumentException when settings do not go together */
    static void check(ProtocolSettings settings, TrainingOptions options, Objective objective) {
        if (settings.resampling() != Resampling.NONE && objective != Objective.LOGISTIC) {
            throw new IllegalArgumentException("The setting resampling is for probabilities, but "
                    + options.output().name() + " is an amount.");
        }
        if (settings.tune() && settings.resampling() != Resampling.NONE) {
            throw new IllegalArgumentException("The settings tune and resampling cannot be used together.");
        }
    }

    TrainedModel train(TrainingData data) {
        Targets.check(data.target(), method.objective());
        Steps steps = new Steps(options.progress());
        steps.goOn();
        LearningRows all = LearningRows.of(data);
        Giveaways giveaways = Giveaways.in(all, isProbability(), settings.leaveOutGiveaways());
        LearningRows rows = giveaways.leftOut().isEmpty() ? all : all.without(giveaways.leftOut());
        Method tuned = settings.tune() ? new Tuned(method, rows.groups(), options.seed()) : method;
        Phases phases = Phases.of(steps, method, tuned, settings, rows, options.compare());
        phases.measure();
        Measured measured = Measured.of(tuned, rows, settings, options.seed(), steps);
        phases.learn();
        Method chosen = chosen(tuned, rows, steps);
        Method.Fit fit = settings.resampling()
                .learner(chosen, rows, options.seed())
                .fit(IntStream.range(0, rows.count()).toArray(), steps);
        if (fit.inputs().isEmpty()) {
            throw new IllegalArgumentException(
                    "No feature of " + rows.features().names()
                            + " tells the rows' targets apart.\nMaybe there are too few rows for the settings, or the penalty is too"
                            + " high.");
        }
        findings.addAll(giveaways.findings());
        findings.addAll(Doubts.ofRows(rows.groups(), rows.count()));
        if (options.compare()) {
            compare(chosen, rows, measured, phases);
        }
        findings.sort(Comparator.comparing(Finding::kind));
        double[] fitted = fitted(fit, measured.calibration(), rows.count());
        Map<String, String> used = new TreeMap<>(chosen.settings());
        used.putAll(settings.asText());
        if (isProbability()) {
            used.put("threshold", Double.toString(measured.threshold()));
            used.put("calibration", measured.isCalibrated() ? "platt" : "none");
        }
        double halfWidth = settings.interval() == 0 || isProbability()
                ? 0
                : new Intervals(measured, rows.truth()).halfWidth(settings.interval());
        byte[] pmml = fit.pmml(
                new Method.Export(options.output(), measured.calibration(), halfWidth, rows.features(), fitted));
        return new TrainedModel(
                pmml,
                fitted,
                fit.inputs().stream()
                        .map(input -> new InputUse(input, measured.use(input.name())))
                        .toList(),
                protocol(rows, measured),
                measured.metrics(),
                findings.stream().map(Finding::text).toList(),
                used,
                new Evidence(findings, tables, curves(measured, rows)),
                TrainedModel.OF_FLOATS,
                unseen(measured.scores(), rows));
    }

    /** The out-of-fold scores at their rows. */
    private static double[][] unseen(double[][] scores, LearningRows rows) {
        int[] measured = rows.measured();
        double[][] unseen = new double[scores.length][rows.count()];
        for (int repeat = 0; repeat < scores.length; repeat++) {
            Arrays.fill(unseen[repeat], Double.NaN);
            for (int i = 0; i < measured.length; i++) {
                unseen[repeat][measured[i]] = scores[repeat][i];
            }
        }
        return unseen;
    }

    private Method chosen(Method tuned, LearningRows rows, Steps steps) {
        return tuned instanceof Tuned choice
                ? choice.choose(
                        rows.features(),
                        rows.target(),
                        Resampling.ones(rows.count()),
                        IntStream.range(0, rows.count()).toArray(),
                        steps.inside(0, 0.9))
                : method;
    }

    private void compare(Method chosen, LearningRows rows, Measured measured, Phases phases) {
        Steps steps = phases.steps();
        phases.compareWithSimpler();
        findings.addAll(Doubts.ofMetrics(measured.metrics()));
        if (isProbability()) {
            Doubts.ofClasses(rows).ifPresent(findings::add);
        }
        if (!settings.aims().isEmpty()) {
            tables.add(settings.aims()
                    .table(measured.metrics(), Copies.distinct(rows, measured, options.seed(), steps), rows.truth()));
        }
        Baselines baselines = new Baselines(chosen, rows, measured, settings, options.seed(), steps);
        tables.add(baselines.table());
        tables.add(FeatureTables.importance(measured.importance()));
        if (!isProbability()) {
            tables.add(new Intervals(measured, rows.truth()).table());
            Stream.of(new LevelIntervals(measured, rows.truth()).table())
                    .filter(levels -> !levels.rows().isEmpty())
                    .forEach(tables::add);
        }
        if (phases.copies()) {
            phases.measureCopies();
            tables.add(Copies.table(chosen, rows, measured, settings, options.seed(), steps));
        }
        if (settings.compareRows() > 0) {
            LearningRows some = rows.sample(settings.compareRows(), options.seed());
            phases.compareOptions();
            Doubts.ofTarget(some, method.objective(), settings.folds(), options.seed(), steps.inside(0, 0))
                    .ifPresent(findings::add);
            Comparison comparison = new Comparison(chosen, some, settings, options.seed(), steps);
            tables.add(comparison.options());
            FeatureTables features = new FeatureTables(chosen, settings.resampling(), comparison);
            List<String> mostUseful = measured.importance().entrySet().stream()
                    .sorted(Comparator.comparingDouble(
                            entry -> -entry.getValue().value()))
                    .map(Map.Entry::getKey)
                    .toList();
            phases.leaveOut();
            tables.add(features.leftOut(mostUseful));
            phases.generate();
            tables.add(features.generated(mostUseful));
        }
        baselines.simplerModel().ifPresent(findings::add);
    }

    private List<Curve> curves(Measured measured, LearningRows rows) {
        Curves curves = new Curves(measured.scores(), rows.truth());
        return isProbability() ? curves.ofProbability() : curves.ofAmount();
    }

    private double[] fitted(Method.Fit fit, Calibration calibration, int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(row ->
                        method.objective().score(calibration.slope() * fit.margin(row) + calibration.intercept()))
                .toArray();
    }

    private String protocol(LearningRows rows, Measured measured) {
        return Protocol.describe(settings, rows, method.objective(), measured.isCalibrated());
    }

    private boolean isProbability() {
        return method.objective() == Objective.LOGISTIC;
    }
}
