package cip.server.models;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.server.customers.CustomerStore;
import cip.spi.Evidence.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The history of our own customers: as known at a cut 365 days before the last transaction, with what they did since; at two
 * cuts as far apart as their transactions allow, to hold out by time; and all of them as known today, for what needs no later
 * time. Who was no customer yet at a cut is left out of it. Without transactions only today is known.
 */
final class BaseHistory {
    private static final int PAGE = 1_000;
    private static final int MOST_CUSTOMERS = 200_000;
    static final int FEWEST_CUSTOMERS = 100;
    static final Duration HORIZON = Duration.ofDays(365);

    /** Why nothing that comes true later can be learned. */
    static final String NO_TRANSACTIONS =
            "There are no transactions, from which what customers do later is learned.\nMaybe"
                    + " transactions have to be imported first; clusters, and targets known today, can be learned without.";

    private final CustomerStore customers;
    private final CustomerSchema schema;
    private final Clock clock;

    BaseHistory(CustomerStore customers, CustomerSchema schema, Clock clock) {
        this.customers = customers;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Reads the base as it is now.
     *
     * @param read told how many customers have been read
     */
    Past read(LongConsumer read) {
        Optional<Instant> last = customers.lastTransaction();
        if (last.isEmpty()) {
            return ofToday(read, clock.instant().truncatedTo(ChronoUnit.DAYS));
        }
        Instant end = last.get().truncatedTo(ChronoUnit.DAYS);
        Instant cut = end.minus(HORIZON);
        long span =
                Duration.between(customers.firstTransaction().orElse(end), end).toDays();
        int held = TimeHoldOut.daysOf(span);
        Gathered all = gather(read, end, List.of(cut, end.minus(days(2 * held)), end.minus(days(held)), last.get()));
        KnownCustomers known = all.at(0);
        String whyNone = "";
        if (all.at(1).size() < FEWEST_CUSTOMERS) {
            whyNone = "only " + all.at(1).size() + " customers were known on "
                    + day(all.at(1).asOf());
        }
        return new Past(
                known.history(source(cut), ofToday()),
                whyNoCut(known.size(), cut),
                all.at(3).history(source(last.get())),
                whyNoLatest(all.at(3).size()),
                whyNone.isEmpty()
                        ? Optional.of(TimeHoldOut.of(
                                all.at(1).history(source(all.at(1).asOf()), ofToday()),
                                all.at(2).history(source(all.at(2).asOf())),
                                held,
                                schema,
                                true))
                        : Optional.empty(),
                whyNone);
    }

    private Past ofToday(LongConsumer read, Instant today) {
        KnownCustomers all = KnownCustomers.everybody(today, schema, MOST_CUSTOMERS);
        Optional<CustomerId> after = Optional.empty();
        long seen = 0;
        while (all.size() < MOST_CUSTOMERS) {
            List<CustomerRecord> page = customers.page(after, PAGE, today);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(record -> all.add(record, LaterPurchases.none()));
            seen += page.size();
            after = Optional.of(page.get(page.size() - 1).id());
            read.accept(seen);
        }
        TrainingHistory latest = all.history(source(today));
        return new Past(
                new TrainingHistory(latest.source(), today, 0, List.of(), List.of()),
                NO_TRANSACTIONS,
                latest,
                whyNoLatest(all.size()),
                Optional.empty(),
                "there are no transactions");
    }

    /** Why nothing that comes true later can be learned; empty = it can. */
    static String whyNoCut(long known, Instant cut) {
        return known >= FEWEST_CUSTOMERS
                ? ""
                : "Only " + known + " customers were known on " + day(cut) + ", a year before the last transaction,"
                        + " expected at least " + FEWEST_CUSTOMERS
                        + ".\nMaybe the transactions reach back too little: a model needs more than a year of them.";
    }

    static String whyNoLatest(long known) {
        return known >= FEWEST_CUSTOMERS
                ? ""
                : "There are only " + known + " customers, expected at least " + FEWEST_CUSTOMERS
                        + ".\nMaybe customers have to be imported first.";
    }

    /** What customers did until the next instant, and from the first over a year. */
    private Gathered gather(LongConsumer read, Instant end, List<Instant> cuts) {
        int today = cuts.size() - 1;
        Gathered gathered = new Gathered(Stream.concat(
                        cuts.subList(0, today).stream().map(at -> new KnownCustomers(at, schema, MOST_CUSTOMERS)),
                        Stream.of(KnownCustomers.everybody(cuts.get(today), schema, MOST_CUSTOMERS)))
                .toList());
        List<Instant> instants = Stream.concat(cuts.stream(), Stream.of(end)).toList();
        Optional<CustomerId> after = Optional.empty();
        long seen = 0;
        while (gathered.at(0).size() < MOST_CUSTOMERS) {
            List<List<CustomerRecord>> pages = customers.pages(after, PAGE, instants);
            List<CustomerRecord> atEnd = pages.get(cuts.size());
            if (atEnd.isEmpty()) {
                break;
            }
            for (int i = 0; i < atEnd.size(); i++) {
                gathered.at(0)
                        .add(pages.get(0).get(i), LaterPurchases.of(atEnd.get(i).purchases()));
                gathered.at(1).add(pages.get(1).get(i), pages.get(2).get(i));
                gathered.at(2).add(pages.get(2).get(i), atEnd.get(i));
                gathered.at(3).add(pages.get(3).get(i), LaterPurchases.none());
            }
            seen += atEnd.size();
            after = Optional.of(atEnd.get(atEnd.size() - 1).id());
            read.accept(seen);
        }
        return gathered;
    }

    /** Customers at the cut, at the earlier and the later cut of the hold-out, and today. */
    private record Gathered(List<KnownCustomers> cuts) {
        KnownCustomers at(int cut) {
            return cuts.get(cut);
        }
    }

    private static HistorySource source(Instant asOf) {
        return HistorySource.ownCustomers("own customers as of " + day(asOf) + ", at most " + MOST_CUSTOMERS);
    }

    private Finding ofToday() {
        return new Finding(
                Finding.Kind.TIME_LEAK,
                "Attributes are those known today, not those at the cut: what changed since may make the figures"
                        + " look better than they are.",
                schema.attributes().stream()
                        .filter(attribute -> !attribute.fixed() && attribute.role() != Attribute.Role.SIGNUP_DATE)
                        .map(Attribute::name)
                        .toList());
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
