package cip.server.samples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SampleRetailerTest {
    private static final int MANY = 20_000;
    private static final SampleRetailer RETAILER = new SampleRetailer(SampleRetailer.DEFAULT_SEED);
    private static final List<SampleCustomer> CUSTOMERS =
            RETAILER.customers(MANY).toList();
    private static final List<SampleCustomer> GUESTS = RETAILER.guests(MANY).toList();

    @Test
    void aCustomerIsTheSameHoweverManyAreAskedFor() {
        assertThat(RETAILER.customers(50).toList()).isEqualTo(CUSTOMERS.subList(0, 50));
        assertThat(RETAILER.customer(777)).isEqualTo(CUSTOMERS.get(776));
    }

    @Test
    void aParallelStreamGivesTheSameCustomers() {
        assertThat(RETAILER.customers(2000).parallel().toList()).isEqualTo(CUSTOMERS.subList(0, 2000));
    }

    @Test
    void anotherSeedGivesOtherCustomers() {
        assertThat(new SampleRetailer(1).customer(1)).isNotEqualTo(RETAILER.customer(1));
    }

    @Test
    void anotherDayMovesTheRecords() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        SampleRetailer earlier = new SampleRetailer(SampleRetailer.DEFAULT_SEED, day);

        assertThat(earlier.asOf()).isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(earlier.customers(500).flatMap(c -> c.transactions().stream()))
                .allMatch(t -> t.occurredAt().isBefore(earlier.asOf()));
    }

    @Test
    void transactionsLieInTheTwoYearsBeforeTheCutInOrderAndWithUniqueReferences() {
        Instant first = RETAILER.asOf().minus(Duration.ofDays(730));
        Set<String> references = new HashSet<>();
        all().forEach(customer -> {
            assertThat(customer.transactions()).isSortedAccordingTo(Comparator.comparing(Transaction::occurredAt));
            for (Transaction transaction : customer.transactions()) {
                assertThat(transaction.occurredAt())
                        .isBetween(first, RETAILER.asOf().minusSeconds(1));
                assertThat(references.add(transaction.reference())).isTrue();
                assertThat(transaction.amount()).isNotZero();
            }
        });
    }

    @Test
    void nobodyBuysBeforeSigningUp() {
        for (SampleCustomer customer : CUSTOMERS) {
            LocalDate signedUp =
                    (LocalDate) requireNonNull(customer.attributes().get("signup_date"));
            assertThat(signedUp).isBefore(LocalDate.of(2026, 6, 30));
            customer.transactions().stream()
                    .findFirst()
                    .ifPresent(t -> assertThat(t.occurredAt().toString()).isGreaterThanOrEqualTo(signedUp.toString()));
        }
    }

    @Test
    void amountAndFrequencyAreThoseOfTheLastYear() {
        Instant yearAgo = RETAILER.asOf().minus(Duration.ofDays(365));
        for (SampleCustomer customer : CUSTOMERS) {
            List<Transaction> recent = customer.transactions().stream()
                    .filter(t -> t.amount() > 0 && !t.occurredAt().isBefore(yearAgo))
                    .toList();
            double amount = recent.stream().mapToDouble(Transaction::amount).sum();
            assertThat((Double) customer.attributes().get("purchase_amount")).isCloseTo(amount, within(1e-6));
            assertThat(customer.attributes().get("purchase_frequency")).isEqualTo((double) recent.size());
        }
    }

    @Test
    void asManyChurnAsTheTrueProbabilitiesSay() {
        double[] expected = new double[10];
        double[] variance = new double[10];
        int[] churned = new int[10];
        all().map(SampleCustomer::truth).forEach(truth -> {
            double p = truth.churnProbability();
            int tenth = (int) Math.min(9, p * 10);
            expected[tenth] += p;
            variance[tenth] += p * (1 - p);
            churned[tenth] += truth.churned() ? 1 : 0;
        });
        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat((double) churned[tenth])
                    .as("churned with a true probability from 0.%d", tenth)
                    .isCloseTo(expected[tenth], within(3.5 * Math.sqrt(variance[tenth])));
        }
    }

    @Test
    void asMuchIsSpentAsTheTrueValuesSay() {
        double off = 0;
        double squares = 0;
        for (SampleCustomer customer : CUSTOMERS) {
            double difference = customer.truth().spend() - customer.truth().clv();
            off += difference;
            squares += difference * difference;
        }
        assertThat(off).isCloseTo(0, within(3 * Math.sqrt(squares)));
    }

    @Test
    void theCeilingsAreAsTheGuideSays() {
        SampleCeilings ceilings = new SampleCeilings();
        CUSTOMERS.forEach(customer -> ceilings.add(customer.truth()));

        assertThat(ceilings.churnRate()).isCloseTo(0.362, within(0.001));
        assertThat(ceilings.meanChurnProbability()).isCloseTo(ceilings.churnRate(), within(0.01));
        assertThat(ceilings.churnAuc()).isCloseTo(0.950, within(0.001));
        assertThat(ceilings.churnBestF1()).isCloseTo(0.849, within(0.001));
        assertThat(ceilings.clvR2()).isCloseTo(0.887, within(0.001));
    }

    @Test
    void gapsOccurAsInRealRecords() {
        assertThat(missing("age")).isBetween(0.03, 0.05);
        assertThat(missing("annual_income")).isBetween(0.1, 0.14);
        assertThat(missing("loyalty_score")).isBetween(0.06, 0.1);
        assertThat(missing("region")).isBetween(0.005, 0.015);
        assertThat(missing("consent_email")).isBetween(0.01, 0.03);
        assertThat(missing("purchase_amount")).isZero();
        assertThat(share(CUSTOMERS.stream().filter(c -> c.transactions().isEmpty())))
                .isBetween(0.1, 0.2);
    }

    @Test
    void guestsHaveTransactionsAndNoProfile() {
        assertThat(GUESTS).hasSizeBetween(700, 900);
        assertThat(GUESTS)
                .allMatch(g -> g.guest()
                        && g.attributes().isEmpty()
                        && !g.transactions().isEmpty());
        assertThat(CUSTOMERS).noneMatch(SampleCustomer::guest);
    }

    @Test
    void refundsAreAFewPercentAndFollowTheirPurchase() {
        PurchaseSummary all = PurchaseSummary.of(
                CUSTOMERS.stream().flatMap(c -> c.transactions().stream()).toList(), RETAILER.asOf());

        assertThat(all.refundedAmount() / all.grossAmount()).isBetween(0.03, 0.08);
        for (SampleCustomer customer : CUSTOMERS) {
            for (Transaction refund : customer.transactions()) {
                if (refund.amount() < 0) {
                    String purchase = "T" + refund.reference().substring(1);
                    assertThat(customer.transactions())
                            .anyMatch(t -> t.reference().equals(purchase) && t.amount() >= -refund.amount());
                }
            }
        }
    }

    /** With rules as a marketer would write them; the shipped strategy has its own. */
    @Test
    void everyStageOfTheCustomerLifecycleOccurs() {
        Map<String, Integer> stages = new TreeMap<>();
        for (SampleCustomer customer : CUSTOMERS) {
            stages.merge(stage(customer.recordAsOf(RETAILER.asOf()).purchases()), 1, Integer::sum);
        }
        assertThat(stages).containsOnlyKeys("at risk", "champion", "hibernating", "loyal", "new", "promising");
        assertThat(stages.values()).allMatch(count -> count > MANY / 20);
    }

    private static String stage(PurchaseSummary purchases) {
        double silent = days(purchases.lastPurchase());
        if (silent > 365) {
            return "hibernating";
        }
        if (days(purchases.firstPurchase()) < 90) {
            return "new";
        }
        boolean recent = silent < 90;
        if (recent && purchases.recentPurchaseDays() >= 10 && purchases.recentNetAmount() > 500) {
            return "champion";
        }
        if (recent) {
            return purchases.recentPurchaseDays() >= 5 ? "loyal" : "promising";
        }
        return "at risk";
    }

    private static double days(@Nullable Instant since) {
        return since == null
                ? Double.POSITIVE_INFINITY
                : Duration.between(since, RETAILER.asOf()).toHours() / 24.0;
    }

    private static Stream<SampleCustomer> all() {
        return Stream.concat(CUSTOMERS.stream(), GUESTS.stream());
    }

    private static double missing(String attribute) {
        return share(CUSTOMERS.stream().filter(c -> !c.attributes().containsKey(attribute)));
    }

    private static double share(Stream<SampleCustomer> some) {
        return (double) some.count() / MANY;
    }
}
