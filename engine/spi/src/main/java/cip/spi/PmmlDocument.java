package cip.spi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A PMML 4.4 file written element by element, one per line, for trainers; equal calls give equal bytes. For one thread.
 */
public final class PmmlDocument {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param application who writes it, for the header */
    public PmmlDocument(String application) {
        open("PMML", "xmlns", "http://www.dmg.org/PMML-4_4", "version", "4.4");
        open("Header");
        leaf("Application", "name", application);
        close();
    }

    /** @param attributes names and values in turn */
    public PmmlDocument open(String element, String... attributes) {
        begin(element, attributes).append(">\n");
        open.push(element);
        return this;
    }

    public PmmlDocument leaf(String element, String... attributes) {
        begin(element, attributes).append("/>\n");
        return this;
    }

    public PmmlDocument text(String element, String text, String... attributes) {
        begin(element, attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    public PmmlDocument close() {
        String element = open.pop();
        indent().append("</").append(element).append(">\n");
        return this;
    }

    /** Closes whatever is open. */
    public byte[] bytes() {
        while (!open.isEmpty()) {
            close();
        }
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder begin(String element, String... attributes) {
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            xml.append(escaped(attributes[i + 1])).append('"');
        }
        return xml;
    }

    private StringBuilder indent() {
        return xml.append(" ".repeat(open.size()));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (Character.isISOControl(c)
                            || Character.getType(c) == Character.SURROGATE
                            || c >= 0xFFFE && c <= 0xFFFF) {
                        throw new IllegalArgumentException(
                                "The category \"" + text + "\" has a character that XML cannot hold.");
                    }
                    escaped.appendCodePoint(c);
                }
            }
        });
        return escaped.toString();
    }
}
