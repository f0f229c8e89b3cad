package cip.plugins.clv;

import cip.spi.TrainingProgress;

/**
 * BG/NBD: customers purchase at a rate that differs between them by a gamma distribution (shape r, rate alpha per week), and
 * after any purchase leave for good with a probability that differs by a beta distribution (a, b).
 *
 * <p>Fader, Hardie, Lee: "Counting Your Customers" the Easy Way, Marketing Science 24 (2005) 275-284. The expected number of
 * purchases needs a hypergeometric function; Euler's transformation gives a series that converges for every history (see
 * {@link HorizonSeries}).
 */
record BgNbd(double r, double alpha, double a, double b) {
    static BgNbd of(LogParameters found) {
        return new BgNbd(found.parameter(0), found.parameter(1), found.parameter(2), found.parameter(3));
    }

    static LogParameters fit(RepeatPurchases purchases, TrainingProgress progress) {
        double perWeek = perWeek(purchases);
        return LogParameters.greatest(
                new FitSteps(progress, "fitting how often customers purchase"),
                logs -> purchases.logLikelihood(
                        new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]))),
                0,
                -Math.log(perWeek),
                0,
                1);
    }

    /** The best log-likelihood when nobody ever leaves: NBD, the limit of a towards 0. */
    static double withoutLeaving(RepeatPurchases purchases, TrainingProgress progress) {
        return LogParameters.greatest(
                        new FitSteps(progress, "fitting that no customer ever leaves"),
                        logs -> purchases.logLikelihood(new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), 1e-12, 1)),
                        0,
                        -Math.log(perWeek(purchases)))
                .logLikelihood();
    }

    private static double perWeek(RepeatPurchases purchases) {
        double repeats = 0;
        double weeks = 0;
        for (int i = 0; i < purchases.repeats().length; i++) {
            repeats += purchases.customers()[i] * purchases.repeats()[i];
            weeks += purchases.customers()[i] * purchases.known()[i];
        }
        return Math.max(repeats, 1) / Math.max(weeks, 1);
    }

    /** The chance that a customer with this history has not left. */
    double alive(double repeats, double last, double known) {
        return 1 / (1 + oddsOfGone(repeats, last, known));
    }

    private double oddsOfGone(double repeats, double last, double known) {
        return repeats == 0 ? 0 : a / (b + repeats - 1) * Math.pow((alpha + known) / (alpha + last), r + repeats);
    }

    /**
     * The chance that a customer with this history purchases nothing in the coming weeks: who has left never does, and who is still
     * there waits so long with the probability that rates given the history leave for it, {@code ((alpha + T) / (alpha + T +
     * weeks))^(r + x)}. From the likelihood (equation 3) and the chance of still being there; Fader, Hardie, Lee, Computing
     * P(alive) Using the BG/NBD Model (2008), brucehardie.com/notes/021.
     */
    double silent(double repeats, double last, double known, double weeks) {
        double wait = Math.pow((alpha + known) / (alpha + known + weeks), r + repeats);
        return 1 - alive(repeats, last, known) * (1 - wait);
    }

    /** Purchases that a customer with this history will make in the coming weeks. */
    double expected(double repeats, double last, double known, double weeks) {
        double z = weeks / (alpha + known + weeks);
        HorizonSeries series = new HorizonSeries(this, repeats, z);
        return series.purchasesIfAlive(series.sum()) * alive(repeats, last, known);
    }

    /** Purchases that a new customer makes in so many weeks after the first: equation 9. */
    double expectedOfNew(double weeks) {
        double z = weeks / (alpha + weeks);
        double term = 1;
        double sum = 1;
        for (int k = 0; Math.abs(term) > 1e-16 * Math.abs(sum) && k < 100_000; k++) {
            term *= (r + k) * (b + k) / ((a + b - 1 + k) * (k + 1)) * z;
            sum += term;
        }
        return (a + b - 1) / (a - 1) * (1 - Math.pow(1 - z, r) * sum);
    }
}
