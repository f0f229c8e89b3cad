package cip.plugins.clv;

/**
 * The series behind the expected number of purchases over a horizon, of one history.
 *
 * <p>The paper's (a+b+x-1)/(a-1) [1 - (1-z)^(r+x) 2F1(r+x, b+x; a+b+x-1; z)] with z = t / (alpha+T+t) becomes, by Euler's
 * transformation, c/(a-1) [1 - (1-z)^(a-1) 2F1(c-x-r, a-1; c; z)] with c = a+b+x-1, whose terms fall like z^k for every
 * history. Writing that 2F1 as 1 + (a-1) S takes a-1 out of it, so that a = 1 needs no special care:
 * c [-expm1((a-1) ln(1-z)) / (a-1) - (1-z)^(a-1) S], S = sum over k ≥ 1 of (a)_(k-1) (a+b-1-r)_k / ((c)_k k!) z^k.
 */
final class HorizonSeries {
    private static final int MOST_TERMS = 1_000_000;
    private static final double NEGLIGIBLE = 1e-17;

    private final BgNbd model;
    private final double repeats;
    private final double z;

    HorizonSeries(BgNbd model, double repeats, double z) {
        this.model = model;
        this.repeats = repeats;
        this.z = z;
    }

    /** The next term of the series is the one before times {@code z · factor / (x + offset)}; the first one has 1 before it. */
    static double factor(BgNbd model, int term) {
        double b = model.a() + model.b() - 1 - model.r() + term;
        return term == 0 ? b : (model.a() + term - 1) * b / (term + 1);
    }

    /** See {@link #factor}. */
    static double offset(BgNbd model, int term) {
        return model.a() + model.b() - 1 + term;
    }

    /** As many terms as make a difference. */
    double sum() {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < MOST_TERMS; k++) {
            term *= z * factor(model, k) / (repeats + offset(model, k));
            sum += term;
            if (Math.abs(term) <= NEGLIGIBLE * (1 - z) * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    double sum(int terms) {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < terms; k++) {
            term *= z * factor(model, k) / (repeats + offset(model, k));
            sum += term;
        }
        return sum;
    }

    /** Expected purchases of somebody who has not left, given the sum of the series. */
    double purchasesIfAlive(double sum) {
        double d = model.a() - 1;
        double log = Math.log1p(-z);
        double direct = d == 0 ? -log : -Math.expm1(d * log) / d;
        return (repeats + model.a() + model.b() - 1) * (direct - Math.exp(d * log) * sum);
    }

    /** How many terms leave at most this share of the expected purchases out; at most {@code most}. */
    int termsFor(double share, int most) {
        double whole = sum();
        double allowed = share
                * Math.abs(purchasesIfAlive(whole))
                / Math.abs((repeats + model.a() + model.b() - 1) * Math.exp((model.a() - 1) * Math.log1p(-z)));
        double term = 1;
        double sum = 0;
        for (int k = 0; k < most; k++) {
            term *= z * factor(model, k) / (repeats + offset(model, k));
            sum += term;
            if (Math.abs(sum - whole) <= allowed) {
                return k + 1;
            }
        }
        return most;
    }
}
