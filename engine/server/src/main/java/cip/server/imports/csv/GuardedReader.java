package cip.server.imports.csv;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Passes text on to the CSV parser and keeps it from being led astray.
 *
 * <p>The parser takes {@code "a\"b"} for the beginning of a quoted value and would read on to the end of the file, and it
 * holds a whole cell in memory however long it is. So this reader follows the quotes of RFC 4180 itself. Where a cell
 * breaks the rules it puts a marker into the text, one character for one character, which {@link RowHandler} finds:
 *
 * <ul>
 *   <li>text after a closing quote: marker, and the rest of the line is left out; the next line is read as usual;
 *   <li>the same in a cell that began on an earlier line: the file is refused, because nobody can say which lines the
 *       wrong quote swallowed;
 *   <li>a cell longer than {@value #LONGEST_CELL} characters: marker, and the rest of the cell is left out;
 *   <li>the end of the file inside quotes: the file is refused, naming the line of the quote.
 * </ul>
 */
final class GuardedReader extends Reader {
    static final int LONGEST_CELL = 10_000;
    /** Noncharacters of Unicode, which no text may contain. */
    static final char WRONG_QUOTE = '\uFDD0';

    static final char TOO_LONG = '\uFDD1';

    private enum State {
        CELL_BEGINS,
        PLAIN,
        QUOTED,
        QUOTE_CLOSED,
        LINE_SPOILT
    }

    private final Reader source;
    private final char delimiter;
    private final char[] input = new char[16 * 1024];
    private int position;
    private int limit;

    private State state = State.CELL_BEGINS;
    private long cellLength;
    private boolean spaceAfterQuote;
    private long line = 1;
    private long quoteLine;
    private boolean lastWasReturn;
    private boolean lineIsOpen;
    /** Thrown once the text before it was handed over. */
    private @Nullable EngineException refusal;

    GuardedReader(Reader source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
    }

    /** Whether the text ended without a line end; known once it was read to its end. */
    boolean endedInsideLine() {
        return lineIsOpen;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written == 0) {
            if (refusal != null) {
                throw refusal;
            }
            if (position == limit && !fill()) {
                return -1;
            }
            int end = Math.min(limit, position + length);
            while (position < end && refusal == null) {
                char c = input[position++];
                if (passes(c)) {
                    target[offset + written++] = replaced(c);
                }
                if (isLineEnd(c)) {
                    endLine(c);
                } else {
                    lastWasReturn = false;
                    lineIsOpen = true;
                }
            }
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        int count = source.read(input, 0, input.length);
        position = 0;
        limit = Math.max(count, 0);
        if (count < 0 && state == State.QUOTED) {
            throw unclosed("is never closed");
        }
        return count > 0;
    }

    /** Moves on by one character and says whether the parser gets to see it, or its replacement. */
    private boolean passes(char c) {
        boolean lineEnd = isLineEnd(c);
        if (state == State.QUOTED) {
            return passesQuoted(c, lineEnd);
        }
        if (lineEnd || c == delimiter && state != State.LINE_SPOILT) {
            state = State.CELL_BEGINS;
            cellLength = 0;
            return true;
        }
        return switch (state) {
            case CELL_BEGINS -> begins(c);
            case QUOTE_CLOSED -> passesAfterQuote(c);
            case LINE_SPOILT -> false;
            default -> ++cellLength <= LONGEST_CELL + 1;
        };
    }

    private boolean begins(char c) {
        cellLength = c == '"' ? 0 : 1;
        spaceAfterQuote = false;
        if (c == '"') {
            state = State.QUOTED;
            quoteLine = line;
        } else {
            state = State.PLAIN;
        }
        return true;
    }

    private boolean passesQuoted(char c, boolean lineEnd) {
        if (c == '"') {
            state = State.QUOTE_CLOSED;
            return true;
        }
        return lineEnd || ++cellLength <= LONGEST_CELL + 1;
    }

    private boolean passesAfterQuote(char c) {
        if (c == '"' && !spaceAfterQuote) {
            state = State.QUOTED;
            return true;
        }
        if (c == ' ' || c == '\t') {
            spaceAfterQuote = true;
            return true;
        }
        if (line > quoteLine) {
            refusal = unclosed("runs on to line " + line + ", where text follows the next quote");
            return false;
        }
        state = State.LINE_SPOILT;
        cellLength = 0;
        return true;
    }

    private char replaced(char c) {
        if (state == State.LINE_SPOILT) {
            return WRONG_QUOTE;
        }
        boolean inside = state == State.PLAIN || state == State.QUOTED;
        return inside && cellLength == LONGEST_CELL + 1 && c != '"' && !isLineEnd(c) ? TOO_LONG : c;
    }

    private void endLine(char c) {
        if (c == '\r' || !lastWasReturn) {
            line++;
        }
        lastWasReturn = c == '\r';
        lineIsOpen = false;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private EngineException unclosed(String how) {
        return new EngineException(
                ErrorCode.UNREADABLE_FILE,
                "The quote opened on line " + quoteLine + " " + how
                        + "; a quoted value must end with a quote before the next delimiter or line end.\n"
                        + "Maybe a quote inside the value was not doubled.");
    }
}
