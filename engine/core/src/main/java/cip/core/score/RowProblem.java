package cip.core.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a model gives no score for a row. Only called for such rows, so it may look at every input. */
final class RowProblem {
    private static final int NAMED_AT_MOST = 5;

    private RowProblem() {}

    /** The evaluator refused the row. */
    static String of(PmmlModel model, Map<String, @Nullable Object> arguments, RuntimeException refusal) {
        for (int i = 0; i < model.fields().size(); i++) {
            InputField field = model.fields().get(i);
            Object value = arguments.get(field.getName());
            try {
                field.prepare(value);
            } catch (RuntimeException e) {
                return of(model.inputs().get(i), value);
            }
        }
        String missing = missing(arguments);
        return missing.isEmpty() ? "The model failed on this row: " + reason(refusal) + "." : missing;
    }

    /** The evaluator gave a result without the number. */
    static String ofNothing(Map<String, @Nullable Object> arguments) {
        String missing = missing(arguments);
        return missing.isEmpty() ? "The model gives no score for these values." : missing;
    }

    static String ofNumber(double number, String expected) {
        return "The model gives " + number + ", which is not " + expected + ".";
    }

    private static String of(ModelInput input, @Nullable Object value) {
        if (value == null) {
            return input.name() + " is missing, and the model names no replacement value.";
        }
        String found = input.name() + " is " + Quoted.of(value.toString());
        if (!input.values().isEmpty()) {
            return found + ", which is not among the " + input.values().size() + " values that the model knows.";
        }
        if (input.minimum() > Double.NEGATIVE_INFINITY || input.maximum() < Double.POSITIVE_INFINITY) {
            return found + ", which is outside the range of the model, " + input.minimum() + " to " + input.maximum()
                    + ".";
        }
        return found + ", which the model cannot read.";
    }

    private static String missing(Map<String, @Nullable Object> arguments) {
        List<String> names = new ArrayList<>();
        arguments.forEach((name, value) -> {
            if (value == null) {
                names.add(name);
            }
        });
        if (names.isEmpty()) {
            return "";
        }
        names.sort(null);
        String listed = String.join(", ", names.subList(0, Math.min(NAMED_AT_MOST, names.size())));
        String more = names.size() > NAMED_AT_MOST ? " and " + (names.size() - NAMED_AT_MOST) + " more" : "";
        return "The model gives no score: " + listed + more + (names.size() == 1 ? " is" : " are") + " missing.";
    }

    private static String reason(RuntimeException refusal) {
        String message = refusal.getMessage();
        return message == null ? refusal.getClass().getSimpleName() : Quoted.withoutClasses(message);
    }
}
