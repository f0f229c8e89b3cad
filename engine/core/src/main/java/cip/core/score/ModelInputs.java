package cip.core.score;

import cip.spi.FeatureInput;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import java.util.List;
import org.dmg.pmml.DataType;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/** Reads what a PMML document says about a field that its model needs. */
final class ModelInputs {
    private ModelInputs() {}

    static ModelInput of(InputField field) {
        FeatureInput.Type type = isNumber(field) ? FeatureInput.Type.NUMBER : FeatureInput.Type.TEXT;
        List<String> values = field.getDiscreteDomain() == null
                ? List.of()
                : field.getDiscreteDomain().stream().map(String::valueOf).toList();
        Range<Double> range = range(field.getContinuousDomain());
        return new ModelInput(
                new FeatureInput(field.getName(), type),
                values,
                range.hasLowerBound() ? range.lowerEndpoint() : Double.NEGATIVE_INFINITY,
                range.hasUpperBound() ? range.upperEndpoint() : Double.POSITIVE_INFINITY,
                field.getMiningField().getMissingValueReplacement() != null);
    }

    private static Range<Double> range(@Nullable RangeSet<Double> domain) {
        return domain == null || domain.isEmpty() ? Range.all() : domain.span();
    }

    /** Numbers and yes/no fields are numbers to us; categories, dates and times are texts. */
    static boolean isNumber(InputField field) {
        return switch (field.getDataType()) {
            case INTEGER, FLOAT, DOUBLE, BOOLEAN -> true;
            default -> false;
        };
    }

    static boolean isYesNo(InputField field) {
        return field.getDataType() == DataType.BOOLEAN;
    }

    static boolean isText(InputField field) {
        return field.getDataType() == DataType.STRING;
    }
}
