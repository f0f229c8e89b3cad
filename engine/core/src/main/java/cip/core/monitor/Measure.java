package cip.core.monitor;

/**
 * A distance between two distributions.
 *
 * @param value 0 = equal
 * @param low lower end of the 95 % interval of the distance between the populations behind both samples
 * @param high upper end
 * @param noise what a distance between two samples of the same population exceeds once in a hundred times
 */
public record Measure(double value, double low, double high, double noise, Verdict verdict) {
    /** One look in a hundred takes chance for a change: a whole page of subjects is looked at after every run. */
    static Measure of(double value, double low, double high, double noise, double watch, double drift) {
        Verdict verdict = Verdict.STABLE;
        if (value > noise && value >= drift) {
            verdict = Verdict.DRIFT;
        } else if (value > noise && value >= watch) {
            verdict = Verdict.WATCH;
        }
        return new Measure(value, low, high, noise, verdict);
    }

    Measure withoutVerdict() {
        return new Measure(value, low, high, noise, Verdict.NOT_ENOUGH_DATA);
    }
}
