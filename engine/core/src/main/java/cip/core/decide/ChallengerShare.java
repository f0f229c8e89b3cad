package cip.core.decide;

import cip.core.customer.CustomerId;
import java.util.Locale;

/**
 * A strategy that decides for a share of the customers while the champion decides for all others. Sticky: the same salt always
 * gives it the same customers, and a larger share all of a smaller one. Independent of every {@link Holdout}.
 *
 * @param strategy the challenger
 * @param share of the customers, a whole number of thousandths above 0 and below 1
 * @param salt another one chooses other customers
 */
public record ChallengerShare(StrategyHash strategy, double share, String salt) {
    /** The finest step between two shares. */
    public static final int STEPS = 1_000;

    /** Put before the salt, so that whatever salt a holdout has, its customers are others. */
    private static final String APART = "challenger\n";

    public ChallengerShare {
        if (!(share > 0 && share < 1) || share != Math.rint(share * STEPS) / STEPS) {
            throw new IllegalArgumentException(
                    "The challenger's share is " + share + ", expected thousandths above 0 and below 1.");
        }
    }

    public static ChallengerShare ofThousandths(StrategyHash strategy, int thousandths, String salt) {
        return new ChallengerShare(strategy, (double) thousandths / STEPS, salt);
    }

    public int thousandths() {
        return (int) Math.rint(share * STEPS);
    }

    /** A share in words, e.g. {@code 12.5 %}. */
    public static String percent(double share) {
        double percent = Math.rint(share * STEPS) / 10;
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }

    public boolean has(CustomerId customer) {
        return SaltedHash.position(APART + salt, customer) < share;
    }
}
