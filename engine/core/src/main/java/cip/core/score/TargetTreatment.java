package cip.core.score;

import java.util.function.DoubleUnaryOperator;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a model does to the number it predicts: limits, factor, constant, whole numbers, in this order (PMML 4.4, "Targets"),
 * then the type of the target field.
 *
 * @param target null = nothing but the type
 * @param type of the target field; without one, that of the model's arithmetic
 * @param single whether every step is rounded to float
 */
record TargetTreatment(@Nullable Target target, DataType type, boolean single) {
    static TargetTreatment of(Model model, PMML pmml) {
        boolean single = model.getMathContext() == MathContext.FLOAT;
        String name = model.requireMiningSchema().getMiningFields().stream()
                .filter(TargetTreatment::isTarget)
                .map(MiningField::requireName)
                .findFirst()
                .orElse(null);
        DataType type = single ? DataType.FLOAT : DataType.DOUBLE;
        if (name != null) {
            type = pmml.requireDataDictionary().getDataFields().stream()
                    .filter(field -> field.requireName().equals(name))
                    .map(DataField::requireDataType)
                    .findFirst()
                    .orElseThrow(() -> new Uncompilable("a target that is not declared"));
        }
        return new TargetTreatment(target(model, name), type, single);
    }

    private static boolean isTarget(MiningField field) {
        return field.getUsageType() == MiningField.UsageType.TARGET
                || field.getUsageType() == MiningField.UsageType.PREDICTED;
    }

    private static @Nullable Target target(Model model, @Nullable String name) {
        if (model.getTargets() == null) {
            return null;
        }
        for (Target target : model.getTargets().getTargets()) {
            if (target.getTargetField() == null || target.getTargetField().equals(name)) {
                return target;
            }
        }
        return null;
    }

    boolean changesNothing() {
        return target == null;
    }

    /** @throws Uncompilable when the target makes whole numbers in a way of its own */
    double apply(double prediction) {
        if (target == null) {
            return prediction;
        }
        double value = prediction;
        if (target.getMin() != null || target.getMax() != null) {
            value = Math.max(value, target.getMin() == null ? Double.NEGATIVE_INFINITY : number(target.getMin()));
            value = Math.min(value, target.getMax() == null ? Double.POSITIVE_INFINITY : number(target.getMax()));
        }
        value = round(round(value * number(target.getRescaleFactor())) + number(target.getRescaleConstant()));
        if (target.getCastInteger() == null) {
            return value;
        }
        return switch (target.getCastInteger()) {
            case ROUND -> single ? Math.round((float) value) : Double.isNaN(value) ? value : Math.round(value);
            case CEILING -> Math.ceil(value);
            case FLOOR -> Math.floor(value);
        };
    }

    private double number(Number number) {
        return single ? number.floatValue() : number.doubleValue();
    }

    private double round(double value) {
        return single ? (float) value : value;
    }

    DoubleUnaryOperator function() {
        return this::apply;
    }
}
