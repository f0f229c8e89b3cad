package cip.core.score.kernel;

import java.util.List;

/** What each input adds to what a model sums up. Immutable. */
public sealed interface Shares permits TreeShares, LinearShares, NearestShares, MeanShares {
    /** Names, each once. */
    List<String> inputs();

    /** Whether a number slot holds what is summed up, as it is. */
    default boolean sumsUpIn(int slot) {
        return false;
    }

    /** What is summed up when no input is known. */
    double baseline();

    /**
     * Fills in the sums, the shares and, of a choice, what would have been next.
     *
     * @param block after all steps have run
     * @param to whose scores are known
     * @param at where the block's first row stands there
     */
    void explain(Block block, ExplainedRows to, int at);
}
