package cip.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DraftReadersTest {
    private Instant now = Instant.parse("2026-03-03T09:00:00Z");
    private final DraftReaders readers = new DraftReaders(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void everybodyElseIsNamedAndNobodySeesThemselves() {
        readers.isHere("spring", "mira", "Mira Keller");
        readers.isHere("spring", "jonas", "Jonas Weber");
        readers.isHere("autumn", "ana", "Ana Lima");

        assertThat(readers.others("spring", "mira")).containsExactly("Jonas Weber");
        assertThat(readers.others("spring", "ana")).containsExactly("Jonas Weber", "Mira Keller");
    }

    @Test
    void whoeverLeavesOrFallsSilentIsNoLongerThere() {
        readers.isHere("spring", "jonas", "Jonas Weber");
        readers.isHere("spring", "ana", "Ana Lima");
        readers.left("spring", "ana");
        assertThat(readers.others("spring", "mira")).containsExactly("Jonas Weber");

        now = now.plus(DraftReaders.SILENCE);
        assertThat(readers.others("spring", "mira")).containsExactly("Jonas Weber");
        now = now.plus(Duration.ofMillis(1));
        assertThat(readers.others("spring", "mira")).isEmpty();
    }
}
