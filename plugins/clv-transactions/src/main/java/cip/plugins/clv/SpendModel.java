package cip.plugins.clv;

import java.util.stream.IntStream;

/**
 * What a customer will spend over the horizon: expected purchases times what one is expected to come to, less refunds.
 *
 * @param kept share of the spend that is not refunded
 * @param ofUnknown spend of a customer of whom no purchase is known
 */
record SpendModel(BgNbd purchases, GammaGamma value, double horizonWeeks, double kept, double ofUnknown) {
    double[] spend(CustomerHistories customers) {
        return IntStream.range(0, customers.rows())
                .mapToDouble(row -> spend(customers, row))
                .toArray();
    }

    private double spend(CustomerHistories customers, int row) {
        if (!customers.isKnown(row)) {
            return ofUnknown;
        }
        return purchases.expected(
                        customers.repeats(row), customers.weeksToLast(row), customers.weeksKnown(row), horizonWeeks)
                * value.expected(customers.averaged(row), customers.average(row))
                * kept;
    }

    /** How much of the series of each customer is needed so that no expectation is off by more than the share. */
    int terms(CustomerHistories customers, int[] rows, double share, int most) {
        int terms = termsOf(0, 0, share, most);
        for (int row : rows) {
            terms = Math.max(terms, termsOf(customers.repeats(row), customers.weeksKnown(row), share, most));
        }
        return terms;
    }

    private int termsOf(double repeats, double weeksKnown, double share, int most) {
        return series(repeats, weeksKnown).termsFor(share, most);
    }

    /** The greatest share by which an expectation is off when the series ends after so many terms. */
    double lost(CustomerHistories customers, int[] rows, int terms) {
        double greatest = 0;
        for (int row : rows) {
            greatest = Math.max(greatest, lost(customers.repeats(row), customers.weeksKnown(row), terms));
        }
        return greatest;
    }

    double lostOfNew(int terms) {
        return lost(0, 0, terms);
    }

    private double lost(double repeats, double weeksKnown, int terms) {
        HorizonSeries series = series(repeats, weeksKnown);
        double whole = series.purchasesIfAlive(series.sum());
        return Math.abs(series.purchasesIfAlive(series.sum(terms)) / whole - 1);
    }

    private HorizonSeries series(double repeats, double weeksKnown) {
        return new HorizonSeries(purchases, repeats, horizonWeeks / (purchases.alpha() + weeksKnown + horizonWeeks));
    }
}
