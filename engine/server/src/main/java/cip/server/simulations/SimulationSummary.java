package cip.server.simulations;

import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation as a list shows it; all that it counted is asked for by its id.
 *
 * @param draft id of the draft that is tried; {@code null} = the live strategy with other models
 * @param models hashes of the models it would bring in
 * @param result {@code null} = it has not finished
 * @param obstacle why it cannot be published now; {@code null} = it can
 */
public record SimulationSummary(
        String id,
        String label,
        String strategyBefore,
        String strategyAfter,
        Instant createdAt,
        String createdBy,
        @Nullable String draft,
        List<String> models,
        @Nullable Totals result,
        @Nullable String obstacle) {
    public SimulationSummary {
        models = List.copyOf(models);
    }

    /**
     * @param customers decided under both strategies
     * @param changed those who get another segment or first action
     * @param valueBefore sum of the expected values of the first actions, in the currency, their costs already taken off
     */
    public record Totals(
            Instant asOf, Instant finishedAt, long customers, long changed, double valueBefore, double valueAfter) {
        static Totals of(StoredSimulation.Finished finished) {
            return new Totals(
                    finished.asOf(),
                    finished.at(),
                    finished.counts().customers(),
                    finished.counts().changed(),
                    finished.counts().valueBefore(),
                    finished.counts().valueAfter());
        }
    }

    static SimulationSummary of(
            StoredSimulation simulation, Strategy before, Strategy after, @Nullable String obstacle) {
        return new SimulationSummary(
                simulation.id(),
                simulation.label(),
                simulation.before().value(),
                simulation.after().value(),
                simulation.createdAt(),
                simulation.createdBy(),
                simulation.draft(),
                after.models().stream()
                        .filter(model -> !before.models().contains(model))
                        .map(ModelReference::hash)
                        .toList(),
                simulation.finished().map(Totals::of).orElse(null),
                obstacle);
    }
}
