package cip.core.simulate;

/**
 * The mean of independent values with how sure it is.
 *
 * @param mean NaN = of no value
 * @param variance of the mean: that of the values, over n − 1, divided by n; NaN = of fewer than two values
 */
public record SampleMean(long n, double mean, double variance) {
    /** Of the normal distribution, between whose negative and itself nineteen in twenty lie. */
    private static final double NINETEEN_IN_TWENTY = 1.959963984540054;

    /** Two passes over the values, so that large means take no digits from small differences. */
    static SampleMean of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / (values.length - 1) / values.length;
        return new SampleMean(values.length, mean, values.length < 2 ? Double.NaN : variance);
    }

    /** By how much this mean is larger than another, independent one (Welch, Biometrika 34, 1947, without small samples). */
    public SampleMean minus(SampleMean other) {
        return new SampleMean(n + other.n, mean - other.mean, variance + other.variance);
    }

    /** The lower end of the 95 % confidence interval; NaN = there is none. */
    public double low() {
        return mean - NINETEEN_IN_TWENTY * Math.sqrt(variance);
    }

    /** The upper end of the 95 % confidence interval; NaN = there is none. */
    public double high() {
        return mean + NINETEEN_IN_TWENTY * Math.sqrt(variance);
    }
}
