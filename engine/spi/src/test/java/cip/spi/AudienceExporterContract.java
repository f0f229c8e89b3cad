package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.AudienceExporter.AudienceColumn;
import cip.spi.AudienceExporter.AudienceColumn.Type;
import cip.spi.AudienceExporter.AudienceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AudienceExporter} promises. A plugin's test extends this class and adds what its format says. */
public abstract class AudienceExporterContract {
    protected static final List<AudienceColumn> COLUMNS = List.of(
            new AudienceColumn("customer_id", Type.TEXT),
            new AudienceColumn("clv", Type.NUMBER),
            new AudienceColumn("segment", Type.TEXT));

    private static final List<Object[]> ROWS = List.of(
            new Object[] {"0042", 1234.5, "Champions"},
            new Object[] {"0043", -0.25, "Straße, \"quoted\"\r\nand 漢字 😀"},
            new Object[] {"0044", 1.0e-7, ""});

    /** A new exporter of the format under test. */
    protected abstract AudienceExporter exporter();

    /** The bytes of a file with the given columns and rows. */
    protected final byte[] file(List<AudienceColumn> columns, List<@Nullable Object[]> rows) throws IOException {
        return file(exporter(), columns, rows);
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        assertThat(file(COLUMNS, ROWS)).isEqualTo(file(COLUMNS, ROWS));
    }

    @Test
    void oneExporterWritesManyFiles() throws IOException {
        AudienceExporter exporter = exporter();
        byte[] first = file(exporter, COLUMNS, ROWS);
        assertThat(file(exporter, COLUMNS, ROWS)).isEqualTo(first);
    }

    @Test
    void orderOfRowsIsKept() throws IOException {
        List<Object[]> reversed = new ArrayList<>(ROWS);
        Collections.reverse(reversed);
        assertThat(file(COLUMNS, reversed)).isNotEqualTo(file(COLUMNS, ROWS));
    }

    @Test
    void audienceWithoutCustomersIsAWholeFile() throws IOException {
        assertThat(file(COLUMNS, List.of())).isEqualTo(file(COLUMNS, List.of()));
    }

    @Test
    void numberThatIsNotANumberIsWrittenAsMissing() throws IOException {
        List<@Nullable Object[]> missing = List.<@Nullable Object[]>of(new @Nullable Object[] {"1", null, null});
        List<@Nullable Object[]> notANumber =
                List.<@Nullable Object[]>of(new @Nullable Object[] {"1", Double.NaN, null});
        assertThat(file(COLUMNS, notANumber)).isEqualTo(file(COLUMNS, missing));
    }

    @Test
    void negativeZeroIsWrittenAsZero() throws IOException {
        assertThat(file(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", -0.0, "a"})))
                .isEqualTo(file(COLUMNS, List.<@Nullable Object[]>of(new Object[] {"1", 0.0, "a"})));
    }

    @Test
    void callerMayReuseItsArray() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudienceWriter writer = exporter().open(out, COLUMNS);
        @Nullable Object[] reused = new Object[COLUMNS.size()];
        for (Object[] row : ROWS) {
            System.arraycopy(row, 0, reused, 0, row.length);
            writer.write(reused);
        }
        writer.finish();
        assertThat(out.toByteArray()).isEqualTo(file(COLUMNS, ROWS));
    }

    @Test
    void rowWithTooFewValuesIsRefused() throws IOException {
        AudienceWriter writer = exporter().open(new ByteArrayOutputStream(), COLUMNS);
        assertThatThrownBy(() -> writer.write(new Object[] {"1", 2.0})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void streamOfTheCallerStaysOpen() throws IOException {
        boolean[] closed = {false};
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        AudienceWriter writer = exporter().open(out, COLUMNS);
        writer.write(ROWS.get(0));
        writer.finish();
        assertThat(closed[0]).isFalse();
    }

    @Test
    void failureOfTheStreamReachesTheCaller() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> {
                    AudienceWriter writer = exporter().open(full, COLUMNS);
                    writer.write(ROWS.get(0));
                    writer.finish();
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void languageOfTheMachineDoesNotMatter() throws IOException {
        byte[] expected = file(COLUMNS, ROWS);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(file(COLUMNS, ROWS)).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void filesWrittenAtTheSameTimeDoNotMix() throws Exception {
        AudienceExporter exporter = exporter();
        byte[] expected = file(exporter, COLUMNS, ROWS);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<byte[]> one = () -> file(exporter, COLUMNS, ROWS);
            for (Future<byte[]> each : threads.invokeAll(Collections.nCopies(200, one))) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endingAndMediaTypeAreFitForAHeader() {
        assertThat(exporter().fileExtension()).matches("[a-z0-9]+(\\.[a-z0-9]+)*");
        assertThat(exporter().mediaType()).matches("[a-z]+/[a-z0-9.+-]+(; [a-z]+=[a-z0-9-]+)*");
    }

    private static byte[] file(AudienceExporter exporter, List<AudienceColumn> columns, List<@Nullable Object[]> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudienceWriter writer = exporter.open(out, columns);
        for (@Nullable Object[] row : rows) {
            writer.write(row);
        }
        writer.finish();
        return out.toByteArray();
    }
}
