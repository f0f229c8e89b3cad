package cip.server.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.eclipse.jetty.http.BadMessageException;
import org.junit.jupiter.api.Test;

class BodyPaceTest {
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Test
    void withinTheGraceAnythingGoes() {
        assertThatCode(() -> begun(Duration.ZERO, 1_024).require(0)).doesNotThrowAnyException();
        assertThatCode(() -> begun(Duration.ZERO, 0).require(0)).doesNotThrowAnyException();
    }

    @Test
    void afterTheGraceAShortBodyMustBeWhole() {
        assertThatThrownBy(() -> begun(Duration.ofMinutes(2), 0).require(1_000_000))
                .isInstanceOf(BadMessageException.class)
                .hasMessageContaining("not sent within 60 s");
    }

    @Test
    void afterTheGraceAFileMustHaveComeAtItsRate() {
        BodyPace halfAnHourAfterTheGrace = begun(Duration.ofMinutes(31), 1_024);

        assertThatCode(() -> halfAnHourAfterTheGrace.require(40 * 60 * 1_024)).doesNotThrowAnyException();
        assertThatThrownBy(() -> halfAnHourAfterTheGrace.require(20 * 60 * 1_024))
                .isInstanceOf(BadMessageException.class);
    }

    private static BodyPace begun(Duration ago, long bytesPerSecond) {
        return new BodyPace(System.nanoTime() - ago.toNanos(), GRACE, bytesPerSecond);
    }
}
