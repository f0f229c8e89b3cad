package cip.plugins.csv;

import cip.spi.AudienceExporter;
import cip.spi.Factory;
import cip.spi.Plugin;
import cip.spi.Settings;
import java.util.List;

/** Brings the audience format {@code csv}. It has no settings. */
public final class ExportCsvPlugin implements Plugin {
    @Override
    public String name() {
        return "export-csv";
    }

    @Override
    public List<Factory<AudienceExporter>> audienceExporters() {
        return List.of(new Factory<>() {
            @Override
            public String name() {
                return "csv";
            }

            @Override
            public AudienceExporter create(Settings settings) {
                return new CsvExporter();
            }
        });
    }
}
