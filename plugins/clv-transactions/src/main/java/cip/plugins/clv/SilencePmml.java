package cip.plugins.clv;

import cip.spi.PmmlDocument;
import cip.spi.ScoreOutput;
import java.util.List;

/** Writes {@link SilenceModel} as standard PMML, in closed form: a regression over derived fields. */
final class SilencePmml {
    private final PmmlDocument pmml = new PmmlDocument("clv-transactions");
    private final SilenceModel model;
    private final PurchaseSettings settings;
    private final ScoreOutput output;
    private final HistoryPmml shared;

    SilencePmml(SilenceModel model, PurchaseSettings settings, ScoreOutput output) {
        this.model = model;
        this.settings = settings;
        this.output = output;
        this.shared = new HistoryPmml(pmml, settings, output);
    }

    /** In the order of {@link CustomerHistories#feature}. */
    static List<String> inputs(PurchaseSettings settings) {
        return List.of(settings.purchaseDays(), settings.recencyDays(), settings.tenureDays());
    }

    /** @param fitted what each customer must score */
    byte[] write(CustomerHistories customers, double[] fitted) {
        List<String> inputs = inputs(settings);
        pmml.open("DataDictionary", "numberOfFields", Integer.toString(inputs.size() + 1));
        inputs.forEach(shared::number);
        shared.number("observed_" + output.name());
        pmml.close();
        pmml.open("RegressionModel", "modelName", output.name(), "functionName", "regression");
        pmml.open("MiningSchema");
        pmml.leaf("MiningField", "name", "observed_" + output.name(), "usageType", "target");
        shared.minedHistory();
        pmml.close();
        outputs();
        transformations();
        pmml.open("RegressionTable", "intercept", "0");
        pmml.leaf("NumericPredictor", "name", "silent", "coefficient", "1").close();
        shared.verification(inputs, customers, fitted);
        return pmml.bytes();
    }

    private void outputs() {
        pmml.open("Output");
        pmml.leaf("OutputField", field(output.name(), "predictedValue"));
        pmml.open("OutputField", field(output.name() + "_alive_probability", "transformedValue"));
        pmml.leaf("FieldRef", "field", "alive_probability").close();
        pmml.close();
    }

    private static String[] field(String name, String feature) {
        return new String[] {"name", name, "optype", "continuous", "dataType", "double", "feature", feature};
    }

    private void transformations() {
        BgNbd bg = model.purchases();
        pmml.open("LocalTransformations");
        HistoryPmml.History history = shared.history(bg);
        Term since = history.weeks().plus(bg.alpha());
        Term wait = Term.of(
                "pow",
                since.over(history.weeks().plus(bg.alpha() + model.horizonWeeks())),
                history.repeats().plus(bg.r()));
        Term silent = Term.number(1).minus(history.alive().times(Term.number(1).minus(wait)));
        shared.define("silent", Term.of("if", history.known(), silent, Term.number(model.ofUnknown())));
        pmml.close();
    }
}
