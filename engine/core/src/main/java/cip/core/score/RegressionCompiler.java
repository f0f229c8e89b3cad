package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.Required;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.PMML;
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
        NumberField sum = sums(model, names).write(tables.get(0));
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
            RegressionSum sums = sums(model, names);
            NumberField sum = sums.write(tables.get(0));
            if (!isNothing(tables.get(1))) {
                program.add(new Required(sums.write(tables.get(1)).slot()));
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

    private RegressionSum sums(RegressionModel model, FieldNames names) {
        return new RegressionSum(
                program, names, model.getMathContext() == MathContext.FLOAT, TrainingStatistics.of(model));
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
}
