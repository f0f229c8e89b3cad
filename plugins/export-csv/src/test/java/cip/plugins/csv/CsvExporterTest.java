package cip.plugins.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.AudienceExporter;
import cip.spi.AudienceExporter.AudienceColumn;
import cip.spi.AudienceExporter.AudienceColumn.Type;
import cip.spi.AudienceExporterContract;
import cip.spi.Settings;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvExporterTest extends AudienceExporterContract {
    @Override
    protected AudienceExporter exporter() {
        return new ExportCsvPlugin().audienceExporters().get(0).create(Settings.none());
    }

    @Test
    void linesEndAsRfc4180SaysAndHeaderComesFirst() throws IOException {
        assertThat(text(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"0042", 1234.5, "Champions"})))
                .isEqualTo("customer_id,clv,segment\r\n0042,1234.5,Champions\r\n");
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() throws IOException {
        assertThat(text(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", 0.0, "a,\"b\"\r\nc"})))
                .isEqualTo("customer_id,clv,segment\r\n1,0,\"a,\"\"b\"\"\r\nc\"\r\n");
    }

    @Test
    void missingIsEmptyAndEmptyTextIsQuoted() throws IOException {
        assertThat(text(COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {"1", null, ""}))
                        .lines()
                        .skip(1))
                .containsExactly("1,,\"\"");
    }

    @Test
    void missingValueInTheOnlyColumnIsNotAnEmptyLine() throws IOException {
        List<AudienceColumn> one = List.of(new AudienceColumn("email", Type.TEXT));
        assertThat(text(one, List.<@Nullable Object[]>of(new @Nullable Object[] {null})))
                .isEqualTo("email\r\n\"\"\r\n");
    }

    @Test
    void negativeNumberStaysANumber() throws IOException {
        assertThat(text(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", -2.5, "x"})))
                .contains("1,-2.5,x");
    }

    @Test
    void columnNameIsGuardedToo() throws IOException {
        assertThat(text(List.of(new AudienceColumn("=1+1", Type.TEXT)), List.of()))
                .isEqualTo("'=1+1\r\n");
    }

    @Test
    void valueOfAnotherTypeThanItsColumnIsRefused() {
        assertThatThrownBy(() -> file(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", "2", "x"})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clv");
    }

    @Test
    void infiniteNumberIsRefused() {
        assertThatThrownBy(() ->
                        file(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", Double.POSITIVE_INFINITY, "x"})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTextReadsBackWithAtMostAnApostropheInFront() throws IOException {
        List<AudienceColumn> columns = List.of(new AudienceColumn("id", Type.TEXT), new AudienceColumn("t", Type.TEXT));
        assertThat(HostileTexts.all()).contains("=1+1", "\n=1+1", "＝1+1", "=HYPERLINK(\"http://x\",\"y\")", "-2+3");
        for (String text : HostileTexts.all()) {
            byte[] file = file(columns, List.<@Nullable Object[]>of(new Object[] {"1", text}));
            List<CsvRecord> records = CsvReader.builder().ofCsvRecord(new String(file, StandardCharsets.UTF_8)).stream()
                    .toList();
            assertThat(records).hasSize(2);
            String cell = records.get(1).getField(1);
            assertThat(cell).isIn(text, "'" + text);
            assertThat(cell).doesNotStartWith("=").doesNotMatch("(?s)[+\\-@\t\r\n\0＝＋－＠].*");
        }
    }

    private String text(List<AudienceColumn> columns, List<@Nullable Object[]> rows) throws IOException {
        return new String(file(columns, rows), StandardCharsets.UTF_8);
    }
}
