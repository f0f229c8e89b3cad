package cip.core.rule;

/** A condition made ready to mark the rows of one matrix, block by block. Used by one thread. */
@FunctionalInterface
interface ColumnTest {
    /**
     * Sets the bits of {@code scratch[depth]} for the rows of the block; deeper arrays of scratch are free to be used.
     */
    void mark(Block block, long[][] scratch, int depth);
}
