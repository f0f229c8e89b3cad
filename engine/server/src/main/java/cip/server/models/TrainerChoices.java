package cip.server.models;

import cip.core.error.EngineException;
import cip.server.http.FieldProblem;
import cip.server.models.AdjustableSettings.TrainerSettings;
import cip.spi.ScoreOutput;
import cip.spi.Settings;
import cip.spi.Trainer;
import cip.spi.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which trainers make which kind of score, and what may be told to them. */
final class TrainerChoices {
    /** Setting of any trainer that measures what it made: what the metrics shall reach. */
    static final String AIMS = "aims";

    /** Setting of any trainer with a target: a feature that predicts by itself as anybody would. */
    private static final String NAIVE = "naive";

    private final Supplier<List<String>> names;
    private final Function<String, Trainer> trainers;
    private final AdjustableSettings adjustable;

    /** @param names of all trainers that are ready for use */
    TrainerChoices(Supplier<List<String>> names, Function<String, Trainer> trainers, AdjustableSettings adjustable) {
        this.names = names;
        this.trainers = trainers;
        this.adjustable = adjustable;
    }

    /** Those that make such a score, with what can be set of them. */
    List<TrainerSettings> of(ModelRecipe known) {
        return names.get().stream()
                .filter(name -> refusal(name, known.output(), Map.of()).isEmpty())
                .map(name -> adjustable.of(known.by(name, List.of())))
                .toList();
    }

    /** Whether a trainer knows the setting {@value #AIMS}. */
    boolean measures(String trainer, ScoreOutput output) {
        return refusal(trainer, output, Map.of()).isEmpty()
                && refusal(trainer, output, Map.of(AIMS, "")).isEmpty();
    }

    /** What is wrong with the trainer or its settings; fields begin with the path of the recipe. */
    List<FieldProblem> problems(String path, OwnRecipe recipe, ModelRecipe known) {
        if (!names.get().contains(recipe.trainer())) {
            return List.of(new FieldProblem(
                    path + ".trainer",
                    "There is no trainer " + recipe.trainer() + ", expected one of " + names.get() + "."));
        }
        Optional<String> unfit = refusal(recipe.trainer(), known.output(), Map.of());
        if (unfit.isPresent()) {
            return List.of(new FieldProblem(path + ".trainer", unfit.get()));
        }
        Map<String, String> offered = new TreeMap<>(recipe.told());
        offered.keySet().removeAll(List.of(AIMS, NAIVE));
        List<FieldProblem> problems = new ArrayList<>(
                adjustable.problems(path + ".settings", known.by(recipe.trainer(), recipe.features()), offered));
        String naive = recipe.told().getOrDefault(NAIVE, "");
        if (!naive.isEmpty() && !recipe.features().contains(naive)) {
            problems.add(new FieldProblem(
                    path + ".settings." + NAIVE,
                    "The setting naive is " + naive + ", expected the name of a candidate feature."));
        }
        if (problems.isEmpty()) {
            refusal(recipe.trainer(), known.output(), recipe.told())
                    .ifPresent(text -> problems.add(new FieldProblem(path + ".settings", text)));
        }
        return problems;
    }

    private Optional<String> refusal(String trainer, ScoreOutput output, Map<String, String> settings) {
        try {
            trainers.apply(trainer)
                    .check(new TrainingOptions(output, TrainingRun.DEFAULT_SEED, new Settings(settings)));
            return Optional.empty();
        } catch (IllegalArgumentException | EngineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
