package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.CompiledField.TextField;
import cip.core.score.kernel.Linear;
import cip.core.score.kernel.Lookup;
import cip.core.score.kernel.Required;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.DataType;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.PMML;
import org.dmg.pmml.regression.CategoricalPredictor;
import org.dmg.pmml.regression.NumericPredictor;
import org.dmg.pmml.regression.PredictorTerm;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.regression.RegressionModel.NormalizationMethod;
import org.dmg.pmml.regression.RegressionTable;
import org.jpmml.evaluator.TypeUtil;

/** Compiles linear and logistic regressions: PMML 4.4, "Regression". */
final class RegressionCompiler {
    /** The base that the evaluator raises to the power where arithmetic is in floats. */
    private static final double SINGLE_E = 2.7182817d;

    private final ProgramWriter program;
    private final PMML pmml;

    RegressionCompiler(ProgramWriter program, PMML pmml) {
        this.program = program;
        this.pmml = pmml;
    }

    Prediction regression(RegressionModel model, FieldNames names) {
        List<RegressionTable> tables = model.requireRegressionTables();
        boolean single = model.getMathContext() == MathContext.FLOAT;
        if (model.getMiningFunction() == MiningFunction.CLASSIFICATION) {
            return classification(model, tables, names, single);
        }
        if (tables.size() != 1) {
            throw new Uncompilable("a regression with several tables");
        }
        NumberField sum = sum(tables.get(0), names, single);
        NumberField result =
                switch (model.getNormalizationMethod()) {
                    case NONE -> sum;
                    case LOGIT, SOFTMAX -> program.map(sum, sum.type(), logistic(single));
                    case EXP -> program.map(sum, sum.type(), exponential(single));
                    default ->
                        throw new Uncompilable("the normalisation "
                                + model.getNormalizationMethod().value());
                };
        TargetTreatment target = TargetTreatment.of(model, pmml);
        if (!target.changesNothing()) {
            result = program.map(result, result.type(), target.function());
        }
        return new Prediction.OfNumber(program.cast(result, target.type()));
    }

    /** Of two classes, the first has the probability that the first table gives, the second the rest. */
    private Prediction.OfClasses classification(
            RegressionModel model, List<RegressionTable> tables, FieldNames names, boolean single) {
        boolean isLogistic = model.getNormalizationMethod() == NormalizationMethod.LOGIT
                || model.getNormalizationMethod() == NormalizationMethod.SOFTMAX && isNothing(tables.get(1));
        boolean plain = model.getNormalizationMethod() == NormalizationMethod.NONE;
        if (tables.size() != 2 || !isLogistic && !plain) {
            throw new Uncompilable("a classification by " + tables.size() + " tables and "
                    + model.getNormalizationMethod().value());
        }
        return category -> {
            NumberField sum = sum(tables.get(0), names, single);
            if (!isNothing(tables.get(1))) {
                program.add(new Required(sum(tables.get(1), names, single).slot()));
            }
            NumberField first =
                    program.map(sum, sum.type(), isLogistic ? logistic(single) : x -> Math.min(Math.max(x, 0), 1));
            if (isOf(tables.get(0), category)) {
                return program.cast(first, DataType.DOUBLE);
            }
            if (isOf(tables.get(1), category)) {
                return program.cast(program.map(first, first.type(), x -> 1 - x), DataType.DOUBLE);
            }
            throw new Uncompilable("no table for the class " + category);
        };
    }

    private static boolean isOf(RegressionTable table, String category) {
        return TypeUtil.format(table.requireTargetCategory()).equals(category);
    }

    private static boolean isNothing(RegressionTable table) {
        return !table.hasNumericPredictors()
                && !table.hasCategoricalPredictors()
                && !table.hasPredictorTerms()
                && table.getIntercept() != null
                && table.getIntercept().doubleValue() == 0;
    }

    static DoubleUnaryOperator logistic(boolean single) {
        return single ? x -> 1f / (1f + (float) Math.pow(SINGLE_E, -(float) x)) : x -> 1d / (1d + Math.exp(-x));
    }

    private static DoubleUnaryOperator exponential(boolean single) {
        return single ? x -> (float) Math.pow(SINGLE_E, (float) x) : Math::exp;
    }

    private NumberField sum(RegressionTable table, FieldNames names, boolean single) {
        if (table.getIntercept() == null) {
            throw new Uncompilable("a regression table without intercept");
        }
        List<Integer> slots = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (NumericPredictor predictor : table.getNumericPredictors()) {
            String name = predictor.requireField();
            slots.add(power(names.field(name).number(name), predictor.getExponent(), single)
                    .slot());
            weights.add(number(predictor.requireCoefficient(), single));
        }
        List<CategoricalPredictor> categories = table.getCategoricalPredictors();
        for (int from = 0; from < categories.size(); ) {
            int to = from;
            String name = categories.get(from).requireField();
            while (to < categories.size() && categories.get(to).requireField().equals(name)) {
                to++;
            }
            slots.add(category(names.field(name), categories.subList(from, to), single)
                    .slot());
            weights.add(1d);
            from = to;
        }
        for (PredictorTerm term : table.getPredictorTerms()) {
            slots.add(term(term, names, single).slot());
            weights.add(1d);
        }
        int sum = program.newNumbers();
        program.add(new Linear(
                slots.stream().mapToInt(slot -> slot).toArray(),
                weights.stream().mapToDouble(weight -> weight).toArray(),
                number(table.requireIntercept(), single),
                single,
                sum));
        return new NumberField(sum, single ? DataType.FLOAT : DataType.DOUBLE);
    }

    private NumberField power(NumberField field, int exponent, boolean single) {
        if (exponent == 1) {
            return field;
        }
        return program.map(
                field, single ? DataType.FLOAT : DataType.DOUBLE, x -> Math.pow(single ? (float) x : x, exponent));
    }

    /** What a row of one categorical field adds: the coefficient of the first predictor that it equals; nothing if missing. */
    private NumberField category(CompiledField field, List<CategoricalPredictor> predictors, boolean single) {
        int slot = program.newNumbers();
        if (field instanceof TextField text) {
            double[] table = new double[text.codes().size()];
            boolean[] taken = new boolean[table.length];
            for (CategoricalPredictor predictor : predictors) {
                int code = text.codes().code(Mentions.text(predictor.requireValue()));
                if (!taken[code]) {
                    taken[code] = true;
                    table[code] = number(predictor.requireCoefficient(), single);
                }
            }
            program.add(new Lookup(text.slot(), slot, table));
            return new NumberField(slot, DataType.DOUBLE);
        }
        NumberField number = (NumberField) field;
        double[] values = predictors.stream()
                .mapToDouble(predictor -> CompiledNumbers.of(number.type(), predictor.requireValue()))
                .toArray();
        double[] coefficients = predictors.stream()
                .mapToDouble(predictor -> number(predictor.requireCoefficient(), single))
                .toArray();
        return program.map(number, DataType.DOUBLE, x -> {
            int at = Arrays.stream(values).boxed().toList().indexOf(x);
            return at < 0 ? 0 : coefficients[at];
        });
    }

    private NumberField term(PredictorTerm term, FieldNames names, boolean single) {
        DataType type = single ? DataType.FLOAT : DataType.DOUBLE;
        double coefficient = number(term.requireCoefficient(), single);
        NumberField product = null;
        for (FieldRef reference : term.requireFieldRefs()) {
            if (reference.getMapMissingTo() != null) {
                throw new Uncompilable("a term with replacements");
            }
            NumberField factor = names.field(reference.requireField()).number(reference.requireField());
            product = product == null
                    ? program.map(factor, type, x -> coefficient * (single ? (float) x : x))
                    : program.combine(product, factor, type, (x, y) -> x * (single ? (float) y : y));
        }
        if (product == null) {
            throw new Uncompilable("a term without fields");
        }
        return product;
    }

    private static double number(Number number, boolean single) {
        return single ? number.floatValue() : number.doubleValue();
    }
}
