package cip.server.models;

import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSample;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Contest;
import cip.core.monitor.Outcomes;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.ScoreOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A history, divided into customers to learn from and customers to measure on. A fifth is held back, chosen by a hash of their
 * ids alone: always the same ones, so that a champion which was trained here has not learned from them either.
 *
 * @param untouched one row for each customer held back, with everything that is known
 */
record UntouchedCustomers(TrainingHistory learned, List<TrainingHistory.Row> untouched) {
    /** Of fewer customers than this a fifth would decide nothing, so all are learned from. */
    static final int FEWEST_DIVIDED = 500;

    /** Who is held back. */
    static final CustomerSample HELD_BACK = new CustomerSample("contest ", 5);

    private static final String DIVIDED = ", a fifth held back to meet the champion on";

    static UntouchedCustomers of(TrainingHistory history) {
        if (history.customers() < FEWEST_DIVIDED) {
            return new UntouchedCustomers(history, List.of());
        }
        List<TrainingHistory.Row> learned = new ArrayList<>();
        List<TrainingHistory.Row> untouched = new ArrayList<>();
        for (TrainingHistory.Row row : history.wholeRows()) {
            if (HELD_BACK.has(row.record().id())) {
                untouched.add(row);
            } else {
                learned.add(new TrainingHistory.Row(row.record(), row.later(), learned.size(), true));
            }
        }
        return new UntouchedCustomers(
                TrainingHistory.of(history.source().dividedBy(DIVIDED), history.asOf(), learned, history.findings()),
                untouched);
    }

    /** Whether a model may have learned from customers held back: it learned from our customers before these were divided. */
    static boolean learnedFromEverybody(ModelCard card) {
        return card.data().isOfOwnCustomers() && !card.data().heldBack();
    }

    /**
     * Lets both models score the customers held back, as they were known at the cut: an attribute that is known as of today
     * only may be the very thing to predict, so both do without it. Those with the attributes and purchases of one that was learned from are
     * left out, and so is who one of the models cannot score.
     *
     * @param champion PMML
     * @param tolerance share of the champion's loss by which the challenger's may be larger
     * @return empty = the recipe predicts nothing that could come true, or nobody is left to measure on
     */
    Optional<Contest> contest(
            ModelRecipe recipe, byte[] champion, ShippedModel challenger, FittedFeatures features, double tolerance) {
        if (!recipe.target().comesTrue() || untouched.isEmpty()) {
            return Optional.empty();
        }
        PmmlScorer ofChampion = PmmlScorer.of(PmmlModel.read(champion), recipe.output());
        PmmlScorer ofChallenger = PmmlScorer.of(PmmlModel.read(challenger.pmml()), recipe.output());
        FittedFeatures read = features.only(Stream.concat(ofChampion.inputs().stream(), ofChallenger.inputs().stream())
                .map(FeatureInput::name)
                .distinct()
                .toList());
        Set<List<Object>> seen =
                learned.wholeRows().stream().map(UntouchedCustomers::content).collect(Collectors.toSet());
        List<List<Object>> contents =
                untouched.stream().map(UntouchedCustomers::content).toList();
        FeatureMatrix matrix =
                read.compute(untouched.stream().map(row -> atCut(row.record())).toList(), learned.asOf());
        double[] before = ofChampion.score(matrix);
        double[] after = ofChallenger.score(matrix);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            if (!seen.contains(contents.get(row)) && Double.isFinite(before[row]) && Double.isFinite(after[row])) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double[] actual = rows.stream()
                .mapToDouble(row -> recipe.target().of(untouched.get(row).later()))
                .toArray();
        int[] groups = Outcomes.groupsOf(rows.stream().map(contents::get).toList());
        Outcomes champions = new Outcomes(chosen(before, rows), actual, groups);
        Outcomes challengers = new Outcomes(chosen(after, rows), actual, groups);
        return Optional.of(
                recipe.output().kind() == ScoreOutput.Kind.PROBABILITY
                        ? Contest.ofProbabilities(champions, challengers, tolerance)
                        : Contest.ofAmounts(champions, challengers, tolerance));
    }

    private CustomerRecord atCut(CustomerRecord record) {
        Map<String, Object> attributes = new HashMap<>(record.attributes());
        attributes.keySet().removeAll(learned.todaysAttributes());
        return new CustomerRecord(record.id(), attributes, record.purchases());
    }

    private static double[] chosen(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }

    /** What makes a customer a copy of another. */
    private static List<Object> content(TrainingHistory.Row row) {
        return List.of(row.record().attributes(), row.record().purchases());
    }
}
