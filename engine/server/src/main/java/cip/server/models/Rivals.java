package cip.server.models;

import cip.core.error.EngineException;
import cip.server.models.ModelEvidence.ComparedRow;
import cip.server.models.ModelEvidence.Figure;
import cip.server.models.ModelEvidence.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models of one score, trained on the same customers by different recipes and measured on the same target; in the order of the
 * recipes. The best has the lowest squared error or log-loss. Never the lowest absolute error: where most customers spend
 * nothing, that chooses whoever predicts nothing.
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

    private static double loss(ShippedModel model) {
        return model.card().metrics().stream()
                .filter(metric -> DECIDING.contains(metric.name()))
                .mapToDouble(ModelCard.Metric::value)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private ShippedModel compared(ShippedModel model) {
        if (models.size() + failures.size() < 2) {
            return model;
        }
        ModelCard card = model.card().with(table());
        return new ShippedModel(card, model.pmml(), card.toJson());
    }

    private Table table() {
        List<String> shared = models.get(0).card().metrics().stream()
                .map(ModelCard.Metric::name)
                .filter(name ->
                        models.stream().allMatch(model -> metric(model, name).isPresent()))
                .toList();
        ShippedModel best = models.get(bestIndex());
        return new Table(
                "rivals",
                "Models trained on the same customers by other recipes, each measured as its own card says; the lowest "
                        + String.join(" or ", DECIDING) + " becomes the challenger."
                        + failures.entrySet().stream()
                                .map(failed -> " Nothing came of " + failed.getKey() + ": "
                                        + failed.getValue().getMessage())
                                .collect(Collectors.joining()),
                models.stream()
                        .map(model -> new ComparedRow(
                                model.card().trainer() + ", version "
                                        + model.card().version(),
                                shared.stream()
                                        .flatMap(name -> metric(model, name).stream())
                                        .map(metric -> new Figure(
                                                metric.name(),
                                                metric.value(),
                                                metric.baseline(),
                                                metric.low(),
                                                metric.high()))
                                        .toList(),
                                model == best ? "best" : ""))
                        .toList());
    }

    private static Optional<ModelCard.Metric> metric(ShippedModel model, String name) {
        return Stream.of(model)
                .flatMap(one -> one.card().metrics().stream())
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }
}
