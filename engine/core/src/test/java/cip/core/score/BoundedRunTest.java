package cip.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class BoundedRunTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    private static void assertRefused(Callable<?> work, String message) {
        assertThatThrownBy(() -> BoundedRun.call("testing", LIMIT, work))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContaining(message);
    }

    @Test
    void theResultComesBack() {
        assertThat(BoundedRun.call("testing", LIMIT, () -> 42)).isEqualTo(42);
    }

    @Test
    void workWithoutEndIsGivenUp() {
        assertRefused(
                () -> {
                    long sum = 0;
                    while (!Thread.currentThread().isInterrupted()) {
                        sum++;
                    }
                    return sum;
                },
                "more than 100 ms");
    }

    @Test
    void workThatOnlyWaitsIsGivenUp() {
        assertRefused(
                () -> {
                    Thread.sleep(Duration.ofMinutes(1).toMillis());
                    return 1;
                },
                "more than 100 ms");
    }

    @Test
    void endlessRecursionIsRefused() {
        assertRefused(() -> depth(1), "ran out of stack");
    }

    @Test
    void aFailureSaysItsInnermostReason() {
        assertRefused(
                () -> {
                    throw new IllegalStateException("outer", new IllegalArgumentException("the inner reason"));
                },
                "the inner reason");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long depth(long level) {
        return 1 + depth(level + 1);
    }
}
