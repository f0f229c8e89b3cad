package cip.server.shadows;

import cip.core.decide.Strategy;
import cip.core.monitor.Contest;
import cip.core.monitor.Drift;
import cip.core.monitor.RealisedQuality;
import cip.core.simulate.Simulation;
import cip.server.models.ModelCard;
import cip.server.simulations.SimulationView.Group;
import cip.server.simulations.SimulationView.Matrix;
import cip.spi.ScoreOutput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version beside the champion.
 *
 * @param watched whether it is a shadow, so that every run compares it
 * @param underWay whether a comparison waits or goes on
 * @param latest of the last run that was compared; {@code null} = none has been
 * @param recent runs that were compared, oldest first
 * @param realised of the run that was measured last; {@code null} = it is not known yet what happened
 */
public record ShadowView(
        String score,
        String label,
        String version,
        String hash,
        ScoreOutput.Kind kind,
        String unit,
        boolean watched,
        boolean underWay,
        @Nullable ShadowResult latest,
        List<RecentShadow> recent,
        @Nullable RealisedShadow realised) {
    public ShadowView {
        recent = List.copyOf(recent);
    }

    /**
     * What the decisions of a run would have been with the version in the champion's place.
     *
     * @param runId the job that decided for the whole base
     * @param runAsOf the instant for which it decided
     * @param championVersion of the model that decided
     * @param failure why there is nothing to show; {@code null} = there is
     * @param changes {@code null} = it failed
     * @param scores how far the version's scores are from the champion's, of the same customers; {@code null} = it failed, or
     *     the numbers of clusters cannot be compared
     */
    public record ShadowResult(
            String runId,
            Instant runAsOf,
            Instant comparedAt,
            String champion,
            String championVersion,
            @Nullable String failure,
            @Nullable ChangedDecisions changes,
            @Nullable Drift scores) {}

    /**
     * @param customers decided under both
     * @param changed those who would get another segment or first action
     * @param valueBefore sum of the expected values of the first actions, in the currency, their costs already taken off
     */
    public record ChangedDecisions(
            long customers, long changed, double valueBefore, double valueAfter, Matrix segments, Matrix actions) {
        static ChangedDecisions of(Simulation counts, Strategy strategy) {
            return new ChangedDecisions(
                    counts.customers(),
                    counts.changed(),
                    counts.valueBefore(),
                    counts.valueAfter(),
                    Matrix.of(
                            counts.segments(),
                            strategy.segments().segments().stream().map(Group::of)),
                    Matrix.of(
                            counts.actions(),
                            strategy.actions().actions().stream().map(Group::of)));
        }
    }

    /** @param changed {@code null} = it failed @param psi {@code null} = it failed, or clusters were compared */
    public record RecentShadow(
            String runId, Instant runAsOf, @Nullable Long customers, @Nullable Long changed, @Nullable Double psi) {
        static RecentShadow of(ShadowComparison comparison) {
            Simulation counts = comparison.counts();
            Drift drift = comparison.drift();
            return new RecentShadow(
                    comparison.run(),
                    comparison.asOf(),
                    counts == null ? null : counts.customers(),
                    counts == null ? null : counts.changed(),
                    drift == null || drift.psi() == null ? null : drift.psi().value());
        }
    }

    /**
     * What both models' scores of one run turned out to be worth, on the same customers.
     *
     * @param contest the version as challenger against the champion; {@code null} = too few customers
     */
    public record RealisedShadow(
            String runId,
            Instant measuredAt,
            RealisedQuality champion,
            RealisedQuality shadow,
            @Nullable Contest contest) {}

    static ShadowView of(
            ModelCard card,
            String version,
            boolean watched,
            boolean underWay,
            @Nullable ShadowResult latest,
            List<RecentShadow> recent,
            @Nullable RealisedShadow realised) {
        return new ShadowView(
                card.score(),
                card.label(),
                version,
                card.hash(),
                card.kind(),
                card.unit(),
                watched,
                underWay,
                latest,
                recent,
                realised);
    }
}
