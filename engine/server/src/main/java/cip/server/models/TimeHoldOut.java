package cip.server.models;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.server.models.TrainingHistory.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Customers at two cuts: a model learned at the earlier one, from what they did until the later one, is measured on what they
 * did after the later one. So neither the customers' future nor the year of the measurement had a part in learning.
 *
 * @param days that both targets look ahead
 * @param lasting attributes whose value was the same at both cuts: those nobody can change, and the day of signing up
 * @param todays whether the other attributes are known as of today only, also where the card's model learns from them
 */
record TimeHoldOut(TrainingHistory earlier, TrainingHistory later, int days, Set<String> lasting, boolean todays) {
    private static final int MOST_DAYS = 365;
    private static final int PARTS = 3;

    TimeHoldOut {
        lasting = Set.copyOf(lasting);
    }

    static TimeHoldOut of(
            TrainingHistory earlier, TrainingHistory later, int days, CustomerSchema schema, boolean todays) {
        Set<String> lasting = new TreeSet<>();
        for (Attribute attribute : schema.attributes()) {
            if (attribute.fixed() || attribute.role() == Attribute.Role.SIGNUP_DATE) {
                lasting.add(attribute.name());
            }
        }
        return new TimeHoldOut(earlier, later, days, lasting, todays);
    }

    /** Transactions over so many days are cut in three: to know customers by, to learn from, to measure on. */
    static int daysOf(long spanDays) {
        return (int) Math.min(MOST_DAYS, spanDays / PARTS);
    }

    /** The same without the attributes that may have been others then. */
    TimeHoldOut withLastingAttributes() {
        return new TimeHoldOut(only(earlier), only(later), days, lasting, todays);
    }

    private TrainingHistory only(TrainingHistory history) {
        List<Row> rows = history.wholeRows().stream().map(this::only).toList();
        return TrainingHistory.of(history.source(), history.asOf(), rows, history.findings());
    }

    private Row only(Row row) {
        Map<String, Object> attributes = new HashMap<>(row.record().attributes());
        attributes.keySet().retainAll(lasting);
        return new Row(
                new CustomerRecord(row.record().id(), attributes, row.record().purchases()),
                row.later(),
                row.customer(),
                true);
    }
}
