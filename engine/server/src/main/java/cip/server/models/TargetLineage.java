package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.feature.FittedFeatures;
import cip.spi.Evidence.Finding;
import cip.spi.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which inputs of a recipe are computed from what its target is made of. They give the target away by definition, however
 * little they follow it in these rows, and are left out unless the setting {@value #LEAVE_OUT} is {@code false}.
 *
 * @param recipe what is learned: without the inputs left out, its settings not naming them
 * @param findings for the card
 */
record TargetLineage(ModelRecipe recipe, List<Finding> findings) {
    static final String LEAVE_OUT = "leaveOutGiveaways";

    /** @throws EngineException INVALID_MODEL when nothing is left to learn from */
    static TargetLineage of(ModelRecipe recipe, FittedFeatures features) {
        TodaysTarget target = recipe.today();
        if (target == null) {
            return new TargetLineage(recipe, List.of());
        }
        List<String> given = inputs(target, recipe.features(), features);
        boolean leaveOut = leavesOut(recipe.settings());
        List<String> kept = recipe.features().stream()
                .filter(name -> !leaveOut || !given.contains(name))
                .toList();
        if (kept.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "Every input of the model " + recipe.score() + " (" + String.join(", ", given)
                            + ") is computed from what its target is made of, so nothing is left to learn from.\nMaybe the inputs"
                            + " and the target were mixed up.");
        }
        List<Finding> findings = new ArrayList<>();
        for (String name : given) {
            findings.add(new Finding(
                    Finding.Kind.GIVEAWAY,
                    "The feature " + name + (target.columns().contains(name) ? " is" : " is computed from")
                            + " what the target is made of. "
                            + (leaveOut ? "It was left out." : "It was kept because the settings say so."),
                    List.of(name)));
        }
        findings.add(
                new Finding(Finding.Kind.COMPUTABLE_TARGET, definition(target, given, leaveOut), target.columns()));
        return new TargetLineage(without(recipe, kept), findings);
    }

    /** The inputs that share an attribute with the target, or transactions. */
    static List<String> inputs(TodaysTarget target, List<String> candidates, FittedFeatures features) {
        Set<String> sources = target.columns().stream()
                .flatMap(column -> features.madeOf(column).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return candidates.stream()
                .filter(name -> !Collections.disjoint(features.madeOf(name), sources))
                .toList();
    }

    static boolean leavesOut(Settings settings) {
        return !settings.text(LEAVE_OUT).orElse("true").equals("false");
    }

    private static String definition(TodaysTarget target, List<String> given, boolean leftOut) {
        String columns = String.join(", ", target.columns());
        String what = target instanceof TodaysTarget.OfCondition
                ? "The label is a function of " + columns
                : "The target is " + columns + " itself";
        return what + " as known on the same day" + (given.isEmpty() || leftOut ? "" : ", which the model reads")
                + ": good figures show that the inputs say the same, not what customers will do.";
    }

    /** Settings that list features may not name one that is left out. */
    private static ModelRecipe without(ModelRecipe recipe, List<String> kept) {
        if (kept.size() == recipe.features().size()) {
            return recipe;
        }
        Map<String, String> settings = new TreeMap<>();
        recipe.settings().values().forEach((name, value) -> {
            List<String> parts =
                    Arrays.stream(value.split(",")).map(String::strip).toList();
            boolean lists = recipe.features().containsAll(parts);
            String left = lists ? parts.stream().filter(kept::contains).collect(Collectors.joining(",")) : value;
            if (!lists || !left.isEmpty()) {
                settings.put(name, left);
            }
        });
        return recipe.with(kept, settings);
    }
}
