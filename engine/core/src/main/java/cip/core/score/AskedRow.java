package cip.core.score;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.TypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * One row as a program reads it, whatever the columns of the matrix are: a text in place of a number, as files and other
 * systems bring them, is the number that the evaluator takes it for.
 *
 * @param columns one per input of the model
 */
record AskedRow(List<FeatureColumn> columns, int row) {

    /** @return empty = a text in place of a number means none */
    static Optional<AskedRow> of(List<InputField> fields, FeatureMatrix rows, int row) {
        List<FeatureColumn> columns = new ArrayList<>();
        boolean plain = true;
        for (InputField field : fields) {
            FeatureColumn column = rows.column(field.getName());
            columns.add(column);
            plain &= column instanceof NumberColumn || !isNumber(field);
        }
        return plain ? Optional.of(new AskedRow(columns, row)) : alone(fields, columns, row);
    }

    private static Optional<AskedRow> alone(List<InputField> fields, List<FeatureColumn> columns, int row) {
        List<FeatureColumn> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            InputField field = fields.get(i);
            String name = field.getName();
            if (columns.get(i) instanceof NumberColumn numbers) {
                cells.add(new NumberColumn(name, new double[] {numbers.values()[row]}));
                continue;
            }
            @Nullable String text = ((TextColumn) columns.get(i)).values()[row];
            if (!isNumber(field)) {
                cells.add(new TextColumn(name, new @Nullable String[] {text}));
                continue;
            }
            try {
                cells.add(new NumberColumn(name, new double[] {text == null ? Double.NaN : number(field, text)}));
            } catch (RuntimeException refused) {
                return Optional.empty();
            }
        }
        return Optional.of(new AskedRow(cells, 0));
    }

    /** What is not written like a number may still be one that the file names, or stand for a missing one. */
    private static double number(InputField field, String text) {
        Object value;
        try {
            value = TypeUtil.parseOrCast(field.getDataType(), text);
        } catch (RuntimeException noNumber) {
            FieldValue prepared = field.prepare(text);
            value = prepared == null ? Double.NaN : prepared.getValue();
        }
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).doubleValue();
    }

    private static boolean isNumber(InputField field) {
        return switch (field.getDataType()) {
            case DOUBLE, FLOAT, INTEGER, BOOLEAN -> true;
            default -> false;
        };
    }
}
