package cip.plugins.clv;

import cip.spi.Evidence;
import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.FeatureInput;
import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainedModel.Metric;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The chance that a customer purchases nothing over the horizon, by BG/NBD: a churn score that needs no label. It is fitted to
 * the purchases before the cut alone, so what happened after it measures the score without any folds. A customer of whom no
 * purchase is known is as likely to stay silent as such customers were.
 */
final class SilenceTrainer implements Trainer {
    private static final int FEWEST_CUSTOMERS = 20;

    @Override
    public void check(TrainingOptions options) {
        ScoreOutput output = options.output();
        if (output.kind() != ScoreOutput.Kind.PROBABILITY) {
            throw new IllegalArgumentException("This trainer makes a score of kind PROBABILITY, but " + output.name()
                    + " is of kind " + output.kind() + ".");
        }
        PurchaseSettings.of(options.settings());
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        check(options);
        PurchaseSettings settings = PurchaseSettings.of(options.settings());
        checkTarget(data);
        CustomerHistories customers = CustomerHistories.withoutSpend(data.features(), settings);
        int[] known = customers.known(data.measured());
        if (known.length < FEWEST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "Only " + known.length + " customers had purchased before the cut, expected at least "
                            + FEWEST_CUSTOMERS + ".\nMaybe the transactions were not imported.");
        }
        RepeatPurchases repeats = customers.repeatPurchases(known);
        LogParameters found = BgNbd.fit(repeats, options.progress().part(0, 0.6));
        double ofUnknown = IntStream.range(0, customers.rows())
                .filter(row -> !customers.isKnown(row))
                .mapToDouble(row -> data.target()[row])
                .average()
                .orElse(mean(data.target()));
        SilenceModel model = new SilenceModel(BgNbd.of(found), settings.horizonWeeks(), ofUnknown);
        double[] fitted = model.silent(customers);
        byte[] pmml = new SilencePmml(model, settings, options.output()).write(customers, fitted);
        OpenParameters open = new OpenParameters(
                found, null, BgNbd.withoutLeaving(repeats, options.progress().part(0.6, 0.7)));
        return trained(data, options, settings, customers, model, fitted, pmml, open);
    }

    private static TrainedModel trained(
            TrainingData data,
            TrainingOptions options,
            PurchaseSettings settings,
            CustomerHistories customers,
            SilenceModel model,
            double[] fitted,
            byte[] pmml,
            OpenParameters open) {
        int[] measured = IntStream.range(0, customers.rows())
                .filter(row -> data.measured()[row])
                .toArray();
        double[] actual = of(measured, row -> data.target()[row]);
        HoldOut holdOut = new HoldOut(
                actual,
                Arrays.stream(measured).map(row -> data.groups()[row]).toArray(),
                options.seed(),
                options.progress().part(0.7, 1));
        SilenceFigures figures = new SilenceFigures(holdOut, actual);
        double[] own = of(measured, row -> fitted[row]);
        double[] same = new double[measured.length];
        Arrays.fill(same, holdOut.mean());
        List<Metric> metrics = figures.of(own);
        List<String> inputs = SilencePmml.inputs(settings);
        List<Finding> findings = new ArrayList<>(open.findings(inputs, List.of()));
        Table baselines = new Table(
                "baselines",
                "Simpler guesses on the same " + measured.length + " customers.",
                List.of(
                        new Row("this model", metrics, ""),
                        new Row("share of ones", figures.of(same), ""),
                        new Row(
                                "by " + settings.recencyDays() + " alone",
                                figures.ofOrder(of(
                                        measured,
                                        row -> customers.isKnown(row)
                                                ? customers.recencyDays()[row]
                                                : Double.MAX_VALUE)),
                                "only an order, no probability")));
        double explained = figures.logLoss(same) - figures.logLoss(own);
        List<InputUse> uses = new ArrayList<>();
        for (int feature = 0; feature < inputs.size(); feature++) {
            double[] dealt = dealt(customers.feature(feature), measured, options.seed() + feature);
            double[] silent = model.silent(customers.with(feature, dealt));
            double lost = figures.logLoss(of(measured, row -> silent[row])) - figures.logLoss(own);
            uses.add(new InputUse(
                    new FeatureInput(inputs.get(feature), FeatureInput.Type.NUMBER),
                    explained > 0 ? Math.max(0, lost / explained) : 0));
        }
        Map<String, String> used = new TreeMap<>(settings.asText());
        used.keySet().removeAll(List.of("averageSpend", "averageOfRepeats", "refundShare", "naive"));
        return new TrainedModel(
                pmml,
                fitted,
                uses,
                "Fitted by maximum likelihood to the purchases of customers before the cut; measured on who purchased in the "
                        + settings.horizonDays()
                        + " days after it, which no parameter was fitted to. Intervals come from drawing"
                        + " customers with replacement. The use of a feature is the share of the explained log-loss that is lost"
                        + " when its values are dealt anew.",
                metrics,
                findings.stream().map(Finding::text).toList(),
                used,
                new Evidence(findings, List.of(baselines, open.table()), List.of(holdOut.calibration(own))),
                PurchaseTrainer.TOLERANCE,
                HoldOut.unseen(fitted, measured));
    }

    private static double[] dealt(double[] values, int[] measured, long seed) {
        double[] dealt = values.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = measured.length - 1; i > 0; i--) {
            int other = measured[random.nextInt(i + 1)];
            double kept = dealt[measured[i]];
            dealt[measured[i]] = dealt[other];
            dealt[other] = kept;
        }
        return dealt;
    }

    private static void checkTarget(TrainingData data) {
        if (data.target().length != data.features().rows() || data.target().length == 0) {
            throw new IllegalArgumentException("There is no row with a target to measure the model on.");
        }
        for (int row = 0; row < data.target().length; row++) {
            if (data.target()[row] != 0 && data.target()[row] != 1) {
                throw new IllegalArgumentException(
                        "The target of row " + row + " is " + data.target()[row] + ", expected 0 or 1.");
            }
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double[] of(int[] rows, IntToDoubleFunction value) {
        return Arrays.stream(rows).mapToDouble(value).toArray();
    }
}
