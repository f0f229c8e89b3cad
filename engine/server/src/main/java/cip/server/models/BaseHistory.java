package cip.server.models;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomerStore;
import cip.server.models.TrainingHistory.Row;
import cip.spi.Evidence.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The history of our own customers: as known at a cut 365 days before the last transaction, with what they did since. Who was
 * no customer yet at the cut is left out.
 */
final class BaseHistory {
    /** How the source on a card begins. */
    static final String SOURCE = "own customers as of ";

    private static final int PAGE = 1_000;
    private static final int MOST_CUSTOMERS = 200_000;
    private static final int FEWEST_CUSTOMERS = 100;
    private static final Duration HORIZON = Duration.ofDays(365);

    private final CustomerStore customers;
    private final List<String> attributes;
    private final Optional<String> signupDate;

    BaseHistory(CustomerStore customers, CustomerSchema schema) {
        this.customers = customers;
        this.attributes = schema.attributes().stream().map(Attribute::name).toList();
        this.signupDate = schema.withRole(Attribute.Role.SIGNUP_DATE).stream()
                .map(Attribute::name)
                .findFirst();
    }

    /**
     * Reads the base as it is now.
     *
     * @param read told how many customers have been read
     * @throws EngineException INVALID_MODEL when there is too little to learn from
     */
    TrainingHistory read(LongConsumer read) {
        Instant last = customers
                .lastTransaction()
                .orElseThrow(() -> tooLittle("There are no transactions", "transactions have to be imported first"));
        Instant cut = last.truncatedTo(ChronoUnit.DAYS).minus(HORIZON);
        List<Row> rows = new ArrayList<>();
        Optional<CustomerId> after = Optional.empty();
        long seen = 0;
        while (rows.size() < MOST_CUSTOMERS) {
            List<CustomerRecord> atCut = customers.page(after, PAGE, cut);
            if (atCut.isEmpty()) {
                break;
            }
            List<CustomerRecord> yearLater = customers.page(after, PAGE, cut.plus(HORIZON));
            for (int i = 0; i < atCut.size(); i++) {
                CustomerRecord record = atCut.get(i);
                if (wasCustomer(record, cut)) {
                    LaterPurchases later = LaterPurchases.of(yearLater.get(i).purchases());
                    rows.add(new Row(record, later, rows.size(), true));
                }
            }
            seen += atCut.size();
            after = Optional.of(atCut.get(atCut.size() - 1).id());
            read.accept(seen);
        }
        if (rows.size() < FEWEST_CUSTOMERS) {
            throw tooLittle(
                    "Only " + rows.size() + " customers were known on " + day(cut)
                            + ", a year before the last transaction," + " expected at least " + FEWEST_CUSTOMERS,
                    "the transactions reach back too little: a model needs more than a year of them");
        }
        return TrainingHistory.of(
                SOURCE + day(cut) + ", at most " + MOST_CUSTOMERS,
                cut,
                rows,
                List.of(new Finding(
                        Finding.Kind.TIME_LEAK,
                        "Attributes are those known today, not those at the cut: what changed since may make the figures"
                                + " look better than they are.",
                        attributes)));
    }

    private boolean wasCustomer(CustomerRecord record, Instant cut) {
        return record.purchases().purchaseDays() > 0
                || signupDate
                        .map(name -> record.attributes().get(name))
                        .filter(date -> date instanceof LocalDate signup
                                && signup.isBefore(cut.atZone(ZoneOffset.UTC).toLocalDate()))
                        .isPresent();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static EngineException tooLittle(String found, String likely) {
        return new EngineException(ErrorCode.INVALID_MODEL, found + ".\nMaybe " + likely + ".");
    }
}
