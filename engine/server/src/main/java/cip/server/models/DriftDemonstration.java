package cip.server.models;

import cip.core.error.EngineException;
import cip.core.feature.FittedFeatures;
import cip.core.monitor.Contest;
import cip.core.monitor.Drift;
import cip.core.monitor.Verdict;
import cip.core.score.PmmlModel;
import cip.core.score.PmmlScorer;
import cip.server.samples.SampleRetailer;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import cip.spi.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The whole cycle of drift and retraining on synthetic customers, in memory: a champion is trained, the customers change, the
 * drift against the champion's card is measured, a challenger is trained on the changed customers, and both meet on those held
 * back. Equal seed and number of customers give equal results.
 */
public final class DriftDemonstration {
    private final Function<String, Trainer> trainers;
    private final FittedFeatures features;
    private final List<ModelRecipe> recipes;

    /** @param trainers by name @param recipes those that predict nothing are left out */
    public DriftDemonstration(Function<String, Trainer> trainers, FittedFeatures features, List<ModelRecipe> recipes) {
        this.trainers = trainers;
        this.features = features;
        this.recipes = recipes.stream()
                .filter(recipe -> recipe.target() != ModelRecipe.Target.NONE)
                .toList();
    }

    /**
     * How far one input or score has moved.
     *
     * @param name of the input or score
     */
    public record Moved(String name, Drift drift) {}

    /**
     * One model under one change.
     *
     * @param moved the inputs in the order of the card, then the score
     */
    public record Round(String scenario, String score, List<Moved> moved, Contest contest) {
        public Round {
            moved = List.copyOf(moved);
        }

        /** The gravest verdict. */
        public Verdict verdict() {
            return moved.stream()
                    .map(one -> one.drift().verdict())
                    .max(Verdict::compareTo)
                    .orElse(Verdict.NOT_ENOUGH_DATA);
        }
    }

    /**
     * @param done told after each round
     * @throws EngineException INVALID_MODEL when a model cannot be trained
     */
    public List<Round> run(int customers, long seed, Consumer<Round> done) {
        UntouchedCustomers before = UntouchedCustomers.of(history(customers, seed));
        TrainingHistory others = history(customers, seed + 1);
        List<ShippedModel> champions = recipes.stream()
                .map(recipe -> trained(before, recipe, seed, "champion"))
                .toList();
        List<Round> rounds = new ArrayList<>();
        for (DriftScenario scenario : DriftScenario.values()) {
            UntouchedCustomers after = UntouchedCustomers.of(scenario.of(others, seed));
            for (int i = 0; i < recipes.size(); i++) {
                ModelRecipe recipe = recipes.get(i);
                ShippedModel champion = champions.get(i);
                ShippedModel challenger = trained(after, recipe, seed, "challenger");
                Contest contest = after.contest(recipe, champion.pmml(), challenger, features, 0)
                        .orElseThrow();
                Round round = new Round(scenario.label(), recipe.score(), moved(champion, after), contest);
                done.accept(round);
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static TrainingHistory history(int customers, long seed) {
        return TrainingHistory.of(new SampleRetailer(seed), customers, "synthetic retailer, seed " + seed);
    }

    private ShippedModel trained(UntouchedCustomers customers, ModelRecipe recipe, long seed, String version) {
        return new ModelTraining(trainers, features, Past.only(customers.learned()), seed).train(recipe, version);
    }

    private List<Moved> moved(ShippedModel champion, UntouchedCustomers after) {
        ModelCard card = champion.card();
        List<String> names = card.inputs().stream().map(ModelCard.Input::name).toList();
        FeatureMatrix matrix = features.only(names)
                .compute(
                        after.learned().wholeRows().stream()
                                .map(TrainingHistory.Row::record)
                                .toList(),
                        after.learned().asOf());
        long reference = card.data().customers();
        List<Moved> moved = new ArrayList<>();
        for (ModelCard.Input input : card.inputs()) {
            boolean number = input.type() == FeatureInput.Type.NUMBER;
            moved.add(new Moved(
                    input.name(), input.reference().reference(number, reference).compare(matrix.column(input.name()))));
        }
        double[] scores = PmmlScorer.of(PmmlModel.read(champion.pmml()), champion.output())
                .score(matrix);
        moved.add(new Moved(
                card.score(),
                card.scores().reference(true, reference).compare(new NumberColumn(card.score(), scores))));
        return moved;
    }
}
