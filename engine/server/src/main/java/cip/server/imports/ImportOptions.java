package cip.server.imports;

import cip.server.imports.csv.Encoding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides about a file; whatever is left empty is told from the file.
 *
 * @param mapping target by header, over what the headers suggest; {@code null} = leave the column out
 */
record ImportOptions(
        Optional<ImportTable> table,
        Map<String, @Nullable String> mapping,
        Optional<Encoding> encoding,
        Optional<Character> delimiter,
        Optional<Character> decimalSeparator) {
    public ImportOptions {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    }

    public static ImportOptions none() {
        return new ImportOptions(Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ImportOptions into(ImportTable chosen) {
        return new ImportOptions(Optional.of(chosen), mapping, encoding, delimiter, decimalSeparator);
    }
}
