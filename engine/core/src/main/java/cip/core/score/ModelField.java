package cip.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dmg.pmml.DataType;
import org.dmg.pmml.OpType;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;

/**
 * A field of a model as its file declares it. Foreign text.
 *
 * @param id its name in the file; {@value #UNNAMED} for the prediction of a model that names none
 * @param label as the file would have it shown
 * @param dataType PMML's word, e.g. {@code double}; empty = the file does not say
 * @param opType {@code continuous}, {@code categorical} or {@code ordinal}; empty = the file does not say
 * @param values the categories, or the intervals as {@code [4.3, 7.9]}; empty = any
 */
public record ModelField(
        String id, Optional<String> label, Optional<String> dataType, Optional<String> opType, List<String> values) {
    public static final String UNNAMED = "_target";

    public ModelField {
        values = List.copyOf(values);
    }

    static ModelField of(InputField field) {
        return of(field, values(field));
    }

    static ModelField of(TargetField field) {
        List<Object> categories = field.getCategories();
        return of(
                field,
                categories == null
                        ? List.of()
                        : categories.stream().map(String::valueOf).toList());
    }

    static ModelField of(OutputField field) {
        return of(field, List.of());
    }

    private static ModelField of(org.jpmml.evaluator.ModelField field, List<String> values) {
        return new ModelField(
                Objects.requireNonNullElse(field.getName(), UNNAMED),
                Optional.ofNullable(field.getDisplayName()),
                Optional.ofNullable(field.getDataType()).map(DataType::value),
                Optional.ofNullable(field.getOpType()).map(OpType::value),
                values);
    }

    private static List<String> values(InputField field) {
        if (field.getDiscreteDomain() != null) {
            return field.getDiscreteDomain().stream().map(String::valueOf).toList();
        }
        List<String> intervals = new ArrayList<>();
        if (field.getContinuousDomain() != null) {
            field.getContinuousDomain().asRanges().forEach(range -> {
                if (range.hasLowerBound() || range.hasUpperBound()) {
                    intervals.add(range.toString().replace("..", ", "));
                }
            });
        }
        return intervals;
    }
}
