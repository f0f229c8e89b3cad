package cip.core.simulate;

import cip.core.decide.Arm;
import cip.core.decide.ChallengerShare;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import java.util.Optional;

/**
 * A champion and its challenger, each by the customers whom it decided for, and the challenger's customers by what the champion
 * would have decided for them.
 *
 * @param ratio whether the challenger has as many customers as its share says
 * @param otherSegment of the challenger's customers, those whom the champion would have given another segment
 * @param otherAction of the challenger's customers, those whom the champion would have given another first action
 * @param otherwise of the challenger's customers, those with either
 */
public record ArmComparison(
        ArmFigures champion,
        ArmFigures challenger,
        SampleRatio ratio,
        int otherSegment,
        int otherAction,
        int otherwise) {

    /** By how much the challenger's customers have a larger expected value than the champion's, per customer. */
    public SampleMean difference() {
        return challenger.expectedValue().minus(champion.expectedValue());
    }

    private static final class Counts {
        private int segments;
        private int actions;
        private int either;

        void add(Change change) {
            segments += change.segmentBefore().equals(change.segmentAfter()) ? 0 : 1;
            actions += change.actionBefore().equals(change.actionAfter()) ? 0 : 1;
            either++;
        }
    }

    /**
     * @param base that both have decided
     * @throws IllegalArgumentException when the base was decided by another split, or by one strategy alone
     */
    public static ArmComparison of(CustomerBase base, SplitDecider deciders) {
        StrategySplit split = deciders.split();
        if (!base.split().equals(split)) {
            throw new IllegalArgumentException("The base was decided by " + base.split() + ", not by " + split + ".");
        }
        ChallengerShare share = split.challenged().orElseThrow(() -> new IllegalArgumentException("No challenger."));
        Decider challenger = deciders.challenger().orElseThrow();
        Counts counts = new Counts();
        new BaseSimulation(
                        deciders.champion(),
                        challenger,
                        base,
                        deciders.champion().strategy())
                .run(
                        change -> {
                            if (split.armOf(change.customer()).equals(Optional.of(Arm.CHALLENGER))) {
                                counts.add(change);
                            }
                        },
                        done -> {});
        ArmFigures tried = ArmFigures.of(base, challenger);
        return new ArmComparison(
                ArmFigures.of(base, deciders.champion()),
                tried,
                SampleRatio.of(base.size(), tried.customers(), share.share()),
                counts.segments,
                counts.actions,
                counts.either);
    }
}
