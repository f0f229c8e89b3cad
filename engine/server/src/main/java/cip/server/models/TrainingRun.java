package cip.server.models;

import cip.core.customer.CustomerSchema;
import cip.core.feature.FittedFeatures;
import cip.server.samples.SampleRetailer;
import cip.spi.Trainer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes the shipped models from the synthetic retailer: a function of recipes, features, number of customers and seed, down
 * to the bytes of models and cards.
 */
public final class TrainingRun {
    /** Another retailer than that of the sample files, so that no model has seen the customers it is shown with. */
    public static final long DEFAULT_SEED = 20250630;

    public static final int DEFAULT_CUSTOMERS = 20_000;

    private final Function<String, Trainer> trainers;
    private final FittedFeatures features;
    private final List<ModelRecipe> recipes;
    private final CustomerSchema schema;

    /** @param trainers by name */
    public TrainingRun(
            Function<String, Trainer> trainers,
            FittedFeatures features,
            List<ModelRecipe> recipes,
            CustomerSchema schema) {
        this.trainers = trainers;
        this.features = features;
        this.recipes = List.copyOf(recipes);
        this.schema = schema;
    }

    /**
     * Trains the first recipe of each score; its rivals are for customers of one's own.
     *
     * @param done told after each model
     * @throws cip.core.error.EngineException {@code INVALID_MODEL} when a model cannot be trained, or its PMML scores
     *     otherwise than the trainer did, or is better than the truth behind the customers
     */
    public List<ShippedModel> train(int customers, long seed, String version, Consumer<ModelCard> done) {
        SampleRetailer retailer = new SampleRetailer(seed);
        String source = "synthetic retailer, " + customers + " customers and "
                + retailer.guests(customers).count() + " guests, seed " + seed;
        Past past = Past.of(retailer, customers, source, schema);
        CeilingCheck ceilings = CeilingCheck.of(retailer, customers);
        Set<String> scores = new HashSet<>();
        return recipes.stream()
                .filter(recipe -> scores.add(recipe.score()))
                .map(recipe -> new ModelTraining(trainers, features, past, seed).train(recipe, version))
                .peek(model -> done.accept(model.card()))
                .peek(model -> ceilings.require(model.card()))
                .toList();
    }
}
