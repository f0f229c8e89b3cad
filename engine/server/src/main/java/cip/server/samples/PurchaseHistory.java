package cip.server.samples;

import cip.core.customer.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One customer's purchases and refunds as they happen, first in the recorded years, then in the one to come. */
final class PurchaseHistory {
    private static final String[] CHANNELS = {"web", "store", "app", "phone"};
    private static final double MAIN_CHANNEL_SHARE = .8;
    /** Shape of one purchase's gamma-distributed amount: its standard deviation is 58 % of the basket. */
    private static final double AMOUNT_SHAPE = 3;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LATEST_REFUND_DAYS = 21;

    private final RetailCalendar calendar;
    private final Behaviour behaviour;
    private final Draws draws;
    private final String number;
    private final int mainChannel;
    private final List<Transaction> recorded = new ArrayList<>();
    private double lastRecorded = Double.NaN;
    private int purchases;
    private long lastYearCents;
    private int lastYearPurchases;
    private long comingCents;
    private int comingPurchases;

    PurchaseHistory(RetailCalendar calendar, Behaviour behaviour, Draws draws, String number, int mainChannel) {
        this.calendar = calendar;
        this.behaviour = behaviour;
        this.draws = draws;
        this.number = number;
        this.mainChannel = mainChannel;
    }

    static int channels() {
        return CHANNELS.length;
    }

    /**
     * @param from shop time from which the customer is there
     * @param departure shop time at which the customer leaves
     * @param withPurchase whether the customer comes with a purchase
     */
    void run(double from, double departure, boolean withPurchase) {
        double time = from;
        if (withPurchase) {
            purchase(time);
        }
        double end = Math.min(departure, RetailCalendar.YEARS);
        while (true) {
            time += draws.exponential() / behaviour.purchasesPerYear();
            if (time >= end) {
                break;
            }
            purchase(time);
        }
        recorded.sort(Comparator.comparing(Transaction::occurredAt).thenComparing(Transaction::reference));
    }

    private void purchase(double time) {
        purchases++;
        long second = calendar.epochSecond(time);
        long cents = Math.max(100, Math.round(100 * behaviour.basket() * draws.gamma(AMOUNT_SHAPE) / AMOUNT_SHAPE));
        String channel = CHANNELS[draws.chance(MAIN_CHANNEL_SHARE) ? mainChannel : draws.below(CHANNELS.length)];
        boolean past = time < RetailCalendar.CUT;
        if (past) {
            record("T", second, cents, channel);
            lastRecorded = time;
        }
        if (past && time >= RetailCalendar.CUT - 1) {
            lastYearPurchases++;
            lastYearCents += cents;
        }
        long refunded = 0;
        if (draws.chance(behaviour.refundProbability())) {
            boolean full = draws.chance(Behaviour.FULL_REFUND_PROBABILITY);
            refunded = full ? cents : Math.max(1, Math.round(cents * draws.uniform()));
            long later = SECONDS_PER_DAY + (long) (draws.uniform() * (LATEST_REFUND_DAYS - 1) * SECONDS_PER_DAY);
            if (second + later < calendar.cutEpochSecond()) {
                record("R", second + later, -refunded, channel);
            }
        }
        if (!past) {
            comingPurchases++;
            comingCents += cents - refunded;
        }
    }

    private void record(String kind, long second, long cents, String channel) {
        recorded.add(new Transaction(
                kind + number + "-" + purchases, Instant.ofEpochSecond(second), cents / 100.0, channel));
    }

    List<Transaction> recorded() {
        return recorded;
    }

    /** Shop time of the last recorded purchase; {@code NaN} = none. */
    double lastRecorded() {
        return lastRecorded;
    }

    /** Purchases before refunds in the 365 days before the cut. */
    double lastYearAmount() {
        return lastYearCents / 100.0;
    }

    int lastYearPurchases() {
        return lastYearPurchases;
    }

    SampleTruth truth(double alive) {
        return new SampleTruth(
                behaviour.churnProbability(alive), behaviour.clv(alive), comingPurchases, comingCents / 100.0);
    }
}
