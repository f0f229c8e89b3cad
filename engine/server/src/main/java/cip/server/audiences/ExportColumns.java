package cip.server.audiences;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Term;
import cip.spi.AudienceExporter.AudienceColumn.Type;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns names into columns: terms as the run left them, names, contacts and consents as they are now, and the first
 * action. The customer's id is always the first column.
 */
final class ExportColumns {
    /** Id of the action ranked first. */
    static final String TOP_ACTION = "top_action";

    /** Expected value of the action ranked first. */
    static final String EXPECTED_VALUE = "expected_value";

    private final AudienceBase base;
    private final CustomerSchema schema;

    ExportColumns(AudienceBase base, CustomerSchema schema) {
        this.base = base;
        this.schema = schema;
    }

    /** @throws EngineException INVALID_VALUE naming every name that is no column */
    List<ExportColumn> named(List<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names);
        if (distinct.size() != names.size()) {
            throw new EngineException(ErrorCode.INVALID_VALUE, "A column is asked for twice in " + names + ".")
                    .about("columns");
        }
        distinct.remove(schema.identifier().name());
        List<ExportColumn> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        columns.add(identifier());
        for (String name : distinct) {
            column(name).ifPresentOrElse(columns::add, () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "There are no columns " + unknown
                                    + ".\nMaybe a feature or score was renamed; columns are the terms of"
                                    + " conditions, the attributes of the schema, " + TOP_ACTION + " and "
                                    + EXPECTED_VALUE
                                    + ".")
                    .about("columns");
        }
        return List.copyOf(columns);
    }

    private ExportColumn identifier() {
        Attribute id = schema.identifier();
        return new ExportColumn(id.name(), id.label(), Type.TEXT, false, false, (row, current) -> base.id(row)
                .value());
    }

    private Optional<ExportColumn> column(String name) {
        Optional<Attribute> attribute = schema.attribute(name);
        boolean isFact = attribute.map(a -> a.role() == Attribute.Role.FACT).orElse(true);
        Optional<Term> term = base.vocabulary().term(name);
        if (term.isPresent() && isFact) {
            return Optional.of(ofTerm(term.get()));
        }
        if (attribute.isPresent()) {
            return attribute.map(ExportColumns::ofAttribute);
        }
        return switch (name) {
            case TOP_ACTION ->
                Optional.of(new ExportColumn(
                        name, "Recommended action", Type.TEXT, false, false, (row, current) -> base.topAction(row)));
            case EXPECTED_VALUE ->
                Optional.of(new ExportColumn(
                        name, "Expected value", Type.NUMBER, false, false, (row, current) -> base.expectedValue(row)));
            default -> Optional.empty();
        };
    }

    private ExportColumn ofTerm(Term term) {
        FeatureColumn column = base.terms().column(term.name());
        ExportColumn.Reader reader;
        if (column instanceof NumberColumn numbers) {
            double[] values = numbers.values();
            reader = term.type() == Term.Type.YES_NO
                    ? (row, current) -> yesOrNo(values[row])
                    : (row, current) -> values[row];
        } else {
            @Nullable String[] values = ((TextColumn) column).values();
            reader = (row, current) -> values[row];
        }
        Type type = term.type() == Term.Type.NUMBER ? Type.NUMBER : Type.TEXT;
        return new ExportColumn(term.name(), term.label(), type, term.personal(), false, reader);
    }

    private static ExportColumn ofAttribute(Attribute attribute) {
        boolean isNumber = attribute.type() == Attribute.Type.NUMBER || attribute.type() == Attribute.Type.WHOLE_NUMBER;
        boolean isContact = attribute.role() == Attribute.Role.CONTACT;
        return new ExportColumn(
                attribute.name(),
                attribute.label(),
                isNumber ? Type.NUMBER : Type.TEXT,
                attribute.identifiesPerson(),
                isContact,
                (row, current) -> {
                    Object value = current.get(attribute.name());
                    return value == null || value instanceof Double ? value : value.toString();
                });
    }

    private static @Nullable String yesOrNo(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == 0 ? "false" : "true";
    }
}
