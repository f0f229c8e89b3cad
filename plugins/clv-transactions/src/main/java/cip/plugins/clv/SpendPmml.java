package cip.plugins.clv;

import cip.spi.PmmlDocument;
import cip.spi.ScoreOutput;
import java.util.List;

/**
 * Writes the model as standard PMML: derived fields for the chance that the customer is still there, the expected purchases
 * and what one comes to, and a regression that takes their product. The series of {@link HorizonSeries} stands in blocks of
 * eight terms, so that it is never nested deeply.
 */
final class SpendPmml {
    private static final int BLOCK = 8;

    private final PmmlDocument pmml = new PmmlDocument("clv-transactions");
    private final HistoryPmml shared;
    private final SpendModel model;
    private final PurchaseSettings settings;
    private final ScoreOutput output;

    SpendPmml(SpendModel model, PurchaseSettings settings, ScoreOutput output) {
        this.model = model;
        this.settings = settings;
        this.output = output;
        this.shared = new HistoryPmml(pmml, settings, output);
    }

    /** @param terms of the series @param fitted what each customer must score */
    byte[] write(int terms, CustomerHistories customers, double[] fitted) {
        List<String> inputs = inputs(settings);
        pmml.open("DataDictionary", "numberOfFields", Integer.toString(inputs.size() + 1));
        inputs.forEach(shared::number);
        shared.number("observed_" + output.name());
        pmml.close();
        pmml.open("RegressionModel", "modelName", output.name(), "functionName", "regression");
        schema();
        outputs();
        transformations(terms);
        pmml.open("RegressionTable", "intercept", "0");
        pmml.leaf("NumericPredictor", "name", "expected_spend", "coefficient", "1")
                .close();
        shared.verification(inputs, customers, fitted);
        return pmml.bytes();
    }

    /** In the order of {@link CustomerHistories#feature}. */
    static List<String> inputs(PurchaseSettings settings) {
        return List.of(settings.purchaseDays(), settings.recencyDays(), settings.tenureDays(), settings.averageSpend());
    }

    private void schema() {
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", "observed_" + output.name(), "usageType", "target");
        shared.minedHistory();
        shared.mined(settings.averageSpend(), "0");
        pmml.close();
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
        HistoryPmml.History history = shared.history(bg);
        Term purchaseDays = Term.field(settings.purchaseDays());
        Term known = history.known();
        Term repeats = history.repeats();
        Term weeks = history.weeks();
        Term alive = history.alive();
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
        return shared.define(name, term);
    }
}
