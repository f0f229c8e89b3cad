package cip.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerSampleTest {
    @Test
    void itHoldsItsShareAndAnotherSaltChoosesOthers() {
        CustomerSample fifth = new CustomerSample("one ", 5);
        CustomerSample other = new CustomerSample("two ", 5);

        assertThat(count(fifth, fifth)).isBetween(1_900L, 2_100L);
        assertThat(count(fifth, other)).isBetween(300L, 500L);
        assertThat(count(new CustomerSample("one ", 1), fifth)).isEqualTo(count(fifth, fifth));
    }

    /** Worked out with sha256sum: whoever was held back stays held back. */
    @Test
    void whoIsChosenNeverChanges() {
        CustomerSample fifth = new CustomerSample("contest ", 5);

        assertThat(IntStream.range(0, 20)
                        .filter(i -> fifth.has(new CustomerId("C" + i)))
                        .toArray())
                .containsExactly(1, 10, 12, 15);
    }

    @Test
    void oneInNoneIsRefused() {
        assertThatThrownBy(() -> new CustomerSample("", 0)).hasMessageContaining("One in 0");
    }

    private static long count(CustomerSample one, CustomerSample two) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> new CustomerId("C" + i))
                .filter(customer -> one.has(customer) && two.has(customer))
                .count();
    }
}
