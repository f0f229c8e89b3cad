package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.kernel.TextInput;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.InputField;
import org.jspecify.annotations.Nullable;

/**
 * Hands the rows of a feature matrix to a model, one at a time, in one map that is written again for every row. Used by
 * one thread. A column may be of the other type than the field: numbers become the category of that name (whole ones
 * without a decimal point), 1 and 0 become yes and no, and texts are left to the model to read.
 */
final class RowReader {
    private final String[] names;
    private final Cell[] cells;
    private final Map<String, @Nullable Object> arguments;

    private interface Cell {
        @Nullable
        Object at(int row);
    }

    /** @param rows with every input of the model, see {@link #requireInputs} */
    RowReader(PmmlModel model, FeatureMatrix rows) {
        List<InputField> fields = model.fields();
        names = new String[fields.size()];
        cells = new Cell[fields.size()];
        arguments = new HashMap<>(fields.size() * 2);
        for (int i = 0; i < names.length; i++) {
            InputField field = fields.get(i);
            names[i] = field.getName();
            cells[i] = cell(rows.column(names[i]), field);
        }
    }

    /** @throws EngineException INVALID_MODEL when the matrix lacks an input of the model */
    static void requireInputs(PmmlModel model, FeatureMatrix rows) {
        for (InputField field : model.fields()) {
            if (!rows.has(field.getName())) {
                throw new EngineException(
                        ErrorCode.INVALID_MODEL,
                        "The model reads the feature " + Quoted.of(field.getName()) + ", which is not among the "
                                + rows.columns().size()
                                + " features given.\nMaybe the feature set was changed after the model was trained.");
            }
        }
    }

    private static Cell cell(FeatureColumn column, InputField field) {
        if (column instanceof TextColumn text) {
            @Nullable String[] values = text.values();
            return row -> values[row];
        }
        double[] values = ((NumberColumn) column).values();
        if (ModelInputs.isYesNo(field)) {
            return row -> yesNo(values[row]);
        }
        if (ModelInputs.isText(field)) {
            return row -> TextInput.category(values[row]);
        }
        return row -> number(values[row]);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Object yesNo(double value) {
        if (value == 1) {
            return Boolean.TRUE;
        }
        return value == 0 ? Boolean.FALSE : number(value);
    }

    void read(int row) {
        for (int i = 0; i < names.length; i++) {
            arguments.put(names[i], cells[i].at(row));
        }
    }

    /** The row read last. */
    Map<String, @Nullable Object> arguments() {
        return arguments;
    }
}
