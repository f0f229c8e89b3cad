package cip.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a zone whose clocks are put back on 25 October 2026, where the local time 02:30 happens twice. */
class ClockChangeStoreTest {
    private static final List<Instant> NIGHT = List.of(
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("2026-10-25T02:30:00Z"));

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void live() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void goHome() {
        TimeZone.setDefault(before);
    }

    @Test
    void everyInstantOfTheNightReadsBackAsItself() {
        try (Database database = TestDatabases.h2()) {
            for (Instant at : NIGHT) {
                String hash = at.toString();
                database.execute(handle -> handle.createUpdate(
                                "INSERT INTO strategy (strategy_hash, document, created_at) VALUES (:hash, '{}', :at)")
                        .bind("hash", hash)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute());
                Instant read = database.read(
                        handle -> handle.createQuery("SELECT created_at FROM strategy WHERE strategy_hash = :hash")
                                .bind("hash", hash)
                                .map((row, context) -> Rows.instant(row, "created_at"))
                                .one());
                assertThat(read).isEqualTo(at);
            }
        }
    }
}
