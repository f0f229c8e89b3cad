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
import org.jspecify.annotations.Nullable;

/**
 * How a model is made, as the file {@value #FILE} in the models folder says.
 *
 * @param description what the score means, with its horizon
 * @param features the candidates, of an average those of its parts; the model reads those that turn out to be of use
 * @param today what a target of {@link Target#ATTRIBUTE} or {@link Target#CONDITION} is; {@code null} for all others
 * @param parts whose models' scores the model takes the mean of; empty = it learns by its trainer
 */
public record ModelRecipe(
        ScoreOutput output,
        String label,
        String description,
        String trainer,
        Target target,
        List<String> features,
        Settings settings,
        @Nullable TodaysTarget today,
        List<ModelRecipe> parts) {
    /** Name of the file. */
    public static final String FILE = "recipes.json";

    /** The setting of trainers that have to know how far a score looks ahead. */
    private static final String HORIZON = "horizonDays";

    private static final String CURRENCY = "{currency}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** What is to be predicted. */
    public enum Target {
        SPEND("net spend in the 12 months after the cut, refunds taken off", 12),
        CHURN("1 = no purchase in the 12 months after the cut, 0 = at least one", 12),
        NONE("none: customers are grouped by what is known at the cut", 0),
        /** A number that is known on the same day as the inputs. */
        ATTRIBUTE("a number known on the same day as the inputs", 0),
        /** Whether a condition holds on the same day. */
        CONDITION("1 = a condition holds on the same day, 0 = it does not", 0);

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

        /** Whether it turns out after the cut only, so that a history of transactions is needed. */
        boolean comesTrue() {
            return horizonMonths > 0;
        }

        boolean isOfToday() {
            return this == ATTRIBUTE || this == CONDITION;
        }

        double of(LaterPurchases later) {
            return switch (this) {
                case SPEND -> later.spend();
                case CHURN -> later.purchases() == 0 ? 1 : 0;
                case NONE, ATTRIBUTE, CONDITION -> Double.NaN;
            };
        }
    }

    public ModelRecipe {
        parts = List.copyOf(parts);
        features = parts.isEmpty()
                ? List.copyOf(features)
                : parts.stream()
                        .flatMap(part -> part.features().stream())
                        .distinct()
                        .toList();
        if (!parts.isEmpty() && today != null) {
            throw new IllegalArgumentException("An average has no target of its own day.");
        }
        for (ModelRecipe part : parts) {
            if (!part.output().equals(output) || part.target() != target || part.today() != null) {
                throw new IllegalArgumentException("The part " + part.trainer() + " of an average of " + output.name()
                        + " has another score or target.");
            }
        }
        if (target.isOfToday() != (today != null)) {
            throw new IllegalArgumentException("The target " + target + " of " + output.name()
                    + (today == null ? " does not say what it is." : " is not known today."));
        }
    }

    /** Of what comes true later, or of nothing. */
    public ModelRecipe(
            ScoreOutput output,
            String label,
            String description,
            String trainer,
            Target target,
            List<String> features,
            Settings settings) {
        this(output, label, description, trainer, target, features, settings, null);
    }

    /** Of no parts. */
    public ModelRecipe(
            ScoreOutput output,
            String label,
            String description,
            String trainer,
            Target target,
            List<String> features,
            Settings settings,
            @Nullable TodaysTarget today) {
        this(output, label, description, trainer, target, features, settings, today, List.of());
    }

    public String score() {
        return output.name();
    }

    /** The same recipe with these settings alone. */
    ModelRecipe with(Map<String, String> others) {
        return with(features, others);
    }

    /** The same target learned from these features with these settings alone. */
    ModelRecipe with(List<String> candidates, Map<String, String> others) {
        return new ModelRecipe(
                output, label, description, trainer, target, candidates, new Settings(others), today, parts);
    }

    /** The same, the mean of these. */
    ModelRecipe averaging(List<ModelRecipe> others) {
        return new ModelRecipe(output, label, description, trainer, target, List.of(), settings, today, others);
    }

    /** The same score, made by a trainer nothing is told to. */
    ModelRecipe by(String other, List<String> candidates) {
        return new ModelRecipe(output, label, description, other, target, candidates, Settings.none(), today);
    }

    /** The same, said of it otherwise. */
    ModelRecipe described(String other) {
        return new ModelRecipe(output, label, other, trainer, target, features, settings, today, parts);
    }

    /** What is predicted, in words. */
    String targetInWords() {
        return today == null ? target.description() : today.sentence();
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

    /** A file knows targets that come true, and none. */
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
            if (target.isOfToday()) {
                throw new EngineException(
                        ErrorCode.INVALID_MODEL,
                        "The recipe of " + score + " has the target " + target
                                + ", expected one of what comes true later, or "
                                + Target.NONE
                                + ".\nMaybe send it with a training: targets that are known today are recipes of one training.");
            }
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
            return AverageRecipes.resolved(
                    JSON.readValue(Files.readString(file), Recipes.class).recipes().stream()
                            .map(recipe -> recipe.with(currency))
                            .toList(),
                    file);
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
