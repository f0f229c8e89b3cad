package cip.server.workbooks;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a spreadsheet as the standard writes them (ECMA-376, part 1, section 18): sheets, their order, their texts. */
final class SheetXml {
    private static final int MOST_ROWS = 10_100;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_TEXT = 4_000;
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final XMLStreamReader xml;

    private SheetXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Reads one part. */
    private interface Reading<T> {
        T of(SheetXml part) throws XMLStreamException;
    }

    /** The texts that cells name by number. */
    static List<String> texts(byte[] part) {
        return read(part, SheetXml::texts);
    }

    /** The sheets' relationship ids in the order of their tabs. */
    static List<String> sheetIds(byte[] part) {
        return read(part, SheetXml::sheetIds);
    }

    /** Where each relationship leads. */
    static Map<String, String> targets(byte[] part) {
        return read(part, SheetXml::targets);
    }

    static Sheet sheet(byte[] part, List<String> texts) {
        return read(part, xml -> xml.sheet(texts));
    }

    private static <T> T read(byte[] part, Reading<T> reading) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            return reading.of(new SheetXml(factory.createXMLStreamReader(new ByteArrayInputStream(part))));
        } catch (XMLStreamException broken) {
            throw new EngineException(
                    ErrorCode.UNREADABLE_FILE, "A part of the spreadsheet is no XML that can be read.", broken);
        }
    }

    /** Whether another element begins; false = the part ends. */
    private boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            if (event() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private int event() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw UploadedWorkbook.unreadable(
                    "The spreadsheet holds a document type declaration, which no spreadsheet needs and none may have.");
        }
        return event;
    }

    private List<String> texts() throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        while (next()) {
            if (is("si")) {
                texts.add(text("si"));
            }
        }
        return texts;
    }

    private List<String> sheetIds() throws XMLStreamException {
        List<String> ids = new ArrayList<>();
        while (next()) {
            if (is("sheet")) {
                @Nullable String id = xml.getAttributeValue(RELATIONSHIPS, "id");
                id = id == null ? xml.getAttributeValue(STRICT_RELATIONSHIPS, "id") : id;
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private Map<String, String> targets() throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        while (next()) {
            if (is("Relationship") && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                targets.put(attribute("Id"), attribute("Target"));
            }
        }
        return targets;
    }

    private Sheet sheet(List<String> texts) throws XMLStreamException {
        Sheet sheet = new Sheet();
        int row = -1;
        int column = -1;
        while (next()) {
            if (is("row")) {
                String number = attribute("r");
                row = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) - 1 : row + 1;
                column = -1;
            } else if (is("c")) {
                @Nullable Integer named = Cell.column(attribute("r"));
                column = named == null ? column + 1 : named;
                @Nullable Cell cell = cell(texts);
                if (cell != null && !cell.isBlank()) {
                    requireInside(row, column, cell);
                    sheet.put(row, column, cell);
                }
            }
        }
        return sheet;
    }

    private static void requireInside(int row, int column, Cell cell) {
        if (row >= MOST_ROWS || column >= MOST_COLUMNS) {
            throw UploadedWorkbook.unreadable("The spreadsheet holds something in " + Cell.name(row, column)
                    + ": at most " + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns are allowed.");
        }
        if (cell.text().length() > LONGEST_TEXT) {
            throw UploadedWorkbook.unreadable("The text in " + Cell.name(row, column) + " is longer than the "
                    + LONGEST_TEXT + " characters allowed.");
        }
    }

    /** The cell that has begun; {@code null} = it is empty. */
    private @Nullable Cell cell(List<String> texts) throws XMLStreamException {
        String type = attribute("t");
        String value = "";
        @Nullable String formula = null;
        boolean held = false;
        while (xml.hasNext()) {
            int event = event();
            if (event == XMLStreamConstants.END_ELEMENT && is("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is("f")) {
                    formula = text("f");
                } else if (is("v") || is("is")) {
                    value = text(xml.getLocalName());
                    held = true;
                }
            }
        }
        if (formula != null) {
            return new Cell(Cell.Kind.FORMULA, formula);
        }
        return held ? cell(type, value, texts) : null;
    }

    private static Cell cell(String type, String value, List<String> texts) {
        return switch (type) {
            case "s" -> new Cell(Cell.Kind.TEXT, shared(value, texts));
            case "b" -> new Cell(Cell.Kind.YES_NO, value);
            case "e" -> new Cell(Cell.Kind.ERROR, value);
            case "inlineStr", "str", "d" -> new Cell(Cell.Kind.TEXT, value);
            default ->
                value.matches("[+-]?[0-9]{0,40}\\.?[0-9]{0,40}([eE][+-]?[0-9]{1,3})?") && value.matches(".*[0-9].*")
                        ? new Cell(Cell.Kind.NUMBER, value)
                        : new Cell(Cell.Kind.TEXT, value);
        };
    }

    private static String shared(String number, List<String> texts) {
        if (!number.matches("[0-9]{1,8}") || Integer.parseInt(number) >= texts.size()) {
            throw UploadedWorkbook.unreadable("A cell of the spreadsheet names a text that it does not hold.");
        }
        return texts.get(Integer.parseInt(number));
    }

    /** All characters inside the element that has begun, what is only read aloud left out. */
    private String text(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int unsaid = 0;
        while (depth > 0) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                unsaid += is("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                unsaid -= is("rPh") ? 1 : 0;
            } else if ((event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)
                    && unsaid == 0
                    && (depth > 1 || element.equals("v") || element.equals("f"))) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private boolean is(String element) {
        return xml.getLocalName().equals(element);
    }

    private String attribute(String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
