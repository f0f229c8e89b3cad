package cip.spi;

/** Hears how far a training is, and ends it when nobody wants it any more. */
@FunctionalInterface
public interface TrainingProgress {
    /** Nobody listens, and nobody ends the training. */
    TrainingProgress UNHEARD = (share, doing) -> {};

    /**
     * A trainer calls it several times a second, on the thread that trains. One that never does still works, but is heard of
     * only when it is done and cannot be ended before.
     *
     * @param share of the work that is done, 0 to 1, never less than the time before
     * @param doing what is done now, in plain words that go on from a colon, e.g. {@code measuring, fold 3 of 5}
     * @throws RuntimeException when the training must end here; let it pass
     */
    void reached(double share, String doing);

    /** Of a part of the work that begins and ends at these shares of the whole. */
    default TrainingProgress part(double from, double to) {
        return (share, doing) -> reached(from + share * (to - from), doing);
    }
}
