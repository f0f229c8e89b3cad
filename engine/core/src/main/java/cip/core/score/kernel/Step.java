package cip.core.score.kernel;

/** One step of a program: fills a slot of the block from inputs or from slots filled before. Immutable. */
public interface Step {
    void run(Block block);
}
