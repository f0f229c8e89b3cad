package cip.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryReferenceTest {
    private static final CategoryReference HALVES = new CategoryReference(0, Map.of("A", .5, "B", .5), 1_000);

    @Test
    void theIndexIsTheOneWorkedOutByHand() {
        Drift drift = HALVES.compare(texts("A", 600, "B", 400));

        // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5) = 0.040547, half customers take a little off
        Measure psi = Objects.requireNonNull(drift.psi());
        assertThat(psi.value()).isCloseTo(0.040547, within(1e-4));
        // chi-square 6.635 of one degree of freedom, times 2 / 1000
        assertThat(psi.noise()).isCloseTo(0.01327, within(1e-4));
        assertThat(drift.verdict()).isEqualTo(Verdict.STABLE);
        assertThat(drift.ks()).isNull();
        assertThat(drift.bins()).containsExactly(Bin.category("A", .5, .6), Bin.category("B", .5, .4));
    }

    @Test
    void theIntervalIsTheOneWorkedOutByHand() {
        Measure psi =
                Objects.requireNonNull(HALVES.compare(texts("A", 800, "B", 200)).psi());

        // 0.3 ln 1.6 + 0.3 ln 2.5 = 0.415888; slopes of p: ln 1.6 + 1 - 1/1.6 = 0.845 and ln 0.4 + 1 - 2.5 = -2.416291,
        // variance 0.8 × 0.2 × 3.261291² = 1.701763; slopes of q: -1.070004 and 1.516291, variance 0.25 × 2.586295² =
        // 1.672230; standard error 0.058086; centre 0.413888
        assertThat(psi.value()).isCloseTo(0.415888, within(2e-3));
        assertThat(psi.low()).isCloseTo(0.413888 - 1.96 * 0.058086, within(3e-3));
        assertThat(psi.high()).isCloseTo(0.413888 + 1.96 * 0.058086, within(3e-3));
        assertThat(psi.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void equalSharesHaveNoDistance() {
        Drift drift = HALVES.compare(texts("A", 5_000, "B", 5_000));

        assertThat(Objects.requireNonNull(drift.psi()).value()).isZero();
        assertThat(drift.verdict()).isEqualTo(Verdict.STABLE);
    }

    @Test
    void aNewCategoryIsNamedAndFound() {
        Drift drift = HALVES.compare(texts("A", 400, "B", 400, "C", 200));

        assertThat(drift.bins()).contains(Bin.category("C", 0, .2));
        assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void manyNewCategoriesAreCountedTogether() {
        String[] values = IntStream.range(0, 200).mapToObj(i -> "new " + i).toArray(String[]::new);

        Drift drift = HALVES.compare(new TextColumn("x", values));

        assertThat(drift.bins()).hasSize(2 + 20 + 1).last().isEqualTo(Bin.other(.9));
    }

    @Test
    void valuesThatGoMissingAreFound() {
        Drift drift = HALVES.compare(texts("A", 400, "B", 400, null, 200));

        assertThat(drift.bins()).contains(Bin.missing(0, 1 - .8)).contains(Bin.category("A", .5, .4));
        assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void aFewRareCategoriesAreNoDrift() {
        CategoryReference reference = new CategoryReference(0, Map.of("A", .998, "B", .001, "C", .001), 10_000);

        Drift drift = reference.compare(texts("A", 998, "D", 2));

        assertThat(drift.verdict()).isEqualTo(Verdict.STABLE);
    }

    @Test
    void ninetyNineCustomersAreTooFew() {
        Drift drift = HALVES.compare(texts("A", 99));

        assertThat(drift.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(Objects.requireNonNull(drift.psi()).verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
        assertThat(HALVES.compare(texts("A", 100)).verdict()).isEqualTo(Verdict.DRIFT);
    }

    @Test
    void withoutAReferenceThereIsNoDistance() {
        Drift drift = new CategoryReference(0, Map.of(), 0).compare(texts("A", 500));

        assertThat(drift.psi()).isNull();
        assertThat(drift.bins()).containsExactly(Bin.category("A", 0, 1));
        assertThat(drift.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    }

    @Test
    void clusterNumbersAreCategories() {
        CategoryReference reference = new CategoryReference(0, Map.of("1", .5, "2", .5), 1_000);
        double[] clusters = IntStream.range(0, 200).mapToDouble(i -> 1 + i % 2).toArray();

        assertThat(reference.compare(new NumberColumn("cluster", clusters)).bins())
                .containsExactly(Bin.category("1", .5, .5), Bin.category("2", .5, .5));
    }

    /** @param counted categories, each followed by how many customers have it */
    private static TextColumn texts(@Nullable Object... counted) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < counted.length; i += 2) {
            values.addAll(Collections.nCopies((Integer) Objects.requireNonNull(counted[i + 1]), (String) counted[i]));
        }
        return new TextColumn("x", values.toArray(new String[0]));
    }
}
