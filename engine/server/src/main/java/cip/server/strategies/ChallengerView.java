package cip.server.strategies;

import cip.core.decide.Decider;
import cip.core.decide.SplitDecider;
import cip.core.simulate.ArmComparison;
import cip.core.simulate.ArmFigures;
import cip.core.simulate.SampleMean;
import cip.core.simulate.SampleRatio;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The strategy tried on a share of the customers, compared with the champion.
 *
 * @param version that is live
 * @param share of the customers, 0..1
 * @param since the publication that started it; the share may have been changed since
 * @param comparison {@code null} = no run over the whole base has decided by this share yet
 */
public record ChallengerView(
        int version,
        String champion,
        String challenger,
        double share,
        Publication since,
        @Nullable ComparisonView comparison) {

    /**
     * @param asOf the instant of the base that was counted
     * @param difference by how much the challenger's expected value per customer is larger
     * @param otherwise of the challenger's customers, those for whom the champion would have decided another segment or first
     *     action
     * @param otherSegment of the challenger's customers, those whom the champion would have given another segment
     * @param otherAction of the challenger's customers, those whom the champion would have given another first action
     */
    public record ComparisonView(
            Instant asOf,
            ArmView champion,
            ArmView challenger,
            MeanView difference,
            SampleRatioView sampleRatio,
            int otherwise,
            int otherSegment,
            int otherAction) {
        static ComparisonView of(ArmComparison comparison, Instant asOf, SplitDecider deciders) {
            int all =
                    comparison.champion().customers() + comparison.challenger().customers();
            return new ComparisonView(
                    asOf,
                    ArmView.of(comparison.champion(), all, deciders.champion()),
                    ArmView.of(
                            comparison.challenger(), all, deciders.challenger().orElseThrow()),
                    MeanView.of(comparison.difference()),
                    SampleRatioView.of(
                            comparison.ratio(), comparison.challenger().customers()),
                    comparison.otherwise(),
                    comparison.otherSegment(),
                    comparison.otherAction());
        }
    }

    /**
     * @param share of all customers, 0..1
     * @param reached customers whose first action is not the fallback
     * @param expectedValue of the first action per customer, in the currency of config.yml
     */
    public record ArmView(
            int customers,
            double share,
            List<PartView> segments,
            List<PartView> actions,
            int reached,
            double reachedShare,
            MeanView expectedValue) {
        static ArmView of(ArmFigures figures, int all, Decider decider) {
            Map<String, String> labels = decider.strategy().segments().labels();
            return new ArmView(
                    figures.customers(),
                    share(figures.customers(), all),
                    parts(figures.segments(), figures.customers(), id -> labels.getOrDefault(id, id)),
                    parts(figures.actions(), figures.customers(), id -> decider.strategy()
                            .actions()
                            .action(id)
                            .map(action -> action.name())
                            .orElse(id)),
                    figures.reached(),
                    share(figures.reached(), figures.customers()),
                    MeanView.of(figures.expectedValue()));
        }

        private static List<PartView> parts(Map<String, Integer> counts, int all, Function<String, String> label) {
            return counts.entrySet().stream()
                    .map(part -> new PartView(
                            part.getKey(), label.apply(part.getKey()), part.getValue(), share(part.getValue(), all)))
                    .toList();
        }

        private static double share(int part, int all) {
            return all == 0 ? 0 : (double) part / all;
        }
    }

    /**
     * A segment or a first action.
     *
     * @param share of the arm's customers, 0..1
     */
    public record PartView(String id, String label, int customers, double share) {}

    /**
     * A mean, or a difference of means, with its 95 % confidence interval.
     *
     * @param mean {@code null} = nobody was decided
     * @param low {@code null} = of fewer than two customers
     */
    public record MeanView(@Nullable Double mean, @Nullable Double low, @Nullable Double high) {
        static MeanView of(SampleMean mean) {
            return new MeanView(finite(mean.mean()), finite(mean.low()), finite(mean.high()));
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    /**
     * Whether the challenger has as many customers as its share says.
     *
     * @param expected customers that the share would give
     * @param p probability of at least so large a difference by chance
     * @param off whether it is too large to be chance, so that the arms cannot be compared
     */
    public record SampleRatioView(double expected, double chiSquare, double p, boolean off, String text) {
        static SampleRatioView of(SampleRatio ratio, int customers) {
            String found = String.format(
                    Locale.ROOT,
                    "The challenger has %,d customers, and its share would give %,.0f (chi-square %.1f, p = %s).",
                    customers,
                    ratio.expected(),
                    ratio.chiSquare(),
                    ratio.p() < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", ratio.p()));
            return new SampleRatioView(
                    ratio.expected(),
                    ratio.chiSquare(),
                    ratio.p(),
                    ratio.isOff(),
                    ratio.isOff()
                            ? found + " That is too far off to be chance: something else than the share chose them."
                            : found);
        }
    }
}
