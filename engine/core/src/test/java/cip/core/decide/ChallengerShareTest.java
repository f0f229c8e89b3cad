package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.CustomerId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengerShareTest {
    private static final int CUSTOMERS = 100_000;
    private static final StrategyHash CHALLENGER = new StrategyHash("c".repeat(64));
    private static final List<CustomerId> BASE = IntStream.range(0, CUSTOMERS)
            .mapToObj(n -> new CustomerId("customer-" + n))
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 333, 500, 999})
    void theShareOfCustomersIsTheOneAskedForWithinFourStandardDeviationsOfTheBinomialDistribution(int thousandths) {
        ChallengerShare share = share(thousandths, "a");
        double p = thousandths / 1_000.0;

        double most = 4 * Math.sqrt(CUSTOMERS * p * (1 - p));
        assertThat((double) count(share::has)).isBetween(CUSTOMERS * p - most, CUSTOMERS * p + most);
    }

    @Test
    void customersOfASmallerShareStayWhenItGrows() {
        ChallengerShare before = share(1, "a");
        for (int thousandths : new int[] {2, 5, 10, 100, 101, 500}) {
            ChallengerShare grown = share(thousandths, "a");
            assertThat(BASE.stream().filter(before::has)).allMatch(grown::has);
            assertThat(count(grown::has)).isGreaterThan(count(before::has));
            before = grown;
        }
    }

    @Test
    void anotherSaltGivesOtherCustomers() {
        ChallengerShare one = share(500, "a");
        ChallengerShare other = share(500, "b");

        assertThat((double) count(customer -> one.has(customer) && other.has(customer)))
                .isBetween(24_500.0, 25_500.0);
    }

    @Test
    void theHoldoutIsTheSameShareOfBothArmsAlsoWhenItHasTheSameSalt() {
        ChallengerShare share = share(200, "a");
        Holdout holdout = new Holdout("a", 0.1);

        double challenger =
                (double) count(customer -> share.has(customer) && holdout.holds(customer)) / count(share::has);
        double champion = (double) count(customer -> !share.has(customer) && holdout.holds(customer))
                / count(customer -> !share.has(customer));
        assertThat(challenger).isBetween(0.09, 0.11);
        assertThat(champion).isBetween(0.09, 0.11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 0.0005, 0.1234, Double.NaN})
    void aShareThatIsNoThousandthsIsRefused(double share) {
        assertThatThrownBy(() -> new ChallengerShare(CHALLENGER, share, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected thousandths");
    }

    @Test
    void everyNumberOfThousandthsIsAShare() {
        for (int thousandths = 1; thousandths < ChallengerShare.STEPS; thousandths++) {
            assertThat(share(thousandths, "a").thousandths()).isEqualTo(thousandths);
        }
        assertThat(ChallengerShare.percent(0.1)).isEqualTo("10 %");
        assertThat(ChallengerShare.percent(0.125)).isEqualTo("12.5 %");
        assertThat(ChallengerShare.percent(0.001)).isEqualTo("0.1 %");
    }

    @Test
    void everyCustomerHasOneStrategyAndOneArm() {
        StrategyHash champion = new StrategyHash("a".repeat(64));
        StrategySplit split = new StrategySplit(champion, share(300, "a"));

        for (CustomerId customer : BASE.subList(0, 2_000)) {
            boolean challenged = split.strategyOf(customer).equals(CHALLENGER);
            assertThat(split.armOf(customer)).contains(challenged ? Arm.CHALLENGER : Arm.CHAMPION);
        }
        assertThat(StrategySplit.of(champion).armOf(BASE.get(0))).isEmpty();
        assertThat(StrategySplit.of(champion).strategyOf(BASE.get(0))).isEqualTo(champion);
    }

    private static ChallengerShare share(int thousandths, String salt) {
        return ChallengerShare.ofThousandths(CHALLENGER, thousandths, salt);
    }

    private static long count(Predicate<CustomerId> chosen) {
        return BASE.stream().filter(chosen).count();
    }
}
