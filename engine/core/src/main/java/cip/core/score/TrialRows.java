package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.InputField;
import org.jpmml.model.UnsupportedMarkupException;
import org.jspecify.annotations.Nullable;

/**
 * A few made-up rows on which a new model is tried before anybody uses it: all inputs missing, then small, middling and
 * large values. A row that the model refuses proves nothing; a model that needs what the evaluator does not have, or that
 * puts out numbers and never a finite one, is refused.
 */
final class TrialRows {
    private static final double[] NUMBERS = {0, 1, 50, 1_000};

    private TrialRows() {}

    static void score(PmmlModel model) {
        Set<String> finite = new HashSet<>();
        Set<String> notFinite = new HashSet<>();
        score(model, missing(model), finite, notFinite);
        for (int i = 0; i < NUMBERS.length; i++) {
            score(model, row(model, i), finite, notFinite);
        }
        notFinite.removeAll(finite);
        if (!notFinite.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model gives no finite number for " + Quoted.of(String.join(", ", notFinite))
                            + " on any trial row.\nMaybe a coefficient or a score in the file is NaN, infinite or far too"
                            + " large.");
        }
    }

    private static void score(
            PmmlModel model, Map<String, @Nullable Object> row, Set<String> finite, Set<String> notFinite) {
        Map<String, ?> results;
        try {
            results = EvaluatorUtil.decodeAll(model.evaluate(row));
        } catch (UnsupportedMarkupException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model needs something that cannot be evaluated: "
                            + Quoted.of(String.valueOf(e.getMessage()), 300)
                            + ".\nMaybe it was exported with options of PMML that are rarely used.",
                    e);
        } catch (RuntimeException e) {
            return;
        }
        results.forEach((name, value) -> {
            if (value instanceof Number number) {
                (Double.isFinite(number.doubleValue()) ? finite : notFinite).add(String.valueOf(name));
            }
        });
    }

    private static Map<String, @Nullable Object> missing(PmmlModel model) {
        Map<String, @Nullable Object> row = new HashMap<>();
        model.fields().forEach(field -> row.put(field.getName(), null));
        return row;
    }

    private static Map<String, @Nullable Object> row(PmmlModel model, int number) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < model.inputs().size(); i++) {
            InputField field = model.fields().get(i);
            ModelInput input = model.inputs().get(i);
            row.put(field.getName(), value(input, field, number));
        }
        return row;
    }

    private static Object value(ModelInput input, InputField field, int number) {
        if (!input.values().isEmpty()) {
            return input.values().get(number % input.values().size());
        }
        if (ModelInputs.isText(field)) {
            return "text";
        }
        if (ModelInputs.isYesNo(field)) {
            return number % 2 == 1;
        }
        return Math.max(input.minimum(), Math.min(input.maximum(), NUMBERS[number]));
    }
}
