package cip.server.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish to import; exactly one of file and source is given. What is left out is told from the file.
 *
 * @param table customers, transactions or contacts; {@code null} = whichever the headers fit
 * @param mapping target by header, over what the headers suggest; {@code null} as a target = leave the column out
 * @param dryRun whether only to say what would happen
 */
public record ImportRequest(
        @Nullable String fileId,
        @Nullable Source source,
        @Nullable String table,
        @Nullable Map<String, @Nullable String> mapping,
        @Nullable String delimiter,
        @Nullable String encoding,
        @Nullable String decimalSeparator,
        boolean dryRun) {
    /** @param plugin name of the source, as {@code GET /import-sources} lists it */
    public record Source(String plugin) {}
}
