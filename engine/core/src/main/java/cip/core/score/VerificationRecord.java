package cip.core.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.ModelVerification;
import org.dmg.pmml.VerificationField;
import org.jpmml.evaluator.InlineTableUtil;
import org.jspecify.annotations.Nullable;

/** One of the records by which a model file says what it should give. @param cells by the name of the field */
record VerificationRecord(Map<String, String> cells) {
    VerificationRecord {
        cells = Map.copyOf(cells);
    }

    /** Those of the outermost model; empty = it has none. */
    static List<VerificationRecord> of(PmmlModel model) {
        ModelVerification verification = model.outermost().getModelVerification();
        List<VerificationRecord> records = new ArrayList<>();
        if (verification == null) {
            return records;
        }
        for (Map<String, Object> row : InlineTableUtil.getContent(verification.requireInlineTable())
                .rowMap()
                .values()) {
            Map<String, String> cells = new HashMap<>();
            for (VerificationField field :
                    verification.requireVerificationFields().getVerificationFields()) {
                String column = field.getColumn() == null ? field.requireField() : field.getColumn();
                Object cell = row.get(column);
                if (cell != null) {
                    cells.put(field.requireField(), cell.toString());
                }
            }
            records.add(new VerificationRecord(cells));
        }
        return records;
    }

    /** A cell as a text or as a number; null = missing, or not readable. */
    @Nullable
    Object value(String field, boolean isNumber) {
        String cell = cells.get(field);
        if (cell == null || !isNumber) {
            return cell;
        }
        try {
            return Double.valueOf(cell);
        } catch (NumberFormatException e) {
            return cell.equals("true") ? Double.valueOf(1) : cell.equals("false") ? Double.valueOf(0) : null;
        }
    }
}
