package cip.server.samples;

/**
 * What drives one customer and nobody can see. While a customer is with the shop, purchases are a Poisson process; the customer
 * silently leaves after an exponential time (Schmittlein, Morrison and Colombo 1987, "Counting your customers", with both
 * rates known). All times are in the shop's years, see {@link RetailCalendar}.
 *
 * @param purchasesPerYear while the customer stays; λ in the formulas
 * @param departuresPerYear one divided by the mean stay; μ in the formulas
 * @param basket mean amount of a purchase
 * @param refundProbability of a purchase
 */
record Behaviour(double purchasesPerYear, double departuresPerYear, double basket, double refundProbability) {
    /** The mean share of a refunded purchase that is paid back: six in ten in full, the others half on average. */
    static final double MEAN_REFUND_SHARE = .8;

    static final double FULL_REFUND_PROBABILITY = .6;

    /**
     * The probability that a customer who was surely there at some time and has bought nothing since is still there:
     * 1 / (1 + μ/(λ+μ) (e^((λ+μ)s) − 1)).
     *
     * @param silence s, years since then
     */
    double aliveAfterSilence(double silence) {
        double both = purchasesPerYear + departuresPerYear;
        return 1 / (1 + departuresPerYear / both * StrictMath.expm1(both * silence));
    }

    /**
     * The same for a customer who was there some time before the records begin and has no purchase in them.
     *
     * @param before years from then to the beginning of the records
     * @param recorded years of records
     */
    double aliveWithoutRecord(double before, double recorded) {
        double both = purchasesPerYear + departuresPerYear;
        double there = StrictMath.exp(-departuresPerYear * before);
        double silentlyStaying = there * StrictMath.exp(-both * recorded);
        double silentlyLeft = there * departuresPerYear / both * -StrictMath.expm1(-both * recorded);
        return silentlyStaying / (1 - there + silentlyLeft + silentlyStaying);
    }

    /** The probability of no purchase in the coming year: 1 − alive · λ/(λ+μ) (1 − e^−(λ+μ)). */
    double churnProbability(double alive) {
        double both = purchasesPerYear + departuresPerYear;
        return 1 - alive * purchasesPerYear / both * -StrictMath.expm1(-both);
    }

    /** The expected net spend of the coming year: alive · λ/μ (1 − e^−μ) · basket less expected refunds. */
    double clv(double alive) {
        double purchases = purchasesPerYear / departuresPerYear * -StrictMath.expm1(-departuresPerYear);
        return alive * purchases * basket * (1 - refundProbability * MEAN_REFUND_SHARE);
    }
}
