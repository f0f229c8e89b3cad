package cip.plugins.clv;

import cip.spi.TrainingProgress;

/** Tells how far a fit is whose number of evaluations nobody knows: after the usual number it is said to be half done. */
final class FitSteps {
    private static final double USUAL = 600;

    private final TrainingProgress progress;
    private final String doing;
    private int evaluations;

    FitSteps(TrainingProgress progress, String doing) {
        this.progress = progress;
        this.doing = doing;
    }

    void evaluated() {
        evaluations++;
        progress.reached(evaluations / (evaluations + USUAL), doing);
    }
}
