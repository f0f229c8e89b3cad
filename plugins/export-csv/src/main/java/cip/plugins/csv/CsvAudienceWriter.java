package cip.plugins.csv;

import cip.spi.AudienceExporter.AudienceColumn;
import cip.spi.AudienceExporter.AudienceWriter;
import cip.spi.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one CSV file. A missing value is an empty field, an empty text a quoted one. For one thread. */
final class CsvAudienceWriter implements AudienceWriter {
    private final List<AudienceColumn> columns;
    private final CsvWriter csv;
    private final @Nullable String[] fields;

    CsvAudienceWriter(OutputStream out, List<AudienceColumn> columns) {
        this.columns = List.copyOf(columns);
        this.fields = new String[columns.size()];
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void writeHeader() throws IOException {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = FormulaGuard.guarded(columns.get(i).name());
        }
        writeFields();
    }

    @Override
    public void write(@Nullable Object[] values) throws IOException {
        if (values.length != fields.length) {
            throw new IllegalArgumentException(
                    "A row has " + values.length + " values, the file has " + fields.length + " columns.");
        }
        for (int i = 0; i < values.length; i++) {
            fields[i] = field(columns.get(i), values[i]);
        }
        writeFields();
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }

    private void writeFields() throws IOException {
        if (fields.length == 1 && fields[0] == null) {
            fields[0] = ""; // written as "": an empty line would be skipped by most readers
        }
        try {
            csv.writeRecord(fields);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static @Nullable String field(AudienceColumn column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (column.type() == AudienceColumn.Type.NUMBER && value instanceof Double number) {
            return number.isNaN() ? null : PlainNumber.text(number);
        }
        if (column.type() == AudienceColumn.Type.TEXT && value instanceof String text) {
            return FormulaGuard.guarded(text);
        }
        throw new IllegalArgumentException("Column " + column.name() + " is declared " + column.type()
                + ", its value is a " + value.getClass().getSimpleName() + ".");
    }
}
