package cip.server.imports;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerSchema;
import cip.server.imports.csv.RawRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of customers; the first row of an id counts, later ones in the same file are rejected. */
final class CustomerRowReader implements RowReader<CustomerRow> {
    private static final Pattern MANGLED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final int LONGEST_TEXT = 200_000;

    private final RowShape shape;
    private final ColumnMapping.Column idColumn;
    private final IdCell idCell;
    private final List<ColumnMapping.Column> columns = new ArrayList<>();
    private final List<AttributeCell> cells = new ArrayList<>();
    private final Set<String> impersonal = new HashSet<>();
    private final SeenKeys seen = new SeenKeys();
    private final Notices notices;

    CustomerRowReader(
            CustomerSchema schema, ColumnMapping mapping, char decimalSeparator, Clock clock, Notices notices) {
        this.shape = new RowShape(mapping);
        this.notices = notices;
        this.idColumn = mapping.column(schema.identifier().name()).orElseThrow();
        this.idCell = new IdCell(idColumn);
        LocalDate today = LocalDate.now(clock);
        for (ColumnMapping.Column column : mapping.columns()) {
            Attribute attribute = schema.attribute(column.target()).orElseThrow();
            if (!attribute.identifiesPerson()) {
                impersonal.add(column.header());
            }
            if (attribute.role() != Attribute.Role.IDENTIFIER) {
                columns.add(column);
                cells.add(new AttributeCell(attribute, decimalSeparator, today));
            }
        }
    }

    @Override
    public Optional<CustomerRow> read(RawRow row, Consumer<RowError> told) {
        Consumer<RowError> errors =
                error -> told.accept(impersonal.contains(error.column()) ? error : error.withoutValue());
        if (!shape.isSound(row, errors)) {
            return Optional.empty();
        }
        CustomerId id = idCell.read(row, errors);
        Map<String, Object> values = values(row, errors);
        if (id == null || values == null || isRepeated(row, id, values, errors)) {
            return Optional.empty();
        }
        if (MANGLED.matcher(id.value()).matches()) {
            notices.count("ids look mangled by a spreadsheet, e.g. " + Shown.value(id.value())
                    + "; format the column as text before saving as CSV.");
        }
        return Optional.of(new CustomerRow(row.line(), id, values));
    }

    private @Nullable Map<String, Object> values(RawRow row, Consumer<RowError> errors) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean[] refused = new boolean[1];
        int length = 0;
        for (int i = 0; i < columns.size(); i++) {
            AttributeCell cell = cells.get(i);
            ColumnMapping.Column column = columns.get(i);
            String text = row.cells()[column.index()];
            if (text == null) {
                continue;
            }
            if (cell.isMissing(text)) {
                notices.missing(column.header(), text);
                continue;
            }
            length += text.length();
            Object value = cell.read(text, reason -> {
                refused[0] = true;
                errors.accept(new RowError(row.line(), column.header(), text, reason));
            });
            if (value != null) {
                values.put(cell.attribute().name(), value);
                if (value instanceof String
                        && cell.attribute().role() == Attribute.Role.FACT
                        && !cell.attribute().identifiesPerson()) {
                    notices.spelling(column.header(), text);
                }
            }
        }
        if (length > LONGEST_TEXT) {
            errors.accept(new RowError(
                    row.line(), "", "", "has more than " + LONGEST_TEXT + " characters in all its values"));
            return null;
        }
        return refused[0] ? null : values;
    }

    private boolean isRepeated(RawRow row, CustomerId id, Map<String, Object> values, Consumer<RowError> errors) {
        int content = values.hashCode();
        if (!seen.meet(id.value(), content, (int) row.line())) {
            return false;
        }
        String how = seen.first() == content ? "the same values" : "other values: the two rows conflict";
        errors.accept(new RowError(
                row.line(), idColumn.header(), id.value(), "is a duplicate of line " + seen.second() + " with " + how));
        return true;
    }
}
