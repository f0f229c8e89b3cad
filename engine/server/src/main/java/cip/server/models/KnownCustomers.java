package cip.server.models;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.server.models.TrainingHistory.Row;
import cip.spi.Evidence.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers those who were customers at an instant: who had purchased by then, or signed up before; or everybody, where nothing
 * says since when they are customers. Not thread-safe.
 */
final class KnownCustomers {
    private final Instant asOf;
    private final int most;
    private final boolean everybody;
    private final Optional<String> signupDate;
    private final List<Row> rows = new ArrayList<>();

    /** @param most of them that are kept: the first ones that are added */
    KnownCustomers(Instant asOf, CustomerSchema schema, int most) {
        this(asOf, schema, most, false);
    }

    private KnownCustomers(Instant asOf, CustomerSchema schema, int most, boolean everybody) {
        this.asOf = asOf;
        this.most = most;
        this.everybody = everybody;
        this.signupDate = schema.withRole(Attribute.Role.SIGNUP_DATE).stream()
                .map(Attribute::name)
                .findFirst();
    }

    /** All who are in the base now. */
    static KnownCustomers everybody(Instant asOf, CustomerSchema schema, int most) {
        return new KnownCustomers(asOf, schema, most, true);
    }

    /** @param then the same customer as of the end of the time looked ahead */
    void add(CustomerRecord record, CustomerRecord then) {
        add(record, LaterPurchases.between(record.purchases(), then.purchases()));
    }

    void add(CustomerRecord record, LaterPurchases later) {
        if (rows.size() < most && (everybody || wasCustomer(record))) {
            rows.add(new Row(record, later, rows.size(), true));
        }
    }

    int size() {
        return rows.size();
    }

    Instant asOf() {
        return asOf;
    }

    TrainingHistory history(HistorySource source, Finding... findings) {
        return TrainingHistory.of(source, asOf, rows, List.of(findings));
    }

    private boolean wasCustomer(CustomerRecord record) {
        LocalDate day = asOf.atZone(ZoneOffset.UTC).toLocalDate();
        return record.purchases().purchaseDays() > 0
                || signupDate
                        .map(name -> record.attributes().get(name))
                        .filter(date -> date instanceof LocalDate signup && signup.isBefore(day))
                        .isPresent();
    }
}
