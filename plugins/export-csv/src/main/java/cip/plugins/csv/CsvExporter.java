package cip.plugins.csv;

import cip.spi.AudienceExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes audiences as RFC 4180 CSV: UTF-8 without a byte order mark, commas, CRLF, a header line. */
final class CsvExporter implements AudienceExporter {
    @Override
    public String fileExtension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public AudienceWriter open(OutputStream out, List<AudienceColumn> columns) throws IOException {
        CsvAudienceWriter writer = new CsvAudienceWriter(out, columns);
        writer.writeHeader();
        return writer;
    }
}
