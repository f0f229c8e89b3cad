package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a model is made, as the file {@value #FILE} in the models folder says.
 *
 * @param description what the score means, with its horizon
 * @param features the candidates; the model reads those that turn out to be of use
 */
public record ModelRecipe(
        ScoreOutput output,
        String label,
        String description,
        String trainer,
        Target target,
        List<String> features,
        Settings settings) {
    /** Name of the file. */
    public static final String FILE = "recipes.json";

    /** The setting of trainers that have to know how far a score looks ahead. */
    private static final String HORIZON = "horizonDays";

    private static final String CURRENCY = "{currency}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** What is to be predicted, as it turned out in the 12 months after the cut. */
    public enum Target {
        SPEND("net spend in the 12 months after the cut, refunds taken off", 12),
        CHURN("1 = no purchase in the 12 months after the cut, 0 = at least one", 12),
        NONE("none: customers are grouped by what is known at the cut", 0);

        private final String description;
        private final int horizonMonths;

        Target(String description, int horizonMonths) {
            this.description = description;
            this.horizonMonths = horizonMonths;
        }

        String description() {
            return description;
        }

        int horizonMonths() {
            return horizonMonths;
        }

        double of(LaterPurchases later) {
            return switch (this) {
                case SPEND -> later.spend();
                case CHURN -> later.purchases() == 0 ? 1 : 0;
                case NONE -> Double.NaN;
            };
        }
    }

    public ModelRecipe {
        features = List.copyOf(features);
    }

    public String score() {
        return output.name();
    }

    /** The same recipe with these settings alone. */
    ModelRecipe with(Map<String, String> others) {
        return new ModelRecipe(output, label, description, trainer, target, features, new Settings(others));
    }

    /** The settings for a target that is measured over so many days. */
    Settings settingsFor(int days) {
        if (settings.text(HORIZON).isEmpty()) {
            return settings;
        }
        Map<String, String> values = new HashMap<>(settings.values());
        values.put(HORIZON, Integer.toString(days));
        return new Settings(values);
    }

    /** What the score should have been, in its unit. */
    public double realised(LaterPurchases later) {
        return target.of(later);
    }

    private record Recipes(List<Written> recipes) {}

    private record Written(
            String score,
            ScoreOutput.Kind kind,
            String unit,
            String label,
            String description,
            String trainer,
            Target target,
            List<String> features,
            Map<String, String> settings) {
        ModelRecipe with(String currency) {
            return new ModelRecipe(
                    new ScoreOutput(score, kind, unit.replace(CURRENCY, currency)),
                    label,
                    description,
                    trainer,
                    target,
                    features,
                    new Settings(settings));
        }
    }

    /**
     * The recipes of a models folder.
     *
     * @param currency of the amounts, e.g. {@code EUR}; stands for {@code {currency}} in units
     * @throws EngineException INVALID_MODEL when there is no such file or it cannot be read
     */
    public static List<ModelRecipe> read(Path folder, String currency) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readString(file), Recipes.class).recipes().stream()
                    .map(recipe -> recipe.with(currency))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL, "The file " + file + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The file " + file + " cannot be read.\nMaybe it is missing or not UTF-8.",
                    e);
        }
    }
}
