package cip.server.imports.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as text, before anybody asked what its columns mean.
 *
 * @param line the line it began on, counted from 1; for a source without lines the number of the row
 * @param cells without the space around them, in the file's order, {@code null} = empty or not asked for
 * @param width how many cells the row had
 * @param filled how many it had up to the last one that is not empty
 */
public record RawRow(long line, @Nullable String[] cells, int width, int filled, List<CellFault> faults) {}
