package cip.server.models;

import cip.spi.TrainedModel;
import cip.spi.Trainer;
import cip.spi.TrainingData;
import cip.spi.TrainingOptions;
import cip.spi.TrainingProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Learns the models of recipes: by their trainers, or of an average, from its parts. What was learned on an occasion is
 * remembered, so that a part which is a model of its own as well is learned once. For one thread and the recipes of one score.
 */
final class Learner {
    private final Function<String, Trainer> trainers;
    private final long seed;
    private final Map<Learned, TrainedModel> remembered = new HashMap<>();

    Learner(Function<String, Trainer> trainers, long seed) {
        this.trainers = trainers;
        this.seed = seed;
    }

    /**
     * As of when is learned. On one occasion every recipe of a score is shown the same rows.
     *
     * @param name tells it from others
     * @param days the target is measured over; 0 = as the recipe says
     * @param compare see {@link TrainingOptions}
     */
    record Occasion(String name, int days, boolean compare) {}

    private record Learned(ModelRecipe recipe, Occasion occasion) {}

    /**
     * @param rows with the features of these names
     * @throws IllegalArgumentException when the data cannot be learned from
     */
    TrainedModel learn(
            ModelRecipe recipe,
            Occasion occasion,
            Function<List<String>, TrainingData> rows,
            TrainingProgress progress) {
        TrainedModel known = remembered.get(new Learned(recipe, occasion));
        if (known != null) {
            return known;
        }
        TrainedModel model = recipe.parts().isEmpty()
                ? trained(recipe, occasion, rows, progress)
                : average(recipe, occasion, rows, progress);
        remembered.put(new Learned(recipe, occasion), model);
        return model;
    }

    private TrainedModel trained(
            ModelRecipe recipe,
            Occasion occasion,
            Function<List<String>, TrainingData> rows,
            TrainingProgress progress) {
        return trainers.apply(recipe.trainer())
                .train(
                        rows.apply(recipe.features()),
                        new TrainingOptions(
                                recipe.output(),
                                seed,
                                occasion.days() == 0 ? recipe.settings() : recipe.settingsFor(occasion.days()),
                                occasion.compare(),
                                progress));
    }

    private TrainedModel average(
            ModelRecipe recipe,
            Occasion occasion,
            Function<List<String>, TrainingData> rows,
            TrainingProgress progress) {
        List<TrainedModel> parts = new ArrayList<>();
        double each = 0.95 / recipe.parts().size();
        for (ModelRecipe part : recipe.parts()) {
            TrainingProgress heard = progress.part(each * parts.size(), each * (parts.size() + 1));
            try {
                parts.add(learn(
                        part,
                        occasion,
                        rows,
                        (share, doing) -> heard.reached(share, "part " + part.trainer() + ", " + doing)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Its part " + part.trainer() + " cannot be had. " + e.getMessage(), e);
            }
        }
        progress.reached(0.95, "putting the parts together");
        return new AverageOfModels(recipe, parts, rows.apply(recipe.features())).model();
    }
}
