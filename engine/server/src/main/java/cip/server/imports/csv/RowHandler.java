package cip.server.imports.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordWrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parser's cells into a {@link RawRow}; makes text only of the columns asked for. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RawRow> {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int SHOWN = 40;

    private final boolean[] wanted;
    private final int mostCells;
    private @Nullable String[] cells = new String[16];
    private List<CellFault> faults = List.of();
    private int width;
    private int filled;
    private long line;

    /** @param wanted by column, whether its text is needed; empty = all of them */
    RowHandler(boolean[] wanted) {
        this.wanted = wanted.clone();
        this.mostCells = wanted.length == 0 ? Integer.MAX_VALUE : wanted.length;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        width = 0;
        filled = 0;
        faults = List.of();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int begin = offset;
        int end = offset + length;
        while (begin < end && isSpace(buffer[begin])) {
            begin++;
        }
        while (end > begin && isSpace(buffer[end - 1])) {
            end--;
        }
        width = index + 1;
        if (end > begin) {
            filled = width;
        }
        boolean asked = wanted.length == 0 || index < mostCells && wanted[index];
        boolean spoilt = end > begin && buffer[end - 1] == GuardedReader.WRONG_QUOTE;
        String text = end > begin && (asked || spoilt) ? text(index, buffer, begin, end, quoted) : null;
        if (index < mostCells) {
            if (index == cells.length) {
                cells = Arrays.copyOf(cells, index * 2);
            }
            cells[index] = text;
        }
    }

    @Override
    protected @Nullable RecordWrapper<RawRow> buildRecord() {
        if (filled == 0) {
            return null;
        }
        return wrapRecord(new RawRow(line, Arrays.copyOf(cells, Math.min(width, mostCells)), width, filled, faults));
    }

    private @Nullable String text(int index, char[] buffer, int begin, int end, boolean quoted) {
        if (!quoted && buffer[begin] == '"') {
            return fault(index, buffer, begin, end, "a quote must be the first character of its value");
        }
        for (int i = begin; i < end; i++) {
            char c = buffer[i];
            if (c >= ' ' && c < 0x7F) {
                continue;
            }
            if (c == GuardedReader.WRONG_QUOTE) {
                return wrongQuote(buffer, begin, i);
            }
            if (c == GuardedReader.TOO_LONG) {
                return fault(index, buffer, begin, i, "longer than " + GuardedReader.LONGEST_CELL + " characters");
            }
            if (c == REPLACEMENT) {
                return fault(index, buffer, begin, end, "invalid bytes: they are no text in the file's encoding");
            }
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                return fault(index, buffer, begin, end, String.format("control character U+%04X", (int) c));
            }
        }
        return new String(buffer, begin, end - begin);
    }

    private @Nullable String wrongQuote(char[] buffer, int begin, int end) {
        String reason = "text follows a closing quote; a quote inside a quoted value must be doubled";
        return fault(CellFault.WHOLE_ROW, buffer, begin, end, reason);
    }

    private @Nullable String fault(int column, char[] buffer, int begin, int end, String reason) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(new CellFault(column, new String(buffer, begin, Math.min(end - begin, SHOWN)), reason));
        return null;
    }

    /** Spaces, line ends and no-break space, which spreadsheets leave around values. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00A0' || c == '\uFEFF';
    }
}
