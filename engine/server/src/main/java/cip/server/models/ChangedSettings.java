package cip.server.models;

import cip.server.models.AdjustableSettings.AdjustableSetting;
import cip.server.models.AdjustableSettings.TrainerSettings;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings that one training takes instead of its recipes'.
 *
 * @param byScore by score, then trainer, then name of the setting
 */
record ChangedSettings(Map<String, Map<String, Map<String, String>>> byScore) {
    /** Name of the table on the card. */
    static final String TABLE = "changedSettings";

    ChangedSettings {
        byScore = Map.copyOf(byScore);
    }

    static ChangedSettings of(@Nullable Map<String, Map<String, Map<String, String>>> byScore) {
        return new ChangedSettings(byScore == null ? Map.of() : byScore);
    }

    boolean isEmpty() {
        return byScore.values().stream().flatMap(of -> of.values().stream()).allMatch(Map::isEmpty);
    }

    Map<String, String> of(ModelRecipe recipe) {
        return byScore.getOrDefault(recipe.score(), Map.of()).getOrDefault(recipe.trainer(), Map.of());
    }

    /** The recipe with the settings changed, and with those of its parts. */
    ModelRecipe in(ModelRecipe recipe) {
        Map<String, String> settings = new HashMap<>(recipe.settings().values());
        settings.putAll(of(recipe));
        ModelRecipe changed = recipe.with(settings);
        return recipe.parts().isEmpty()
                ? changed
                : changed.averaging(recipe.parts().stream().map(this::in).toList());
    }

    /**
     * The model with what was changed on its card; as it is when nothing differs from what would have held.
     *
     * @param usual what a recipe's trainer can be told, with what holds when nobody changes it
     */
    ShippedModel noted(ModelRecipe recipe, Function<ModelRecipe, TrainerSettings> usual, ShippedModel model) {
        List<ComparedRow> rows = new ArrayList<>(rows(recipe, "", usual));
        recipe.parts().forEach(part -> rows.addAll(rows(part, part.trainer() + ": ", usual)));
        if (rows.isEmpty()) {
            return model;
        }
        ModelCard card =
                model.card().with(new Table(TABLE, "What was set for this training instead of its recipe.", rows));
        return new ShippedModel(card, model.pmml(), card.toJson());
    }

    private List<ComparedRow> rows(ModelRecipe recipe, String before, Function<ModelRecipe, TrainerSettings> usual) {
        Map<String, String> held = new HashMap<>(usual.apply(recipe).settings().stream()
                .collect(Collectors.toMap(AdjustableSetting::name, AdjustableSetting::value)));
        held.putAll(recipe.settings().values());
        return new TreeMap<>(of(recipe))
                .entrySet().stream()
                        .filter(change -> !change.getValue().equals(held.get(change.getKey())))
                        .map(change -> new ComparedRow(
                                before + change.getKey(),
                                List.of(),
                                sentence(change.getValue(), held.get(change.getKey()))))
                        .toList();
    }

    private static String sentence(String value, @Nullable String before) {
        String instead = before == null ? "the usual" : before.isEmpty() ? "nothing" : before;
        return (value.isEmpty() ? "nothing" : value) + " instead of " + instead;
    }
}
