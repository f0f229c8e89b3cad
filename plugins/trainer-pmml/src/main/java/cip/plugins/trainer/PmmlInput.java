package cip.plugins.trainer;

import cip.spi.FeatureInput;
import cip.spi.PmmlDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input as a PMML file declares it.
 *
 * @param dataType {@code float}, {@code double} or {@code string}
 * @param categories of a text, sorted; any other text counts as missing
 * @param replacement of a missing number; {@code null} = the model itself knows what missing means
 */
record PmmlInput(String name, String dataType, List<String> categories, @Nullable Double replacement) {
    static PmmlInput ofTree(FeatureInput input, DesignMatrix design) {
        boolean number = input.type() == FeatureInput.Type.NUMBER;
        return new PmmlInput(input.name(), number ? "float" : "string", design.categoriesOf(input.name()), null);
    }

    static PmmlInput ofNumber(String name, double replacement) {
        return new PmmlInput(name, "double", List.of(), replacement);
    }

    /** Declares the inputs of a model and what it predicts: 0 or 1 of a classification, else a number. */
    static void declare(PmmlDocument pmml, List<PmmlInput> inputs, String target, boolean classification) {
        pmml.open("DataDictionary", "numberOfFields", Integer.toString(inputs.size() + 1));
        inputs.forEach(input -> input.declare(pmml));
        if (classification) {
            pmml.open("DataField", "name", target, "optype", "categorical", "dataType", "string");
            pmml.leaf("Value", "value", "0").leaf("Value", "value", "1").close();
        } else {
            pmml.leaf("DataField", "name", target, "optype", "continuous", "dataType", "double");
        }
        pmml.close();
    }

    void declare(PmmlDocument pmml) {
        if (!isText()) {
            pmml.leaf("DataField", "name", name, "optype", "continuous", "dataType", dataType);
            return;
        }
        pmml.open("DataField", "name", name, "optype", "categorical", "dataType", dataType);
        categories.forEach(category -> pmml.leaf("Value", "value", category));
        pmml.close();
    }

    void mine(PmmlDocument pmml) {
        if (isText()) {
            pmml.leaf("MiningField", "name", name, "invalidValueTreatment", "asMissing");
        } else if (replacement != null) {
            String mean = Double.toString(replacement);
            pmml.leaf("MiningField", "name", name, "missingValueReplacement", mean, "missingValueTreatment", "asMean");
        } else {
            pmml.leaf("MiningField", "name", name);
        }
    }

    /** A value as the model reads it. */
    String written(double value) {
        return dataType.equals("float") ? Float.toString((float) value) : Double.toString(value);
    }

    private boolean isText() {
        return dataType.equals("string");
    }
}
