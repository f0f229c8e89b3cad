package cip.server.models;

import cip.core.decide.CustomerBase;
import cip.core.monitor.AttributionSummary;
import cip.core.monitor.AttributionSummary.ClusterEffect;
import cip.core.monitor.AttributionSummary.InputEffect;
import cip.core.monitor.AttributionSummary.Point;
import cip.core.monitor.DependencePart;
import cip.core.score.Attribution;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs of a version add to the scores of our customers.
 *
 * @param asOf the instant the customers' features were computed for
 * @param customers in the base
 * @param rows how many of them were drawn
 * @param explained those drawn who have a score that can be explained
 * @param seed of the draw
 * @param because why nothing is known; {@code null} = it is
 * @param scale on which shares add up: UNIT the score itself, LOG its logarithm, LOG_ODDS the logarithm of its odds, DISTANCE
 *     how much nearer the chosen cluster is than the next; {@code null} = nothing is known
 * @param baseline what the model says on average over its training rows, on the scale
 * @param baselineScore the same as a score; {@code null} of clusters
 * @param inputs the one that adds most first
 * @param clusters of a clustering, by number; else empty
 */
public record ModelAttributions(
        Instant asOf,
        int customers,
        int rows,
        int explained,
        long seed,
        @Nullable String because,
        Attribution.@Nullable Scale scale,
        @Nullable Double baseline,
        @Nullable Double baselineScore,
        List<InputShares> inputs,
        List<ClusterShares> clusters) {

    /**
     * @param meanSize mean of the share without its sign, on the scale
     * @param halfWidth of the 95 % interval around it, from drawing customers
     * @param correlation of the ranks of value and share, -1 to 1; {@code null} of a text, or when one is always the same
     * @param hidden whether its values say who a customer is, so that neither parts nor points are shown
     * @param parts of the values, in their order
     * @param points at most 250 customers, the same ones for every input
     */
    public record InputShares(
            String input,
            double meanSize,
            double halfWidth,
            @Nullable Double correlation,
            boolean hidden,
            List<SharesOfPart> parts,
            List<SharePoint> points) {
        static InputShares of(InputEffect effect, boolean hidden) {
            return new InputShares(
                    effect.input(),
                    Digits.six(effect.meanSize()),
                    Digits.six(effect.halfWidth()),
                    Digits.known(effect.correlation()),
                    hidden,
                    hidden
                            ? List.of()
                            : effect.parts().stream().map(SharesOfPart::of).toList(),
                    hidden
                            ? List.of()
                            : effect.points().stream().map(SharePoint::of).toList());
        }
    }

    /**
     * What the input adds for the customers with some of its values.
     *
     * @param category of a text; {@code null} for other kinds
     * @param from smallest number; {@code null} for other kinds
     * @param to largest number; {@code null} for other kinds
     * @param rows how many customers
     * @param mean of their shares, on the scale
     * @param low a tenth of the shares lie below
     * @param high a tenth of the shares lie above
     */
    public record SharesOfPart(
            DependencePart.Kind kind,
            @Nullable String category,
            @Nullable Double from,
            @Nullable Double to,
            int rows,
            double mean,
            double low,
            double high) {
        static SharesOfPart of(DependencePart part) {
            return new SharesOfPart(
                    part.kind(),
                    part.kind() == DependencePart.Kind.CATEGORY ? part.category() : null,
                    Digits.known(part.from()),
                    Digits.known(part.to()),
                    part.rows(),
                    Digits.six(part.mean()),
                    Digits.six(part.low()),
                    Digits.six(part.high()));
        }
    }

    /**
     * One customer, unnamed.
     *
     * @param rank of the value among those drawn, 0 = smallest, 1 = largest; {@code null} = missing, or a text
     */
    public record SharePoint(double amount, @Nullable Double rank) {
        static SharePoint of(Point point) {
            return new SharePoint(Digits.six(point.amount()), Digits.known(point.rank()));
        }
    }

    /** @param meanShares by the order of the inputs: how much nearer each brings its customers to this cluster than to the next */
    public record ClusterShares(int cluster, int rows, List<Double> meanShares) {
        static ClusterShares of(ClusterEffect effect) {
            return new ClusterShares(
                    effect.cluster(),
                    effect.rows(),
                    effect.meanShares().stream().map(Digits::six).toList());
        }
    }

    /** @param saysWho whether the values of an input say who a customer is */
    static ModelAttributions of(AttributionSummary summary, CustomerBase base, long seed, Predicate<String> saysWho) {
        return new ModelAttributions(
                base.asOf(),
                base.size(),
                summary.rows(),
                summary.explained(),
                seed,
                null,
                summary.scale(),
                Digits.known(summary.baseline()),
                Digits.known(summary.baselineScore()),
                summary.inputs().stream()
                        .map(effect -> InputShares.of(effect, saysWho.test(effect.input())))
                        .toList(),
                summary.clusters().stream().map(ClusterShares::of).toList());
    }

    static ModelAttributions unknown(CustomerBase base, long seed, String because) {
        return new ModelAttributions(
                base.asOf(), base.size(), 0, 0, seed, because, null, null, null, List.of(), List.of());
    }
}
