package cip.plugins.trainer;

import static cip.spi.TrainerSetting.choice;
import static cip.spi.TrainerSetting.features;
import static cip.spi.TrainerSetting.number;
import static cip.spi.TrainerSetting.wholeNumber;
import static cip.spi.TrainerSetting.yesNo;

import cip.spi.ScoreOutput;
import cip.spi.TrainerSetting;
import java.util.List;
import java.util.stream.Stream;

/** The settings that may be changed for one training, with their ranges and what holds without them. */
final class Adjustable {
    static final TrainerSetting TREES = wholeNumber("trees", 80, 1, 2000, "Trees that are grown one after the other.");
    static final TrainerSetting DEPTH = wholeNumber("depth", 3, 1, 8, "How many questions a tree asks of a customer.");
    static final TrainerSetting LEARNING_RATE =
            number("learningRate", 0.1, 0.001, 1, "How much each tree counts; lower takes more trees.");
    static final TrainerSetting TREE_L1 = number("l1", 0, 0, 1e6, "Penalty that drives leaves to 0.");
    static final TrainerSetting TREE_L2 = number("l2", 1, 0, 1e6, "Penalty on large leaves.");
    static final TrainerSetting LEAF = number(
            "minimumLeafWeight", 1, 0, 1e6, "A leaf holds at least that much weight: customers, or less where sure.");
    static final TrainerSetting TWEEDIE_POWER = number(
            "tweediePower", 1.5, 1.001, 1.999, "Of the objective tweedie: near 1 = counts, near 2 = amounts only.");
    static final TrainerSetting LINEAR_L1 =
            number("l1", 0.0005, 0, 1e6, "Penalty that drives coefficients to exactly 0.");
    static final TrainerSetting LINEAR_L2 =
            number("l2", 0.0005, 0, 1e6, "Penalty that makes coefficients small and alike.");
    static final TrainerSetting FOLDS =
            wholeNumber("folds", 5, 2, 20, "Parts of the customers; each is predicted from the others.");
    static final TrainerSetting REPEATS =
            wholeNumber("repeats", 2, 1, 20, "How often customers are dealt into folds anew.");
    static final TrainerSetting THRESHOLD =
            number("threshold", 0, 0, 1, "From which score on a customer counts as a 1; 0 = where F1 is best.");
    static final TrainerSetting COMPARE_ROWS = wholeNumber(
            "compareRows", 3000, 0, 1_000_000, "Rows on which other settings are compared; 0 = not at all.");
    static final TrainerSetting INTERVAL = wholeNumber(
            "interval", 0, 0, 99, "Percent of customers that the interval of a score shall hold; 0 = no interval.");
    static final TrainerSetting CLUSTERS =
            wholeNumber("clusters", 0, 0, 50, "How many clusters; 0 = chosen between the fewest and the most.");
    static final TrainerSetting FEWEST_CLUSTERS =
            wholeNumber("fewestClusters", 2, 2, 50, "The fewest clusters considered.");
    static final TrainerSetting MOST_CLUSTERS = wholeNumber("mostClusters", 8, 2, 50, "The most clusters considered.");
    static final TrainerSetting STARTS =
            wholeNumber("starts", 20, 1, 200, "How often clustering begins anew; the best is kept.");
    static final TrainerSetting LOGARITHM = features("logarithm", "Features of which ln(1 + x) is read.");

    private static final TrainerSetting OBJECTIVE = choice(
            "objective", "squared", List.of("squared", "tweedie"), "What is minimised; tweedie suits many zeros.");
    private static final TrainerSetting INCREASING = features("increasing", "Features that may only raise the score.");
    private static final TrainerSetting DECREASING = features("decreasing", "Features that may only lower the score.");
    private static final TrainerSetting RESAMPLING = choice(
            "resampling",
            "none",
            List.of("none", "weights", "smote"),
            "What is done about a rare class: nothing, class weights, or SMOTE.");
    private static final TrainerSetting TUNE =
            yesNo("tune", false, "Chooses depth or penalties on folds within the folds; takes many times as long.");
    private static final TrainerSetting LEAVE_OUT_GIVEAWAYS =
            yesNo("leaveOutGiveaways", true, "Leaves out a feature that gives the target away by itself.");

    private Adjustable() {}

    static List<TrainerSetting> boosting(ScoreOutput output) {
        boolean probability = output.kind() == ScoreOutput.Kind.PROBABILITY;
        return Stream.of(
                        Stream.of(TREES, DEPTH, LEARNING_RATE, TREE_L1, TREE_L2, LEAF, INCREASING, DECREASING),
                        probability ? Stream.<TrainerSetting>of() : Stream.of(OBJECTIVE, TWEEDIE_POWER),
                        protocol(probability))
                .flatMap(part -> part)
                .toList();
    }

    static List<TrainerSetting> linear(ScoreOutput output) {
        return Stream.concat(
                        Stream.of(LINEAR_L1, LINEAR_L2, LOGARITHM),
                        protocol(output.kind() == ScoreOutput.Kind.PROBABILITY))
                .toList();
    }

    static List<TrainerSetting> clustering() {
        return List.of(CLUSTERS, FEWEST_CLUSTERS, MOST_CLUSTERS, STARTS, LOGARITHM);
    }

    private static Stream<TrainerSetting> protocol(boolean probability) {
        return Stream.concat(
                probability ? Stream.of(RESAMPLING, THRESHOLD) : Stream.of(INTERVAL),
                Stream.of(FOLDS, REPEATS, TUNE, LEAVE_OUT_GIVEAWAYS, COMPARE_ROWS));
    }
}
