package cip.plugins.clv;

import cip.spi.PmmlDocument;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes the model as standard PMML: derived fields for the chance that the customer is still there, the expected purchases
 * and what one comes to, and a regression that takes their product. The series of {@link HorizonSeries} stands in blocks of
 * eight terms, so that it is never nested deeply.
 */
final class SpendPmml {
    private static final int BLOCK = 8;
    private static final int EVENLY = 40;
    private static final int UNKNOWN = 10;
    private static final String MISSING_DAYS = "-1";

    private final PmmlDocument pmml = new PmmlDocument("clv-transactions");
    private final SpendModel model;
    private final PurchaseSettings settings;
    private final ScoreOutput output;

    SpendPmml(SpendModel model, PurchaseSettings settings, ScoreOutput output) {
        this.model = model;
        this.settings = settings;
        this.output = output;
    }

    /** @param terms of the series @param fitted what each customer must score */
    byte[] write(int terms, CustomerHistories customers, double[] fitted) {
        List<String> inputs = inputs(settings);
        pmml.open("DataDictionary", "numberOfFields", Integer.toString(inputs.size() + 1));
        inputs.forEach(this::number);
        number("observed_" + output.name());
        pmml.close();
        pmml.open("RegressionModel", "modelName", output.name(), "functionName", "regression");
        schema();
        outputs();
        transformations(terms);
        pmml.open("RegressionTable", "intercept", "0");
        pmml.leaf("NumericPredictor", "name", "expected_spend", "coefficient", "1")
                .close();
        verification(inputs, customers, fitted);
        return pmml.bytes();
    }

    /** In the order of {@link CustomerHistories#feature}. */
    static List<String> inputs(PurchaseSettings settings) {
        return List.of(settings.purchaseDays(), settings.recencyDays(), settings.tenureDays(), settings.averageSpend());
    }

    private void number(String name) {
        pmml.leaf("DataField", "name", name, "optype", "continuous", "dataType", "double");
    }

    private void schema() {
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", "observed_" + output.name(), "usageType", "target");
        mined(settings.purchaseDays(), "0");
        mined(settings.recencyDays(), MISSING_DAYS);
        mined(settings.tenureDays(), MISSING_DAYS);
        mined(settings.averageSpend(), "0");
        pmml.close();
    }

    private void mined(String name, String whenMissing) {
        pmml.leaf(
                "MiningField",
                "name",
                name,
                "missingValueReplacement",
                whenMissing,
                "missingValueTreatment",
                "asValue");
    }

    private void outputs() {
        pmml.open("Output");
        pmml.leaf(
                "OutputField",
                "name",
                output.name(),
                "optype",
                "continuous",
                "dataType",
                "double",
                "feature",
                "predictedValue");
        for (String more : List.of("alive_probability", "expected_purchases", "expected_value")) {
            pmml.open(
                    "OutputField",
                    "name",
                    output.name() + "_" + more,
                    "optype",
                    "continuous",
                    "dataType",
                    "double",
                    "feature",
                    "transformedValue");
            pmml.leaf("FieldRef", "field", more).close();
        }
        pmml.close();
    }

    private void transformations(int terms) {
        BgNbd bg = model.purchases();
        pmml.open("LocalTransformations");
        Term purchaseDays = Term.field(settings.purchaseDays());
        Term recency = Term.field(settings.recencyDays());
        Term tenure = Term.field(settings.tenureDays());
        Term known = Term.of("greaterOrEqual", purchaseDays.min(recency.plus(1).min(tenure.plus(1))), Term.number(1));
        Term repeats = define("repeats", purchaseDays.plus(-1).max(Term.number(0)));
        Term toLast = define(
                "weeks_to_last", tenure.minus(recency).max(Term.number(0)).over(Term.number(7)));
        Term weeks = define("weeks_known", tenure.max(Term.number(0)).over(Term.number(7)));
        Term odds = define(
                "odds_of_gone",
                Term.of(
                        "if",
                        Term.of("greaterThan", repeats, Term.number(0)),
                        Term.number(bg.a())
                                .over(repeats.plus(bg.b() - 1))
                                .times(Term.of(
                                        "pow",
                                        weeks.plus(bg.alpha()).over(toLast.plus(bg.alpha())),
                                        repeats.plus(bg.r()))),
                        Term.number(0)));
        Term alive = define("alive_probability", Term.number(1).over(odds.plus(1)));
        Term reach =
                define("reach", Term.number(model.horizonWeeks()).over(weeks.plus(bg.alpha() + model.horizonWeeks())));
        Term purchases = define(
                "expected_purchases",
                alive.times(repeats.plus(bg.a() + bg.b() - 1)).times(whileAlive(reach, series(terms, repeats, reach))));
        Term averaged = define("averaged_purchases", averaged(purchaseDays, repeats));
        GammaGamma gg = model.value();
        Term average = Term.field(settings.averageSpend());
        Term value = define(
                "expected_value",
                averaged.times(average)
                        .plus(gg.v())
                        .times(Term.number(gg.p()))
                        .over(averaged.times(Term.number(gg.p())).plus(gg.q() - 1)));
        define(
                "expected_spend",
                Term.of(
                        "if",
                        known,
                        purchases.times(value).times(Term.number(model.kept())),
                        Term.number(model.ofUnknown())));
        pmml.close();
    }

    private Term averaged(Term purchaseDays, Term repeats) {
        Term positive = Term.of("greaterThan", Term.field(settings.averageSpend()), Term.number(0));
        return Term.of("if", positive, settings.averageOfRepeats() ? repeats : purchaseDays, Term.number(0));
    }

    /** Expected purchases of somebody who has not left, over c. */
    private Term whileAlive(Term reach, Term series) {
        double d = model.purchases().a() - 1;
        Term log = define("log_of_rest", Term.of("ln1p", Term.number(0).minus(reach)));
        Term direct = d == 0
                ? Term.number(0).minus(log)
                : Term.of("expm1", log.times(Term.number(d))).over(Term.number(-d));
        return direct.minus(Term.of("exp", log.times(Term.number(d))).times(series));
    }

    private Term series(int terms, Term repeats, Term reach) {
        int blocks = (terms + BLOCK - 1) / BLOCK;
        Term[] sums = new Term[blocks];
        Term[] products = new Term[blocks];
        for (int block = 0; block < blocks; block++) {
            Term[] ratios = new Term[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                int k = block * BLOCK + i;
                double factor = HorizonSeries.factor(model.purchases(), k);
                double offset = HorizonSeries.offset(model.purchases(), k);
                ratios[i] =
                        define("ratio_" + k, reach.times(Term.number(factor)).over(repeats.plus(offset)));
            }
            Term sum = ratios[BLOCK - 1];
            Term product = ratios[0];
            for (int i = BLOCK - 2; i >= 0; i--) {
                sum = ratios[i].times(sum.plus(1));
                product = product.times(ratios[BLOCK - 1 - i]);
            }
            sums[block] = define("sum_" + block, sum);
            products[block] = block == blocks - 1 ? Term.number(0) : define("product_" + block, product);
        }
        Term all = sums[blocks - 1];
        for (int block = blocks - 2; block >= 0; block--) {
            all = sums[block].plus(products[block].times(all));
        }
        return define("series", all);
    }

    private Term define(String name, Term term) {
        pmml.open("DerivedField", "name", name, "optype", "continuous", "dataType", "double");
        term.write(pmml);
        pmml.close();
        return Term.field(name);
    }

    private void verification(List<String> inputs, CustomerHistories customers, double[] fitted) {
        TreeSet<Integer> rows = new TreeSet<>();
        int evenly = Math.min(EVENLY, fitted.length);
        for (int i = 0; i < evenly; i++) {
            rows.add((int) ((long) i * fitted.length / evenly));
        }
        int unknown = 0;
        for (int row = 0; row < fitted.length && unknown < UNKNOWN; row++) {
            if (!customers.isKnown(row) && rows.add(row)) {
                unknown++;
            }
        }
        pmml.open(
                "ModelVerification",
                "recordCount",
                Integer.toString(rows.size()),
                "fieldCount",
                Integer.toString(inputs.size() + 1));
        pmml.open("VerificationFields");
        inputs.forEach(input -> pmml.leaf("VerificationField", "field", input, "column", input));
        pmml.leaf(
                "VerificationField",
                "field",
                output.name(),
                "column",
                output.name(),
                "precision",
                Double.toString(PurchaseTrainer.TOLERANCE),
                "zeroThreshold",
                "1E-12");
        pmml.close();
        pmml.open("InlineTable");
        for (int row : rows) {
            pmml.open("row");
            for (int feature = 0; feature < inputs.size(); feature++) {
                double value = customers.feature(feature)[row];
                if (!Double.isNaN(value)) {
                    pmml.text(inputs.get(feature), Double.toString(value));
                }
            }
            pmml.text(output.name(), Double.toString(fitted[row]));
            pmml.close();
        }
        pmml.close().close();
    }
}
