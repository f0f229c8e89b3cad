package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
    @Test
    void theShareOfCustomersHeldOutIsTheOneAskedFor() {
        assertThat(heldOut(new Holdout("a", 0.05))).isBetween(4_700L, 5_300L);
    }

    @Test
    void aLargerShareHoldsOutAllOfASmallerOne() {
        Holdout small = new Holdout("a", 0.05);
        Holdout large = new Holdout("a", 0.2);

        assertThat(IntStream.range(0, 10_000).mapToObj(HoldoutTest::id).filter(small::holds))
                .allMatch(large::holds);
    }

    @Test
    void anotherSaltHoldsOutOtherCustomers() {
        Holdout one = new Holdout("a", 0.5);
        Holdout other = new Holdout("b", 0.5);

        long both = IntStream.range(0, 10_000)
                .mapToObj(HoldoutTest::id)
                .filter(id -> one.holds(id) && other.holds(id))
                .count();
        assertThat(both).isBetween(2_300L, 2_700L);
    }

    private static long heldOut(Holdout holdout) {
        return IntStream.range(0, 100_000)
                .mapToObj(HoldoutTest::id)
                .filter(holdout::holds)
                .count();
    }

    private static CustomerId id(int n) {
        return new CustomerId("customer-" + n);
    }
}
