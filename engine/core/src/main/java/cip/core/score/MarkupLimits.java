package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A first reading of the markup that builds nothing: refuses what is not PMML 3.0 to 4.4, and what is nested or repeated
 * beyond the limits below, before any object is made of it. The limits are some ten times what the largest models in use
 * need; nesting is limited because readers and evaluators of models call themselves once per level.
 */
final class MarkupLimits extends DefaultHandler {
    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.dmg\\.org/PMML-(3_[0-2]|4_[0-4])");
    private static final int DEEPEST = 600;
    private static final int LONGEST_ATTRIBUTE = 1_000;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_TEXT = 4_000_000;
    private static final Map<String, Integer> DEEPEST_OF = Map.of(
            "Node", 500,
            "Apply", 100,
            "CompoundPredicate", 100,
            "CompoundRule", 100,
            "Extension", 10,
            "MiningModel", 5,
            "Segment", 10);
    private static final Map<String, Integer> MOST_OF = Map.of(
            "DataField", 20_000,
            "DerivedField", 50_000,
            "MiningField", 200_000,
            "DefineFunction", 1_000,
            "Apply", 500_000,
            "Segment", 20_000,
            "Extension", 500_000,
            "TextIndex", 0,
            "TableLocator", 0);

    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int depth;
    private int foreignDepth;
    private int textLength;
    private String namespace = "";
    private Locator locator = new org.xml.sax.helpers.LocatorImpl();

    /** The version that the namespace of the file names, e.g. {@code 4.4}. */
    String version() {
        return namespace.substring(namespace.lastIndexOf('-') + 1).replace('_', '.');
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) {
        if (depth == 0) {
            checkRoot(uri, name);
        }
        depth++;
        textLength = 0;
        if (depth > DEEPEST) {
            throw refused("elements nested more than " + DEEPEST + " deep");
        }
        checkAttributes(name, attributes);
        if (foreignDepth > 0 || !uri.equals(namespace)) {
            checkForeign(name, uri);
            return;
        }
        checkNesting(name);
        checkCount(name);
        if (name.equals("InlineTable")) {
            foreignDepth = 1;
        }
    }

    private void checkRoot(String uri, String name) {
        if (!name.equals("PMML") || !NAMESPACE.matcher(uri).matches()) {
            throw refused("the root element " + Quoted.of(name) + " in the namespace \"" + Quoted.of(uri)
                    + "\"; expected PMML of version 3.0 to 4.4");
        }
        namespace = uri;
    }

    private void checkAttributes(String name, Attributes attributes) {
        if (attributes.getLength() > MOST_ATTRIBUTES) {
            throw refused("an element " + Quoted.of(name) + " with " + attributes.getLength() + " attributes; at most "
                    + MOST_ATTRIBUTES + " are allowed");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getValue(i).length() > LONGEST_ATTRIBUTE) {
                throw refused("the attribute " + Quoted.of(attributes.getLocalName(i)) + " of " + Quoted.of(name)
                        + " with " + attributes.getValue(i).length() + " characters; at most " + LONGEST_ATTRIBUTE
                        + " are allowed");
            }
        }
    }

    /** Other vocabularies may stand inside Extension and InlineTable only. */
    private void checkForeign(String name, String uri) {
        if (foreignDepth == 0 && depths.getOrDefault("Extension", 0) == 0) {
            throw refused("the element " + Quoted.of(name) + " of the namespace \"" + Quoted.of(uri)
                    + "\" outside an Extension");
        }
        foreignDepth++;
    }

    private void checkNesting(String name) {
        Integer deepest = DEEPEST_OF.get(name);
        if (deepest != null && depths.merge(name, 1, Integer::sum) > deepest) {
            throw refused("elements " + name + " nested more than " + deepest + " deep");
        }
    }

    private void checkCount(String name) {
        Integer most = MOST_OF.get(name);
        if (most != null && counts.merge(name, 1, Integer::sum) > most) {
            throw refused(
                    most == 0
                            ? "the element " + name + ", which is not allowed here"
                            : "more than " + most + " elements " + name);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) {
        depth--;
        textLength = 0;
        if (foreignDepth > 0) {
            foreignDepth--;
            return;
        }
        if (DEEPEST_OF.containsKey(name)) {
            depths.merge(name, -1, Integer::sum);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        textLength += length;
        if (textLength > LONGEST_TEXT) {
            throw refused("a text of more than " + LONGEST_TEXT + " characters");
        }
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    private EngineException refused(String found) {
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                "The model file contains " + found + " (line " + locator.getLineNumber()
                        + ").\nMaybe it was not exported by a modelling tool.");
    }
}
