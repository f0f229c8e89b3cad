package cip.server.models;

import cip.core.error.EngineException;
import cip.server.models.ModelEvidence.ComparedModel;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.ComparedRow.Role;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Models of one score, trained on the same customers by different recipes and measured on the same target; in the order of the
 * recipes. The best has the lowest squared error or log-loss on the same hold-out by time; without one, as each card measures
 * it. Never the lowest absolute error: where most customers spend nothing, that chooses whoever predicts nothing.
 *
 * @param failures why further recipes made no model, by trainer
 */
record Rivals(List<ShippedModel> models, Map<String, EngineException> failures) {
    private static final List<String> DECIDING = List.of("rmse", "logLoss");

    Rivals {
        models = List.copyOf(models);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    static Rivals none() {
        return new Rivals(List.of(), Map.of());
    }

    Rivals with(ShippedModel model) {
        return new Rivals(Stream.concat(models.stream(), Stream.of(model)).toList(), failures);
    }

    Rivals without(String trainer, EngineException failure) {
        Map<String, EngineException> all = new LinkedHashMap<>(failures);
        all.put(trainer, failure);
        return new Rivals(models, all);
    }

    /** Why the first recipe made no model; empty = at least one recipe made one. */
    Optional<EngineException> failure() {
        return models.isEmpty() ? failures.values().stream().findFirst() : Optional.empty();
    }

    /** The best of at least one; of equals, and of models that cannot be compared, the first. */
    ShippedModel best() {
        return compared(models.get(bestIndex()));
    }

    /** All but the best. */
    List<ShippedModel> others() {
        return models.stream()
                .filter(model -> model != models.get(bestIndex()))
                .map(this::compared)
                .toList();
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < models.size(); i++) {
            if (loss(models.get(i)) < loss(models.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private double loss(ShippedModel model) {
        return figures(model).stream()
                .filter(figure -> DECIDING.contains(figure.name()))
                .mapToDouble(figure -> known(figure.value()))
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** What is compared: measured on the same later customers where that was done for all. */
    private List<Figure> figures(ShippedModel model) {
        return models.stream().allMatch(one -> later(one).isPresent())
                ? later(model).orElseThrow()
                : model.card().metrics().stream().map(Rivals::figure).toList();
    }

    /** The figures of the hold-out by time, with the one that decides. */
    private static Optional<List<Figure>> later(ShippedModel model) {
        return Optional.of(model.card().evidence().figures(Role.LATER)).filter(figures -> figures.stream()
                .anyMatch(figure -> DECIDING.contains(figure.name()) && figure.value() != null));
    }

    private ShippedModel compared(ShippedModel model) {
        if (models.size() + failures.size() < 2) {
            return model;
        }
        ModelCard card = model.card().with(table());
        if (card.trainer().equals(AverageRecipes.TRAINER)) {
            card = card.with(parts(card));
        }
        return new ShippedModel(card, model.pmml(), card.toJson());
    }

    private Table table() {
        List<String> shared = figures(models.get(0)).stream()
                .map(Figure::name)
                .filter(name ->
                        models.stream().allMatch(model -> named(model, name).isPresent()))
                .toList();
        ShippedModel best = models.get(bestIndex());
        boolean later = models.stream().allMatch(model -> later(model).isPresent());
        return new Table(
                "rivals",
                "Models trained on the same customers by other recipes, "
                        + (later
                                ? "all measured on the same later customers (table outOfTime)"
                                : "each measured as its own card says")
                        + "; the lowest " + String.join(" or ", DECIDING) + " becomes the challenger."
                        + failures.entrySet().stream()
                                .map(failed -> " Nothing came of " + failed.getKey() + ": "
                                        + failed.getValue().getMessage())
                                .collect(Collectors.joining()),
                models.stream()
                        .map(model -> row(
                                model.card(),
                                shared.stream()
                                        .flatMap(name -> named(model, name).stream())
                                        .toList(),
                                model == best ? "best" : ""))
                        .toList());
    }

    private static ComparedRow row(ModelCard card, List<Figure> figures, String verdict) {
        return new ComparedRow(
                card.trainer() + ", version " + card.version(),
                figures,
                verdict,
                null,
                new ComparedModel(card.trainer(), card.version(), card.hash()));
    }

    /** The models that one is the average of, as each card measures them. */
    private Table parts(ModelCard average) {
        List<String> trainers = AverageRecipes.named(average.settings().getOrDefault(AverageRecipes.PARTS, ""));
        List<ModelCard> parts = models.stream()
                .map(ShippedModel::card)
                .filter(card -> trainers.contains(card.trainer()))
                .toList();
        return new Table(
                AverageRecipes.PARTS,
                "The models that this one is the average of, each measured as its own card says.",
                parts.stream()
                        .map(part -> row(
                                part,
                                part.metrics().stream()
                                        .filter(metric -> parts.stream().allMatch(other -> other.metrics().stream()
                                                .anyMatch(one -> one.name().equals(metric.name()))))
                                        .map(Rivals::figure)
                                        .toList(),
                                ""))
                        .toList());
    }

    private static Figure figure(ModelCard.Metric metric) {
        return new Figure(metric.name(), metric.value(), metric.baseline(), metric.low(), metric.high());
    }

    private Optional<Figure> named(ShippedModel model, String name) {
        return figures(model).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst();
    }
}
