package cip.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Test
    void everySecondOfEveryYearIsReadAsTheFormatterReadsIt() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(LATEST.getEpochSecond()));
            assertThat(PlainTime.parse(time.toString())).isEqualTo(time);
            assertThat(PlainTime.parse(time.toString().replace('T', ' '))).isEqualTo(time);
        }
    }

    @Test
    void whateverTheFormatterRefusesIsLeftToIt() {
        Random random = new Random(43);
        String alphabet = "0123456789-:TZ ";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(
                    LATEST.minus(random.nextInt(4_000_000), ChronoUnit.HOURS).toString());
            text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            Instant plain = PlainTime.parse(text.toString());
            if (plain != null) {
                assertThat(plain)
                        .as(text.toString())
                        .isEqualTo(formatted(text.toString().replace(' ', 'T')));
            }
        }
    }

    private static Instant formatted(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new AssertionError(text + " is no time", e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-31",
                "2024-01-31T18:30:00",
                "2024-01-31T18:30:00+02:00",
                "2024-01-31T18:30:00.5Z",
                "2023-02-29T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-01-31T24:00:00Z",
                "2024-06-30T23:59:60Z",
                "2024-01-31T18:3O:00Z",
                "\u0662024-01-31T18:30:0Z"
            })
    void otherSpellingsAndOtherThanTimesAreLeftToTheFormatter(String text) {
        assertThat(PlainTime.parse(text)).isNull();
    }
}
