package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.dmg.pmml.PMML;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * What a model file from outside must pass before it is built. PMML is code: a function name may name a Java class, and
 * expressions may call each other, so that a small file can run classes, overflow the stack or never end. Therefore
 *
 * <ol>
 *   <li>the bytes: at most {@value #LARGEST_MEGABYTES} MB, not compressed, no DOCTYPE;
 *   <li>the markup: PMML 3.0 to 4.4, within {@link MarkupLimits};
 *   <li>the content: {@link ExpressionLimits} on functions, fields and regular expressions.
 * </ol>
 *
 * Whoever calls these does so inside a {@link BoundedRun}.
 */
final class PmmlGate {
    static final int LARGEST_MEGABYTES = 50;

    private PmmlGate() {}

    /** Checks the bytes and the markup. @return the PMML version, e.g. {@code 4.4} */
    static String checkMarkup(byte[] file) throws IOException, SAXException, ParserConfigurationException {
        checkBytes(file);
        MarkupLimits limits = new MarkupLimits();
        XMLReader reader = reader();
        reader.setContentHandler(limits);
        reader.setErrorHandler(limits);
        try {
            reader.parse(new InputSource(new ByteArrayInputStream(file)));
        } catch (SAXException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model file is not readable as XML: " + Quoted.withoutClasses(String.valueOf(e.getMessage()))
                            + "\nMaybe it was cut off on its way, or it is no PMML file.",
                    e);
        }
        return limits.version();
    }

    /** Checks functions, fields and regular expressions of what was read. */
    static void checkContent(PMML pmml) {
        if (pmml.getModels().isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The PMML file contains no model.\nMaybe only its data dictionary was exported.");
        }
        ExpressionLimits.check(pmml);
    }

    private static void checkBytes(byte[] file) {
        if (file.length == 0) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL, "The model file is empty.\nMaybe the upload was interrupted.");
        }
        if (file.length > LARGEST_MEGABYTES * 1_000_000) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model file has " + file.length + " bytes; at most " + LARGEST_MEGABYTES
                            + " MB are allowed.\nMaybe the ensemble can be trained with fewer trees.");
        }
        boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        boolean gzip = file.length > 1 && file[0] == 0x1f && file[1] == (byte) 0x8b;
        if (zip || gzip) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model file is compressed (" + (zip ? "zip" : "gzip")
                            + "); expected plain PMML.\nMaybe it must be unpacked first.");
        }
    }

    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return factory.newSAXParser().getXMLReader();
    }
}
