package cip.core.score;

import java.util.List;

/**
 * What each input adds to one score, exactly.
 *
 * @param score name of the score
 * @param scale on which the shares add up
 * @param baseline what the model says on average over its training rows, on the scale; of a distance, 0
 * @param baselineScore the score there; of a distance, the score that was next
 * @param shares one per input that the model asks about, in the model's order; baseline and shares add up to the score on the
 *     scale
 */
public record Attribution(String score, Scale scale, double baseline, double baselineScore, List<Share> shares) {
    public Attribution {
        shares = List.copyOf(shares);
    }

    /** @param amount on the scale; above 0 raises the score */
    public record Share(String input, double amount) {}

    /** On what inputs add up. */
    public enum Scale {
        /** The score's own unit. */
        UNIT,
        /** The natural logarithm of the score: a share multiplies the score by e to its power. */
        LOG,
        /** The natural logarithm of the odds: a share multiplies the odds by e to its power. */
        LOG_ODDS,
        /** How much nearer the chosen centre is than the next, in the model's own measure. */
        DISTANCE;

        /** The score at a point of the scale; NaN of a distance, from which none follows. */
        public double score(double sum) {
            return switch (this) {
                case UNIT -> sum;
                case LOG -> Math.exp(sum);
                case LOG_ODDS -> 1 / (1 + Math.exp(-sum));
                case DISTANCE -> Double.NaN;
            };
        }
    }

    /** Baseline and shares added up. */
    public double sum() {
        return baseline + shares.stream().mapToDouble(Share::amount).sum();
    }
}
