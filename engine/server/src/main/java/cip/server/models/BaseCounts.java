package cip.server.models;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.server.customers.CustomerStore;
import cip.server.customers.CustomersRevisionStore;
import cip.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many customers a training would have, without reading them; counted again when customers changed. Thread-safe. */
final class BaseCounts {
    private final Database database;
    private final CustomerStore customers;
    private final boolean signupKnown;
    private final Clock clock;
    private final CustomersRevisionStore revisions = new CustomersRevisionStore();
    private @Nullable Counts counted;

    BaseCounts(Database database, CustomerStore customers, CustomerSchema schema, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.signupKnown = !schema.withRole(Attribute.Role.SIGNUP_DATE).isEmpty();
        this.clock = clock;
    }

    /**
     * What there is to learn from.
     *
     * @param revision of the customers
     * @param today how many there are
     * @param asOf day that {@code today} is of
     * @param atCut how many had purchased by a year before the last transaction
     * @param cut that day; {@code null} = there are no transactions
     * @param signupKnown whether customers may also be known at the cut by the day they signed up
     */
    record Counts(long revision, long today, LocalDate asOf, long atCut, @Nullable LocalDate cut, boolean signupKnown) {
        /** Why a target cannot be learned; empty = nothing is known against it. */
        String whyNot(ModelRecipe.Target target) {
            if (!target.comesTrue()) {
                return BaseHistory.whyNoLatest(today);
            }
            if (cut == null) {
                return BaseHistory.NO_TRANSACTIONS;
            }
            return signupKnown && today >= BaseHistory.FEWEST_CUSTOMERS
                    ? ""
                    : BaseHistory.whyNoCut(
                            atCut, cut.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        long customers(ModelRecipe.Target target) {
            return target.comesTrue() ? atCut : today;
        }

        @Nullable
        LocalDate asOf(ModelRecipe.Target target) {
            return target.comesTrue() ? cut : asOf;
        }
    }

    synchronized Counts counts() {
        long revision = database.read(revisions::current);
        LocalDate today = day(clock.instant());
        Counts last = counted;
        if (last != null
                && last.revision() == revision
                && (last.cut() != null || last.asOf().equals(today))) {
            return last;
        }
        Optional<Instant> lastAt = customers.lastTransaction();
        Optional<Instant> cut = lastAt.map(at -> at.truncatedTo(ChronoUnit.DAYS).minus(BaseHistory.HORIZON));
        Counts fresh = new Counts(
                revision,
                customers.count(),
                lastAt.map(BaseCounts::day).orElse(today),
                cut.map(customers::customersUntil).orElse(0L),
                cut.map(BaseCounts::day).orElse(null),
                signupKnown);
        counted = fresh;
        return fresh;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
