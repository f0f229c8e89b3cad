package cip.core.feature;

import cip.spi.FeatureColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whole UTC days from a date attribute to the instant of the computation; missing when the date is still to come. */
public record DaysSince(String attribute) implements FeatureExpression {
    @Override
    public List<FeatureExpression> operands() {
        return List.of();
    }

    @Override
    public Optional<FeatureDefinition.Type> type(Declarations declared, List<String> problems) {
        if (!declared.isDate(attribute)) {
            problems.add("there is no date attribute " + attribute);
        }
        return Optional.of(FeatureDefinition.Type.NUMBER);
    }

    @Override
    public FeatureColumn compute(Rows rows) {
        long today = LocalDate.ofInstant(rows.asOf(), ZoneOffset.UTC).toEpochDay();
        double[] values = new double[rows.count()];
        for (int i = 0; i < values.length; i++) {
            LocalDate date = Rows.value(rows.customer(i), attribute, LocalDate.class);
            values[i] = date == null || date.toEpochDay() > today ? Double.NaN : today - date.toEpochDay();
        }
        return Rows.numbers(values);
    }

    @Override
    public String sentence(Declarations declared) {
        return "days since " + declared.label(attribute);
    }

    @Override
    public boolean isSingleTerm() {
        return true;
    }

    @Override
    public JsonNode json(Function<String, JsonNode> named) {
        return FeatureJson.operation("daysSince", FeatureJson.name(attribute));
    }
}
