package cip.core.score;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Drops every PMML Extension with all it contains: it says nothing about the score, and may hold any other vocabulary. */
final class WithoutExtensions extends XMLFilterImpl {
    private int dropping;

    @Override
    public void startElement(String uri, String name, String qualifiedName, Attributes attributes) throws SAXException {
        if (dropping > 0 || name.equals("Extension")) {
            dropping++;
            return;
        }
        super.startElement(uri, name, qualifiedName, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualifiedName) throws SAXException {
        if (dropping > 0) {
            dropping--;
            return;
        }
        super.endElement(uri, name, qualifiedName);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (dropping == 0) {
            super.characters(text, start, length);
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (dropping == 0) {
            super.startPrefixMapping(prefix, uri);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (dropping == 0) {
            super.endPrefixMapping(prefix);
        }
    }
}
