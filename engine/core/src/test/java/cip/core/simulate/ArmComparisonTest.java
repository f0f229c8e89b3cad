package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cip.core.customer.CustomerRecord;
import cip.core.decide.ChallengerShare;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmComparisonTest {
    private static final Decider CHAMPION = SmallStrategy.decider();
    private static final Decider CHALLENGER = SmallStrategy.compile(moreValuable());
    private static final SplitDecider DECIDERS = new SplitDecider(
            new StrategySplit(CHAMPION.hash(), new ChallengerShare(CHALLENGER.hash(), 0.3, "a")), CHAMPION, CHALLENGER);

    @Test
    void eachArmIsCountedByItsOwnCustomersAndTheChallengersAlsoByWhatTheChampionWouldHaveDecided() {
        CustomerBase base = SmallBase.of(DECIDERS);
        ArmComparison comparison = ArmComparison.of(base, DECIDERS);
        DecisionContext context = new DecisionContext(SmallStrategy.AS_OF);
        int customers = 0;
        int segments = 0;
        int actions = 0;
        int either = 0;
        double value = 0;
        for (CustomerRecord customer : SmallBase.CUSTOMERS) {
            if (DECIDERS.of(customer.id()) == CHALLENGER) {
                Decision mine = CHALLENGER.decide(List.of(customer), context).get(0);
                Decision otherwise = CHAMPION.decide(List.of(customer), context).get(0);
                boolean segment =
                        !mine.segment().id().equals(otherwise.segment().id());
                boolean action = !first(mine).equals(first(otherwise));
                customers++;
                segments += segment ? 1 : 0;
                actions += action ? 1 : 0;
                either += segment || action ? 1 : 0;
                value += mine.recommended().get(0).factors().expectedValue();
            }
        }

        assertThat(comparison.challenger().customers()).isEqualTo(customers).isBetween(180, 300);
        assertThat(comparison.champion().customers()).isEqualTo(SmallBase.CUSTOMERS.size() - customers);
        assertThat(comparison.otherSegment()).isEqualTo(segments).isPositive();
        assertThat(comparison.otherAction()).isEqualTo(actions);
        assertThat(comparison.otherwise()).isEqualTo(either);
        assertThat(comparison.challenger().expectedValue().mean()).isCloseTo(value / customers, within(1e-9));
        assertThat(comparison.challenger().segments().values().stream()
                        .mapToInt(n -> n)
                        .sum())
                .isEqualTo(customers);
        assertThat(comparison.challenger().actions().values().stream()
                        .mapToInt(n -> n)
                        .sum())
                .isEqualTo(customers);
        assertThat(comparison.ratio().isOff()).isFalse();
        assertThat(comparison.difference().low())
                .isLessThan(comparison.difference().mean());
    }

    @Test
    void aBaseThatWasDecidedByAnotherShareIsNotCompared() {
        CustomerBase base = SmallBase.of(CHAMPION);

        assertThatThrownBy(() -> ArmComparison.of(base, DECIDERS)).hasMessageContaining("The base was decided by");
    }

    /** R 4.3: chisq.test(c(530, 470), p = c(0.5, 0.5)) gives X-squared = 3.6, p-value = 0.05777957. */
    @Test
    void theSampleRatioIsThatOfThePublishedTest() {
        SampleRatio ratio = SampleRatio.of(1_000, 530, 0.5);

        assertThat(ratio.chiSquare()).isCloseTo(3.6, within(1e-12));
        assertThat(ratio.p()).isCloseTo(0.05777957, within(1e-8));
        assertThat(ratio.isOff()).isFalse();
        assertThat(SampleRatio.of(1_000, 570, 0.5).isOff()).isTrue();
        assertThat(SampleRatio.of(0, 0, 0.5).isOff()).isFalse();
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares of the differences 32, so a variance of 32/7 and a standard error of √(4/7). */
    @Test
    void meansHaveTheirConfidenceIntervals() {
        SampleMean mean = SampleMean.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});

        assertThat(mean.mean()).isEqualTo(5);
        assertThat(mean.variance()).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(mean.high()).isCloseTo(5 + 1.959963984540054 * Math.sqrt(4.0 / 7), within(1e-12));
        SampleMean difference = mean.minus(SampleMean.of(new double[] {1, 3}));
        assertThat(difference.mean()).isEqualTo(3);
        assertThat(difference.variance()).isCloseTo(4.0 / 7 + 1, within(1e-12));
        assertThat(SampleMean.of(new double[] {1}).low()).isNaN();
        assertThat(SampleMean.of(new double[0]).mean()).isNaN();
    }

    private static String first(Decision decision) {
        return decision.recommended().get(0).action().id();
    }

    /** Customers are valuable from 100 on. */
    private static JsonNode moreValuable() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/segments/segments/0/when")).put("value", 100);
        return document;
    }
}
