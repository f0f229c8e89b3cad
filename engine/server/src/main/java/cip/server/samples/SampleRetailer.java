package cip.server.samples;

import cip.core.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A retailer that does not exist, with as many customers as wanted and a known truth. Customer number k is the same whatever
 * the number of customers asked for, on any machine. Thread-safe: a stream may be made parallel.
 *
 * <p>How it is made: hidden engagement and affluence drive how often a customer buys, how soon they silently leave and how much
 * they spend ({@link Behaviour}), with effects of age and region and a lot of chance. Attributes are noisy readings of the
 * hidden causes or sums over the past, never functions of the future.
 */
public final class SampleRetailer {
    public static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 6, 30);
    public static final long DEFAULT_SEED = 20260630;

    private static final double GUEST_SHARE = .04;
    /** Guests have random streams of their own, so that they change nothing about the customers. */
    private static final long GUEST_STREAMS = 1L << 40;

    private static final long SEVEN_DIGITS = 10_000_000;

    private final long seed;
    private final LocalDate asOf;
    private final RetailCalendar calendar;

    public SampleRetailer(long seed) {
        this(seed, DEFAULT_AS_OF);
    }

    /** @param asOf the day at whose beginning (UTC) the records end and the 12 months to forecast begin */
    public SampleRetailer(long seed, LocalDate asOf) {
        this.seed = seed;
        this.asOf = asOf;
        this.calendar = new RetailCalendar(asOf);
    }

    /** The cut: every recorded transaction is before it, the truth is about the 12 months after it. */
    public Instant asOf() {
        return asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first {@code count} customers with a profile, in order. */
    public Stream<SampleCustomer> customers(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::customer);
    }

    /** The guests who bought beside the first {@code count} customers, in order; about {@value #GUEST_SHARE} of them. */
    public Stream<SampleCustomer> guests(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::guest).flatMap(Optional::stream);
    }

    /** @param number 1 for the first */
    public SampleCustomer customer(long number) {
        Draws draws = new Draws(seed, number);
        Person person = Person.draw(draws);
        Stay stay = Stay.draw(draws, calendar, person);
        PurchaseHistory history =
                new PurchaseHistory(calendar, stay.behaviour(), draws, padded(number), person.mainChannel());
        history.run(stay.from(), stay.departure(), stay.beginsWithPurchase());
        Map<String, Object> attributes =
                new Profile(draws, number).attributes(person, asOf.minusDays(stay.daysKnown()), history);
        return new SampleCustomer(
                new CustomerId("C" + padded(number)),
                false,
                attributes,
                history.recorded(),
                history.truth(stay.alive(history)));
    }

    /** The guest who came next to the customer of that number, if there was one. */
    public Optional<SampleCustomer> guest(long number) {
        Draws draws = new Draws(seed, GUEST_STREAMS + number);
        if (!draws.chance(GUEST_SHARE)) {
            return Optional.empty();
        }
        Person person = Person.draw(draws);
        Stay stay = Stay.ofGuest(draws, calendar, person);
        PurchaseHistory history =
                new PurchaseHistory(calendar, stay.behaviour(), draws, padded(number) + "G", person.mainChannel());
        history.run(stay.from(), stay.departure(), true);
        return Optional.of(new SampleCustomer(
                new CustomerId("G" + padded(number)),
                true,
                Map.of(),
                history.recorded(),
                history.truth(stay.alive(history))));
    }

    private static String padded(long number) {
        return number < SEVEN_DIGITS ? Long.toString(SEVEN_DIGITS + number).substring(1) : Long.toString(number);
    }
}
