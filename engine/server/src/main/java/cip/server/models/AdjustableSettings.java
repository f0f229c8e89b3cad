package cip.server.models;

import cip.core.error.EngineException;
import cip.server.http.FieldProblem;
import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainerSetting;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which settings of recipes may be changed for one training, and what is wrong with changed ones. */
final class AdjustableSettings {
    private final Function<String, Trainer> trainers;

    AdjustableSettings(Function<String, Trainer> trainers) {
        this.trainers = trainers;
    }

    /**
     * What can be set of one recipe.
     *
     * @param features the candidates
     * @param settings empty = nothing can be
     * @param parts trainers of the models that the model is the average of; empty = it is none
     */
    record TrainerSettings(
            String trainer, List<String> features, List<AdjustableSetting> settings, List<String> parts) {}

    /**
     * A setting that may be changed for one training.
     *
     * @param value what the recipe says, or what holds because it says nothing
     * @param lowest of a number; {@code null} = it is none
     * @param highest of a number; {@code null} = it is none
     * @param choices of a choice; empty = it is none
     */
    record AdjustableSetting(
            String name,
            TrainerSetting.Kind kind,
            String value,
            @Nullable Double lowest,
            @Nullable Double highest,
            List<String> choices,
            String description) {}

    TrainerSettings of(ModelRecipe recipe) {
        return new TrainerSettings(
                recipe.trainer(),
                recipe.features(),
                adjustable(recipe).stream()
                        .map(setting -> new AdjustableSetting(
                                setting.name(),
                                setting.kind(),
                                recipe.settings().text(setting.name()).orElse(setting.byDefault()),
                                Double.isNaN(setting.lowest()) ? null : Double.valueOf(setting.lowest()),
                                Double.isNaN(setting.highest()) ? null : Double.valueOf(setting.highest()),
                                setting.choices(),
                                setting.description()))
                        .toList(),
                recipe.parts().stream().map(ModelRecipe::trainer).toList());
    }

    /** Everything that is wrong; fields are {@code settings.<score>.<trainer>.<name>}. */
    List<FieldProblem> problems(List<ModelRecipe> recipes, ChangedSettings changed) {
        List<FieldProblem> problems = new ArrayList<>();
        changed.byScore()
                .forEach((score, byTrainer) -> byTrainer.forEach((trainer, settings) -> {
                    String path = "settings." + score + "." + trainer;
                    Optional<ModelRecipe> recipe = recipes.stream()
                            .filter(one ->
                                    one.score().equals(score) && one.trainer().equals(trainer))
                            .findFirst();
                    if (recipe.isEmpty()) {
                        problems.add(new FieldProblem(path, "No recipe trains such a score with such a trainer."));
                    } else {
                        List<FieldProblem> single = problems(path, recipe.get(), settings);
                        problems.addAll(single);
                        if (single.isEmpty()) {
                            together(recipe.get(), changed)
                                    .ifPresent(text -> problems.add(new FieldProblem(path, text)));
                        }
                    }
                }));
        return problems;
    }

    /** What is wrong with each setting of one recipe by itself. */
    List<FieldProblem> problems(String path, ModelRecipe recipe, Map<String, String> settings) {
        Map<String, TrainerSetting> known =
                adjustable(recipe).stream().collect(Collectors.toMap(TrainerSetting::name, setting -> setting));
        List<FieldProblem> problems = new ArrayList<>();
        settings.forEach((name, value) -> {
            TrainerSetting setting = known.get(name);
            Optional<String> problem = setting == null
                    ? Optional.of("This setting cannot be changed, expected one of "
                            + known.keySet().stream().sorted().toList() + ".")
                    : setting.problem(value, recipe.features());
            problem.ifPresent(text -> problems.add(new FieldProblem(path + "." + name, text)));
        });
        return problems;
    }

    private Optional<String> together(ModelRecipe recipe, ChangedSettings changed) {
        if (!recipe.parts().isEmpty()) {
            return Optional.empty();
        }
        Settings settings = changed.in(recipe).settings();
        try {
            trainers.apply(recipe.trainer())
                    .check(new TrainingOptions(recipe.output(), TrainingRun.DEFAULT_SEED, settings));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Of a trainer whose plugin is not there nothing can be set. */
    private List<TrainerSetting> adjustable(ModelRecipe recipe) {
        try {
            return trainers.apply(recipe.trainer()).adjustable(recipe.output());
        } catch (EngineException e) {
            return List.of();
        }
    }
}
