package cip.server.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CsvBytesTest {
    @Test
    void numbersHaveExactlyTheAskedDecimals() {
        assertThat(row(b -> b.decimal(1234.5, 2))).isEqualTo("1234.50\n");
        assertThat(row(b -> b.decimal(-0.07, 2))).isEqualTo("-0.07\n");
        assertThat(row(b -> b.decimal(-0.001, 2))).isEqualTo("0.00\n");
        assertThat(row(b -> b.decimal(0.9999996, 6))).isEqualTo("1.000000\n");
    }

    @Test
    void shortNumbersStayShort() {
        assertThat(row(b -> b.shortest(45))).isEqualTo("45\n");
        assertThat(row(b -> b.shortest(4.5))).isEqualTo("4.5\n");
        assertThat(row(b -> b.shortest(19.95))).isEqualTo("19.95\n");
        assertThat(row(b -> b.whole(0))).isEqualTo("0\n");
    }

    @Test
    void timesAreUtcToTheSecond() {
        long second = Instant.parse("2024-02-29T23:59:58Z").getEpochSecond();

        assertThat(row(b -> b.time(second))).isEqualTo("2024-02-29T23:59:58Z\n");
        assertThat(row(b -> b.date(LocalDate.of(2026, 6, 3)))).isEqualTo("2026-06-03\n");
    }

    @Test
    void cellsAreParted() {
        assertThat(row(b -> {
                    b.text("Zoë");
                    b.missing();
                    b.whole(1);
                    b.missing();
                }))
                .isEqualTo("Zoë,,1,\n");
    }

    @Test
    void aMissingFirstCellKeepsItsPlace() {
        assertThat(row(b -> {
                    b.missing();
                    b.text("x");
                }))
                .isEqualTo(",x\n");
    }

    private static String row(Consumer<CsvBytes> cells) {
        CsvBytes bytes = new CsvBytes();
        cells.accept(bytes);
        bytes.endRow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
