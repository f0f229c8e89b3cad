package cip.core.score.kernel;

import java.util.List;

/** What each input adds to what a model sums up. Immutable. */
public sealed interface Shares permits TreeShares, LinearShares {
    /** What the model sums up on average over its training rows. */
    double baseline();

    /** Number slot that holds the sum. */
    int sum();

    /** Names, each once. */
    List<String> inputs();

    /** By input; baseline and shares add up to the sum. @param i position of the row in the block */
    double[] of(Block block, int i);
}
