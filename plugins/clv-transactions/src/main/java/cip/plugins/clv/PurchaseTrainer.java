package cip.plugins.clv;

import cip.spi.ScoreOutput;
import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import cip.spi.TrainingProgress;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * BG/NBD for how often customers will purchase, Gamma-Gamma for what a purchase comes to. Both are fitted to the purchases
 * before the cut alone, so what happened after it measures them without any folds. A customer of whom no purchase is known
 * is expected to spend what such customers did.
 */
final class PurchaseTrainer implements Trainer {
    /** How far, relatively, the PMML may be from the closed form. */
    static final double TOLERANCE = 1e-8;

    private static final double SERIES = 1e-11;
    private static final int FEWEST_TERMS = 30;
    private static final int MOST_TERMS = 320;
    private static final int FEWEST_CUSTOMERS = 20;

    @Override
    public void check(TrainingOptions options) {
        ScoreOutput output = options.output();
        if (output.kind() != ScoreOutput.Kind.AMOUNT) {
            throw new IllegalArgumentException("This trainer makes a score of kind AMOUNT, but " + output.name()
                    + " is of kind " + output.kind() + ".");
        }
        PurchaseSettings.of(options.settings());
    }

    @Override
    public TrainedModel train(TrainingData data, TrainingOptions options) {
        check(options);
        PurchaseSettings settings = PurchaseSettings.of(options.settings());
        if (data.target().length != data.features().rows() || data.target().length == 0) {
            throw new IllegalArgumentException("There is no row with a target to measure the model on.");
        }
        CustomerHistories customers = CustomerHistories.of(data.features(), settings);
        int[] known = customers.known(data.measured());
        if (known.length < FEWEST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "Only " + known.length + " customers had purchased before the cut, expected" + " at least "
                            + FEWEST_CUSTOMERS + ".\nMaybe the transactions were not imported.");
        }
        RepeatPurchases repeats = customers.repeatPurchases(known);
        TrainingProgress progress = options.progress();
        LogParameters purchases = BgNbd.fit(repeats, progress.part(0, 0.4));
        LogParameters value = spendOfAPurchase(customers, known, progress.part(0.4, 0.6));
        SpendModel model = new SpendModel(
                BgNbd.of(purchases),
                GammaGamma.of(value),
                settings.horizonWeeks(),
                kept(data, settings, customers, known),
                ofUnknown(data, customers));
        int terms = terms(model, customers, settings);
        double[] fitted = model.spend(customers);
        byte[] pmml = new SpendPmml(model, settings, options.output()).write(terms, customers, fitted);
        OpenParameters open =
                new OpenParameters(purchases, value, BgNbd.withoutLeaving(repeats, progress.part(0.6, 0.7)));
        return new SpendEvidence(data, options, settings, customers, model, fitted)
                .model(pmml, open, protocol(settings, known.length, terms), terms);
    }

    private static LogParameters spendOfAPurchase(CustomerHistories customers, int[] known, TrainingProgress progress) {
        int[] valued =
                Arrays.stream(known).filter(row -> customers.averaged(row) > 0).toArray();
        if (valued.length < FEWEST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "Of only " + valued.length + " customers it is known what a purchase came to,"
                            + " expected at least " + FEWEST_CUSTOMERS + ".\nMaybe the amounts are all zero.");
        }
        return GammaGamma.fit(
                Arrays.stream(valued).mapToDouble(customers::averaged).toArray(),
                Arrays.stream(valued).mapToDouble(customers::average).toArray(),
                progress);
    }

    /** The share of all spend that was not refunded. */
    private static double kept(TrainingData data, PurchaseSettings settings, CustomerHistories customers, int[] known) {
        if (settings.refundShare().isEmpty()) {
            return 1;
        }
        double[] shares = CustomerHistories.numbers(data.features(), settings.refundShare(), "refundShare");
        double spent = 0;
        double refunded = 0;
        for (int row : known) {
            double gross = customers.averaged(row) * customers.average(row);
            spent += gross;
            refunded += Double.isNaN(shares[row]) ? 0 : gross * shares[row];
        }
        return spent > 0 ? Math.max(0, 1 - refunded / spent) : 1;
    }

    private static double ofUnknown(TrainingData data, CustomerHistories customers) {
        return IntStream.range(0, customers.rows())
                .filter(row -> !customers.isKnown(row))
                .mapToDouble(row -> data.target()[row])
                .average()
                .orElse(0);
    }

    /** As many terms as every customer here and one just won need, in blocks of eight and at least thirty. */
    private static int terms(SpendModel model, CustomerHistories customers, PurchaseSettings settings) {
        int[] rows =
                IntStream.range(0, customers.rows()).filter(customers::isKnown).toArray();
        int terms = Math.max(FEWEST_TERMS, model.terms(customers, rows, SERIES, MOST_TERMS));
        double lost = model.lost(customers, rows, terms);
        if (!(lost <= TOLERANCE / 2)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The model cannot be written as PMML for a horizon of %d days: with %d terms of its series an expectation is off"
                            + " by a share of %.1e, expected at most %.1e.%nMaybe the horizon is too long for customers who were won a"
                            + " few days before the cut.",
                    settings.horizonDays(),
                    terms,
                    lost,
                    TOLERANCE / 2));
        }
        return terms;
    }

    private static String protocol(PurchaseSettings settings, int customers, int terms) {
        return "Fitted by maximum likelihood to the purchases of " + customers
                + " customers before the cut; measured on what they spent in the " + settings.horizonDays()
                + " days after it, which no parameter was fitted to. Intervals come from drawing customers with replacement."
                + " The use of a feature is the share of the explained spend that is lost when its values are dealt anew."
                + " The PMML takes " + terms + " terms of the series.";
    }
}
