package cip.plugins.trainer;

/**
 * The phases of learning a score, with what each costs, so that whoever waits sees a share that moves with time.
 *
 * @param method as set, before any tuning
 * @param tuned the same, or one that chooses its settings
 * @param compared share of the rows on which other settings are compared; 0 = they are not
 */
record Phases(
        Steps steps,
        Method method,
        Method tuned,
        ProtocolSettings settings,
        int features,
        boolean copies,
        boolean compare,
        double compared) {
    /** Beside learning a model: scoring, shuffling each feature, drawing customers for the intervals. */
    private static final double MEASURED = 1.5;

    static Phases of(
            Steps steps, Method method, Method tuned, ProtocolSettings settings, LearningRows rows, boolean compare) {
        Phases phases = new Phases(
                steps,
                method,
                tuned,
                settings,
                rows.features().columns().size(),
                Doubts.hasCopies(rows.groups(), rows.count()),
                compare,
                compare ? Math.min(1, (double) settings.compareRows() / Math.max(1, rows.measured().length)) : 0);
        steps.expect(phases.work());
        return phases;
    }

    private int folds() {
        return settings.folds();
    }

    private int dealt() {
        return settings.folds() * settings.repeats();
    }

    private double work() {
        double work = dealt() * MEASURED * tuned.cost() + tuned.cost();
        if (compare) {
            work += baselines() * Baselines.other(method, 0).cost();
            work += copies ? dealt() * MEASURED * method.cost() : 0;
            work += compared * method.cost() * (options() + leftOut() + generated());
        }
        return work;
    }

    void measure() {
        steps.begin("measuring on customers it has not learned from, model", dealt(), MEASURED * tuned.cost());
    }

    void learn() {
        steps.begin("learning from all customers", 1, tuned.cost());
    }

    void compareWithSimpler() {
        steps.begin(
                "comparing with simpler models",
                baselines(),
                Baselines.other(method, 0).cost());
    }

    void measureCopies() {
        steps.begin("measuring what copies of customers do, model", dealt(), MEASURED * method.cost());
    }

    void compareOptions() {
        steps.begin("trying other settings, model", options(), compared * method.cost());
    }

    void leaveOut() {
        steps.begin("learning without single features, model", leftOut(), compared * method.cost());
    }

    void generate() {
        steps.begin("trying features made of others, model", generated(), compared * method.cost());
    }

    private int baselines() {
        return folds() * (settings.naive().isEmpty() || method.objective() != Objective.LOGISTIC ? 1 : 2);
    }

    private int options() {
        int resamplings = method.objective() == Objective.LOGISTIC ? Resampling.values().length - 1 : 0;
        return folds() * (1 + resamplings + method.options().size());
    }

    private int leftOut() {
        return features > 1 ? folds() * Math.min(features, FeatureTables.MOST_LEFT_OUT) : 0;
    }

    private int generated() {
        return folds() * FeatureTables.MOST_TRIED;
    }
}
