package cip.plugins.clv;

import cip.spi.Evidence;
import cip.spi.Evidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import cip.spi.Evidence.Row;
import cip.spi.Evidence.Table;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.Figure;
import cip.spi.TrainedModel;
import cip.spi.TrainedModel.InputUse;
import cip.spi.TrainedModel.Metric;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is honestly known of a fitted model: how it did after the cut, and what speaks against it. */
final class SpendEvidence {
    private static final int FEW_CUSTOMERS = 200;
    private static final double WIDE = 0.2;
    private static final double BIASED = 0.1;
    private static final double RELATED = 0.3;

    private final TrainingOptions options;
    private final PurchaseSettings settings;
    private final FeatureMatrix features;
    private final CustomerHistories customers;
    private final SpendModel model;
    private final double[] fitted;
    private final int[] measured;
    private final HoldOut holdOut;
    private final double[] own;

    SpendEvidence(
            TrainingData data,
            TrainingOptions options,
            PurchaseSettings settings,
            CustomerHistories customers,
            SpendModel model,
            double[] fitted) {
        this.options = options;
        this.settings = settings;
        this.features = data.features();
        this.customers = customers;
        this.model = model;
        this.fitted = fitted;
        this.measured = IntStream.range(0, customers.rows())
                .filter(row -> data.measured()[row])
                .toArray();
        this.holdOut = new HoldOut(
                of(row -> data.target()[row]),
                Arrays.stream(measured).map(row -> data.groups()[row]).toArray(),
                options.seed(),
                options.progress().part(0.7, 1));
        this.own = of(row -> fitted[row]);
    }

    TrainedModel model(byte[] pmml, OpenParameters open, String protocol, int terms) {
        List<String> inputs = SpendPmml.inputs(settings);
        List<Metric> metrics = holdOut.metrics(own);
        Row repeatRate = holdOut.compared("past repeat rate", of(this::atPastRepeatRate), own);
        List<Finding> findings = new ArrayList<>(open.findings(inputs.subList(0, 3), inputs.subList(3, 4)));
        findings.addAll(doubts(metrics, repeatRate));
        double[] same = new double[measured.length];
        Arrays.fill(same, holdOut.mean());
        List<Row> guesses = new ArrayList<>(List.of(
                holdOut.compared("this model", own, own),
                holdOut.compared("the mean", same, own),
                repeatRate,
                holdOut.compared("past spend rate", of(this::atPastSpendRate), own)));
        for (String name : settings.naive()) {
            double[] guess = CustomerHistories.numbers(features, name, "naive");
            guesses.add(holdOut.compared(name + " again", of(row -> Double.isNaN(guess[row]) ? 0 : guess[row]), own));
        }
        Table baselines = new Table(
                "baselines",
                "Simpler guesses on the same " + measured.length
                        + " customers; lossChange is the relative change of the squared error.",
                guesses);
        Map<String, String> used = new TreeMap<>(settings.asText());
        used.put("terms", Integer.toString(terms));
        return new TrainedModel(
                pmml,
                fitted,
                IntStream.range(0, inputs.size())
                        .mapToObj(feature -> new InputUse(
                                new FeatureInput(inputs.get(feature), FeatureInput.Type.NUMBER), use(feature)))
                        .toList(),
                protocol,
                metrics,
                Stream.concat(findings.stream().map(Finding::text), remarks(metrics, terms).stream())
                        .toList(),
                used,
                new Evidence(findings, List.of(baselines, open.table()), List.of(holdOut.calibration(own))),
                PurchaseTrainer.TOLERANCE,
                HoldOut.unseen(fitted, measured));
    }

    private List<Finding> doubts(List<Metric> metrics, Row repeatRate) {
        List<Finding> doubts = new ArrayList<>();
        Metric change = repeatRate.figures().get(repeatRate.figures().size() - 1);
        if (!(change.low() > 0)) {
            doubts.add(new Finding(
                    Kind.SIMPLER_MODEL,
                    String.format(
                            Locale.ROOT,
                            "Repeating the past rate of purchases does as well or better (squared error %+.1f %%, 95 %% interval"
                                    + " %+.1f to %+.1f %%).",
                            100 * change.value(),
                            100 * change.low(),
                            100 * change.high()),
                    List.of()));
        }
        int known = (int) Arrays.stream(measured).filter(customers::isKnown).count();
        if (known < FEW_CUSTOMERS) {
            doubts.add(new Finding(
                    Kind.FEW_ROWS,
                    "Only " + known + " customers had purchased before the cut, expected at least " + FEW_CUSTOMERS
                            + ".",
                    List.of()));
        }
        Metric r2 = metrics.get(SpendFigure.R2.ordinal());
        if (r2.high() - r2.low() > WIDE) {
            doubts.add(new Finding(
                    Kind.UNSTABLE_METRIC,
                    String.format(
                            Locale.ROOT,
                            "r2 is %.2f, but could as well have come out between %.2f and %.2f.",
                            r2.value(),
                            r2.low(),
                            r2.high()),
                    List.of()));
        }
        return doubts;
    }

    private List<String> remarks(List<Metric> metrics, int terms) {
        List<String> remarks = new ArrayList<>();
        double ratio = metrics.get(SpendFigure.TOTAL_RATIO.ordinal()).value();
        if (Math.abs(ratio - 1) > BIASED) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "All customers together spent %.0f %% of what was predicted: the period after the cut was not like those before,"
                            + " e.g. another season, or the model does not fit.",
                    100 / ratio));
        }
        int[] valued = Arrays.stream(measured)
                .filter(row -> customers.isKnown(row) && customers.averaged(row) > 0 && customers.repeats(row) > 0)
                .toArray();
        int[] once = new int[valued.length];
        Arrays.fill(once, 1);
        double related = Figure.pearson()
                .of(
                        Arrays.stream(valued).mapToDouble(customers::repeats).toArray(),
                        Arrays.stream(valued).mapToDouble(customers::average).toArray())
                .applyAsDouble(once);
        if (Math.abs(related) > RELATED) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "Customers who purchase more often spend %s per purchase (correlation %.2f); Gamma-Gamma takes the two for"
                            + " independent.",
                    related > 0 ? "more" : "less",
                    related));
        }
        double lost = model.lostOfNew(terms);
        if (lost > PurchaseTrainer.TOLERANCE) {
            remarks.add(
                    String.format(Locale.ROOT, "For a customer won today, the PMML is off by a share of %.1e.", lost));
        }
        return remarks;
    }

    private double use(int feature) {
        double[] dealt = customers.feature(feature).clone();
        SplittableRandom random = new SplittableRandom(options.seed() + feature);
        for (int i = measured.length - 1; i > 0; i--) {
            int other = measured[random.nextInt(i + 1)];
            double kept = dealt[measured[i]];
            dealt[measured[i]] = dealt[other];
            dealt[other] = kept;
        }
        double[] spend = model.spend(customers.with(feature, dealt));
        double[] same = new double[measured.length];
        Arrays.fill(same, holdOut.mean());
        double explained = holdOut.squaredError(same) - holdOut.squaredError(own);
        double lost = holdOut.squaredError(of(row -> spend[row])) - holdOut.squaredError(own);
        return explained > 0 ? Math.max(0, lost / explained) : 0;
    }

    private double atPastRepeatRate(int row) {
        return customers.isKnown(row) ? customers.repeats(row) * perPurchase(row) : model.ofUnknown();
    }

    private double atPastSpendRate(int row) {
        return customers.isKnown(row) ? customers.purchaseDays()[row] * perPurchase(row) : model.ofUnknown();
    }

    /** A purchase at the customer's own average, as often as the horizon is longer than the time known. */
    private double perPurchase(int row) {
        double weeks = Math.max(customers.weeksKnown(row), 1 / CustomerHistories.WEEK);
        return customers.average(row) * model.kept() * model.horizonWeeks() / weeks;
    }

    private double[] of(IntToDoubleFunction value) {
        return Arrays.stream(measured).mapToDouble(value).toArray();
    }
}
