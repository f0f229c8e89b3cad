package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A PMML document of our own as elements, to be changed. Not thread-safe. */
final class PmmlMarkup {
    private final Document document;
    private final String namespace;

    private PmmlMarkup(Document document) {
        this.document = document;
        this.namespace =
                Objects.requireNonNullElse(document.getDocumentElement().getNamespaceURI(), "");
    }

    /** @param file that passed {@link PmmlGate} */
    static PmmlMarkup read(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new PmmlMarkup(factory.newDocumentBuilder().parse(new ByteArrayInputStream(file)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The trained model is not readable as XML: " + e.getMessage()
                            + "\nMaybe the trainer wrote a name that XML cannot hold.",
                    e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** Equal documents give equal bytes. */
    byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.setXmlStandalone(true);
            indent(root(), 0);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new EngineException(ErrorCode.INTERNAL, "A model could not be written as XML.", e);
        }
    }

    /** @param attributes name and value in turns */
    Element element(String name, String... attributes) {
        Element element = document.createElementNS(namespace, name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        return element;
    }

    Element text(String name, String text, String... attributes) {
        Element element = element(name, attributes);
        element.appendChild(document.createTextNode(text));
        return element;
    }

    Element with(Element parent, Element... children) {
        for (Element child : children) {
            parent.appendChild(child);
        }
        return parent;
    }

    /** A copy of an element of another document. */
    Element taken(Element foreign) {
        return (Element) document.importNode(foreign, true);
    }

    static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    /** Every element on a line of its own, indented as deep as it is. */
    private void indent(Element parent, int depth) {
        List<Element> children = children(parent);
        if (children.isEmpty()) {
            return;
        }
        while (parent.getFirstChild() != null) {
            parent.removeChild(parent.getFirstChild());
        }
        for (Element child : children) {
            parent.appendChild(document.createTextNode("\n" + " ".repeat(depth + 1)));
            parent.appendChild(child);
            indent(child, depth + 1);
        }
        parent.appendChild(document.createTextNode("\n" + " ".repeat(depth)));
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The first child of that name. @throws IllegalArgumentException when there is none */
    static Element child(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("A " + parent.getLocalName() + " has no " + name + "."));
    }
}
