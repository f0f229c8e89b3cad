package cip.plugins.trainer;

import cip.spi.TrainingProgress;

/**
 * How far one training is. It is counted in models learned, phase by phase; phases are announced by what they cost, so that the
 * share grows about as fast as time passes. Belongs to one training on one thread.
 */
final class Steps {
    private final TrainingProgress progress;
    private double expected = 1;
    private double before;
    private double cost;
    private int models = 1;
    private int learned;
    private double share;
    private String doing = "looking at the customers";

    Steps(TrainingProgress progress) {
        this.progress = progress;
    }

    static Steps unheard() {
        return new Steps(TrainingProgress.UNHEARD);
    }

    /** Of a part of the model that is learned now. */
    Steps inside(double from, double to) {
        Steps inner = new Steps((reached, words) -> within(from + reached * (to - from)));
        inner.cost = 1;
        return inner;
    }

    /** @param work the costs of all phases together */
    void expect(double work) {
        expected = Math.max(work, Double.MIN_NORMAL);
        goOn();
    }

    /**
     * The phase before is over.
     *
     * @param words what is done now
     * @param count models learned
     * @param each what one of them costs
     */
    void begin(String words, int count, double each) {
        before += cost;
        cost = count * each;
        models = Math.max(1, count);
        learned = 0;
        doing = words;
        goOn();
    }

    /** One model of the phase was learned. */
    void learned() {
        learned = Math.min(models, learned + 1);
        goOn();
    }

    /** A part of the model that is learned now, 0 to 1. */
    void within(double part) {
        double reached = before + cost * Math.min(1, (learned + part) / models);
        share = Math.max(share, Math.min(1, reached / expected));
        progress.reached(share, models > 1 ? doing + ", " + Math.min(models, learned + 1) + " of " + models : doing);
    }

    /** Asks whether to go on, where nothing is learned but it takes time. */
    void goOn() {
        within(0);
    }
}
