package cip.plugins.trainer;

import cip.spi.Figure;

/** What boosting learns: XGBoost's objective and how the trees' sum (the margin) becomes a score. */
enum Objective {
    /** An amount, errors squared. */
    SQUARED("reg:squarederror"),
    /** An amount that is often zero and never negative; the margin is its natural logarithm. */
    TWEEDIE("reg:tweedie"),
    /** The probability of a 1; the margin is its log-odds. */
    LOGISTIC("binary:logistic");

    private final String xgboostName;

    Objective(String xgboostName) {
        this.xgboostName = xgboostName;
    }

    String xgboostName() {
        return xgboostName;
    }

    double score(double margin) {
        return switch (this) {
            case SQUARED -> margin;
            case TWEEDIE -> Math.exp(margin);
            case LOGISTIC -> 1 / (1 + Math.exp(-margin));
        };
    }

    /** The margin that scores {@code mean}, as the float that XGBoost starts from. */
    float marginOf(float mean) {
        return switch (this) {
            case SQUARED -> mean;
            case TWEEDIE -> (float) Math.log(mean);
            case LOGISTIC -> (float) -Math.log(1 / mean - 1);
        };
    }

    /** How wrong a score is: the squared error, or the log-loss of a probability. */
    double loss(double score, double target) {
        return this == LOGISTIC ? Figure.logLoss(score, target) : (score - target) * (score - target);
    }
}
