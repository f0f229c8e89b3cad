package cip.plugins.clv;

import java.util.stream.IntStream;

/**
 * Whether customers will purchase nothing over the horizon.
 *
 * @param ofUnknown the probability of a customer of whom no purchase is known
 */
record SilenceModel(BgNbd purchases, double horizonWeeks, double ofUnknown) {
    double[] silent(CustomerHistories customers) {
        return IntStream.range(0, customers.rows())
                .mapToDouble(row -> customers.isKnown(row)
                        ? purchases.silent(
                                customers.repeats(row),
                                customers.weeksToLast(row),
                                customers.weeksKnown(row),
                                horizonWeeks)
                        : ofUnknown)
                .toArray();
    }
}
