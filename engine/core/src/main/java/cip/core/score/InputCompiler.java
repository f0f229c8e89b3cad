package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.CompiledField.TextField;
import cip.core.score.kernel.KnownNumbers;
import cip.core.score.kernel.KnownNumbers.Becomes;
import cip.core.score.kernel.NumberInput;
import cip.core.score.kernel.NumberInput.Outside;
import cip.core.score.kernel.NumberInput.Range;
import cip.core.score.kernel.TextInput;
import com.google.common.collect.BoundType;
import com.google.common.collect.RangeSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dmg.pmml.DataType;
import org.dmg.pmml.HasDiscreteDomain;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.OutlierTreatmentMethod;
import org.dmg.pmml.Value;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/**
 * Writes the steps that read the inputs of a model. What becomes of a missing, unknown or replaced value is not worked out
 * again here: the evaluator is asked with one such value, and its answer goes into the step.
 */
final class InputCompiler {
    private final ProgramWriter program;
    private final List<InputField> fields;
    private final Mentions mentioned;

    InputCompiler(ProgramWriter program, List<InputField> fields, Mentions mentioned) {
        this.program = program;
        this.fields = fields;
        this.mentioned = mentioned;
    }

    /** @throws Uncompilable when there is no such input, or it is neither number nor text */
    CompiledField input(String name) {
        for (int i = 0; i < fields.size(); i++) {
            InputField field = fields.get(i);
            if (field.getName().equals(name)) {
                return switch (field.getDataType()) {
                    case DOUBLE, FLOAT, INTEGER, BOOLEAN -> number(i, field);
                    case STRING -> text(i, field);
                    default ->
                        throw new Uncompilable("the input " + name + " of type "
                                + field.getDataType().value());
                };
            }
        }
        throw new Uncompilable("the field " + name + ", which is no input");
    }

    private TextField text(int position, InputField field) {
        Set<String> texts = new LinkedHashSet<>(mentioned.of(field.getName()));
        values(field).forEach(value -> texts.add(Mentions.text(value.requireValue())));
        if (field.getMiningField().getMissingValueReplacement() != null) {
            texts.add(Mentions.text(field.getMiningField().getMissingValueReplacement()));
        }
        if (field.getMiningField().getInvalidValueReplacement() != null) {
            texts.add(Mentions.text(field.getMiningField().getInvalidValueReplacement()));
        }
        TextCodes codes = new TextCodes(texts);
        Map<String, Integer> known = new HashMap<>();
        texts.forEach(text -> known.put(text, code(field, text, codes)));
        int slot = program.newCodes();
        program.add(new TextInput(
                position, slot, known, code(field, TextCodes.ANY_OTHER, codes), code(field, null, codes)));
        return new TextField(slot, codes);
    }

    private static int code(InputField field, @Nullable String text, TextCodes codes) {
        try {
            FieldValue value = field.prepare(text);
            return value == null ? TextCodes.MISSING : codes.code(value.asString());
        } catch (RuntimeException refused) {
            return TextInput.UNSURE;
        }
    }

    private NumberField number(int position, InputField field) {
        Becomes missing = becomes(field, null);
        boolean someKnown = !values(field).isEmpty();
        int slot = program.newNumbers();
        Range range = someKnown ? Range.ALL : range(field);
        if (missing.unsure() && range.outside() == Outside.MISSING) {
            throw new Uncompilable("the input " + field.getName() + ", which may become missing but must not be");
        }
        program.add(new NumberInput(
                position,
                slot,
                type(field.getDataType()),
                someKnown ? Double.NaN : missing.number(),
                !someKnown && missing.unsure(),
                range));
        if (someKnown) {
            slot = known(field, slot, missing);
        }
        return new NumberField(slot, field.getDataType());
    }

    private int known(InputField field, int in, Becomes missing) {
        if (range(field).outside() != Outside.KEPT) {
            throw new Uncompilable("the input " + field.getName() + " with both values and a range");
        }
        Map<Double, Becomes> known = new HashMap<>();
        double largest = 0;
        for (Value value : values(field)) {
            double number = number(field.getDataType(), value.requireValue());
            largest = Math.max(largest, Math.abs(number));
            known.put(number + 0.0, becomes(field, number));
        }
        int out = program.newNumbers();
        program.add(new KnownNumbers(in, out, known, becomes(field, Math.rint(largest) + 1237), missing));
        return out;
    }

    private static Becomes becomes(InputField field, @Nullable Double number) {
        try {
            FieldValue value = field.prepare(
                    number != null && field.getDataType() == DataType.BOOLEAN ? (Object) (number == 1) : number);
            double result = value == null ? Double.NaN : number(field.getDataType(), value.getValue());
            return new Becomes(result, false, number != null && number == result);
        } catch (RuntimeException refused) {
            return new Becomes(Double.NaN, true, false);
        }
    }

    private static double number(DataType type, Object value) {
        return CompiledNumbers.of(type, value);
    }

    private static List<Value> values(InputField field) {
        return field.getField() instanceof HasDiscreteDomain<?> domain && domain.hasValues()
                ? domain.getValues()
                : List.of();
    }

    private static NumberInput.Type type(DataType type) {
        return switch (type) {
            case DOUBLE -> NumberInput.Type.DOUBLE;
            case FLOAT -> NumberInput.Type.FLOAT;
            case INTEGER -> NumberInput.Type.INTEGER;
            default -> NumberInput.Type.YES_NO;
        };
    }

    private static Range range(InputField field) {
        MiningField treatment = field.getMiningField();
        RangeSet<Double> domain = field.getContinuousDomain();
        boolean limited = domain != null && !domain.isEmpty();
        if (treatment.getOutlierTreatment() != OutlierTreatmentMethod.AS_IS) {
            if (limited) {
                throw new Uncompilable("the input " + field.getName() + " with both a range and outliers");
            }
            return outliers(field.getDataType(), treatment);
        }
        if (!limited) {
            return Range.ALL;
        }
        if (domain.asRanges().size() != 1) {
            throw new Uncompilable("the input " + field.getName() + " with a range of several parts");
        }
        com.google.common.collect.Range<Double> span = domain.span();
        double lowest = span.hasLowerBound() ? span.lowerEndpoint() : Double.NEGATIVE_INFINITY;
        double highest = span.hasUpperBound() ? span.upperEndpoint() : Double.POSITIVE_INFINITY;
        boolean lowOpen = span.hasLowerBound() && span.lowerBoundType() == BoundType.OPEN;
        boolean highOpen = span.hasUpperBound() && span.upperBoundType() == BoundType.OPEN;
        return new Range(
                lowOpen ? Math.nextUp(lowest) : lowest,
                highOpen ? Math.nextDown(highest) : highest,
                invalid(treatment));
    }

    private static Range outliers(DataType type, MiningField treatment) {
        Number low = treatment.getLowValue();
        Number high = treatment.getHighValue();
        return new Range(
                low == null ? Double.NEGATIVE_INFINITY : CompiledNumbers.of(type, low),
                high == null ? Double.POSITIVE_INFINITY : CompiledNumbers.of(type, high),
                treatment.getOutlierTreatment() == OutlierTreatmentMethod.AS_MISSING_VALUES
                        ? Outside.MISSING
                        : Outside.CLIPPED);
    }

    private static Outside invalid(MiningField treatment) {
        return switch (treatment.getInvalidValueTreatment()) {
            case AS_IS, AS_VALUE -> treatment.getInvalidValueReplacement() == null ? Outside.KEPT : Outside.UNSURE;
            case AS_MISSING -> Outside.MISSING;
            default -> Outside.UNSURE;
        };
    }
}
