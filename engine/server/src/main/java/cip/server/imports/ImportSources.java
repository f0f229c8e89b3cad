package cip.server.imports;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.plugins.LoadedPlugins;
import cip.server.plugins.PluginKind;
import cip.server.store.DurableFiles;
import cip.spi.CustomerSource;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sources of plugins. What one has is first written to a file, so that checking and writing see the same rows although the
 * source moves on, and a crash in between does not ask it again.
 */
final class ImportSources {
    private final LoadedPlugins plugins;

    ImportSources(LoadedPlugins plugins) {
        this.plugins = plugins;
    }

    List<String> names() {
        return plugins.names(PluginKind.CUSTOMER_SOURCE);
    }

    /**
     * Writes all rows of a source, as UTF-8 with commas, unless the file is there already.
     *
     * @throws EngineException NOT_FOUND, or SOURCE_UNAVAILABLE when reading it fails
     */
    Path spooled(String source, Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        CustomerSource rows = plugins.customerSource(source);
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(part, StandardCharsets.UTF_8));
                Stream<CustomerSource.Row> all = rows.rows()) {
            csv.writeRecord(rows.columns());
            for (Iterator<CustomerSource.Row> each = all.iterator(); each.hasNext(); ) {
                csv.writeRecord(cells(each.next().values()));
            }
        } catch (EngineException known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new EngineException(
                    ErrorCode.SOURCE_UNAVAILABLE,
                    "The source " + source + " could not be read: " + failure.getMessage()
                            + "\nMaybe it is not reachable now; nothing was imported.",
                    failure);
        }
        DurableFiles.moveIntoPlace(part, file);
        return file;
    }

    private static List<String> cells(@Nullable String[] values) {
        List<String> cells = new ArrayList<>(values.length);
        for (String value : values) {
            cells.add(value == null ? "" : value);
        }
        return cells;
    }
}
