package cip.spi;

import java.util.List;

/** Scores many customers at once. Pure after creation: equal rows give equal scores, in any order, on any thread. */
public interface Scorer {
    /** The features this scorer reads. */
    List<FeatureInput> inputs();

    /** What the score is. */
    ScoreOutput output();

    /**
     * @param rows n customers × at least the features named by {@link #inputs()}; NaN or null = missing
     * @return n scores in the unit of {@link #output()}; NaN = the model gives no score for that customer
     */
    double[] score(FeatureMatrix rows);
}
