package cip.core.score.kernel;

/** What each input adds to what a model sums up. Immutable. */
public sealed interface Shares permits TreeShares, LinearShares, NearestShares {
    /**
     * @param block after all steps have run
     * @param i position of the row in the block
     * @param score of the row
     */
    Explained of(Block block, int i, double score);
}
