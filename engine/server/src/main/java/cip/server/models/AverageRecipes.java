package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.ScoreOutput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recipes of averages: their trainer is {@value #TRAINER}, and the setting {@value #PARTS} names the trainers of the recipes of the
 * same score that they take the mean of.
 */
final class AverageRecipes {
    static final String TRAINER = "average";
    static final String PARTS = "parts";

    private AverageRecipes() {}

    /** The trainers that the setting names. */
    static List<String> named(String parts) {
        return Arrays.stream(parts.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * The recipes, each average with its parts.
     *
     * @param file they stand in, for messages
     * @throws EngineException INVALID_MODEL when an average names what cannot be a part of it
     */
    static List<ModelRecipe> resolved(List<ModelRecipe> written, Path file) {
        return written.stream()
                .map(recipe -> recipe.trainer().equals(TRAINER) ? resolved(recipe, written, file) : recipe)
                .toList();
    }

    private static ModelRecipe resolved(ModelRecipe average, List<ModelRecipe> written, Path file) {
        Set<String> unknown = new TreeSet<>(average.settings().values().keySet());
        unknown.remove(PARTS);
        if (!unknown.isEmpty() || !average.features().isEmpty()) {
            throw refused(
                    average,
                    file,
                    "has " + (unknown.isEmpty() ? "features" : "the settings " + unknown) + " of its own",
                    "expected none but " + PARTS + ": it reads what its parts read");
        }
        if (average.output().kind() == ScoreOutput.Kind.CLUSTER) {
            throw refused(
                    average,
                    file,
                    "is of clusters",
                    "expected an amount or a probability: of numbers of groups there" + " is no mean");
        }
        List<String> names = named(average.settings().text(PARTS).orElse(""));
        if (names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            throw refused(average, file, "has the parts " + names, "expected at least two, each once");
        }
        return average.averaging(
                names.stream().map(name -> part(average, name, written, file)).toList());
    }

    private static ModelRecipe part(ModelRecipe average, String name, List<ModelRecipe> written, Path file) {
        List<String> possible = written.stream()
                .filter(recipe -> recipe.score().equals(average.score())
                        && !recipe.trainer().equals(TRAINER))
                .map(ModelRecipe::trainer)
                .toList();
        if (name.equals(TRAINER)) {
            throw refused(
                    average,
                    file,
                    "has the part " + name,
                    "expected no average as a part of another, but of " + possible);
        }
        Optional<ModelRecipe> part = written.stream()
                .filter(recipe -> recipe.score().equals(average.score())
                        && recipe.trainer().equals(name))
                .findFirst();
        if (part.isEmpty()) {
            String elsewhere = written.stream()
                    .filter(recipe -> recipe.trainer().equals(name))
                    .map(recipe -> ", a recipe of " + recipe.score())
                    .findFirst()
                    .orElse("");
            throw refused(
                    average,
                    file,
                    "has the part " + name + elsewhere,
                    "expected recipes of " + average.score() + ": " + possible);
        }
        if (!part.get().output().equals(average.output()) || part.get().target() != average.target()) {
            throw refused(
                    average,
                    file,
                    "has the part " + name + ", which is " + spoken(part.get()),
                    "expected, like the average, " + spoken(average));
        }
        return part.get();
    }

    private static String spoken(ModelRecipe recipe) {
        return "of kind " + recipe.output().kind() + " in \"" + recipe.output().unit() + "\" with the target "
                + recipe.target();
    }

    private static EngineException refused(ModelRecipe average, Path file, String found, String expected) {
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                "The average of " + average.score() + " in " + file + " " + found + ", " + expected
                        + ".\nMaybe a name was misspelt: parts are named by the trainers of their recipes.");
    }
}
