package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.io.ByteArrayInputStream;
import java.util.MissingResourceException;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through an XML document once. One with a DOCTYPE is refused, and with it all entities but XML's own; so is one
 * that is not well-formed.
 */
final class XmlCursor {

    static final int DEEPEST = 50;

    private final XMLStreamReader xml;
    private int startLine = 1;
    private int startColumn = 1;

    XmlCursor(byte[] file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    boolean hasNext() {
        try {
            return xml.hasNext();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    int next() {
        var next = read();
        if (next == XMLStreamConstants.DTD) {
            throw new InvalidReport(line(), "A DOCTYPE is not accepted");
        }
        return next;
    }

    private int read() {
        startLine = line();
        // Behind text the parser has seen the first letter of what follows it.
        startColumn = Math.max(1, xml.getLocation().getColumnNumber() - (isText(xml.getEventType()) ? 1 : 0));
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        } catch (MissingResourceException e) {
            // The parser has no words for some of its complaints.
            throw new InvalidReport(line(), "Not well-formed XML");
        }
    }

    private static InvalidReport notWellFormed(XMLStreamException e) {
        var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return new InvalidReport(line, "Not well-formed XML");
    }

    /** Whether there is another child element; text before it says nothing. If not, the element has ended. */
    boolean nextChild() {
        var next = next();
        while (next != XMLStreamConstants.START_ELEMENT && next != XMLStreamConstants.END_ELEMENT) {
            next = next();
        }
        return next == XMLStreamConstants.START_ELEMENT;
    }

    /**
     * All text up to the element's end that is in none of its children.
     *
     * @param child is told the name of each child, and reads up to its end
     */
    String ownText(Consumer<String> child) {
        var text = new StringBuilder();
        for (var next = next(); next != XMLStreamConstants.END_ELEMENT; next = next()) {
            if (next == XMLStreamConstants.START_ELEMENT) {
                child.accept(name());
            } else if (isText(next)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** All text up to the element's end, that of elements in it too. */
    String text() {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            var next = next();
            depth += next == XMLStreamConstants.START_ELEMENT ? 1 : next == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (isText(next)) {
                text.append(xml.getText());
            }
            if (depth > DEEPEST) {
                throw new InvalidReport(line(), "Elements are nested deeper than " + DEEPEST);
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    String name() {
        return xml.getLocalName();
    }

    /** Null for none, or a blank one. */
    String attribute(String name) {
        return PlainText.orNull(xml.getAttributeValue(null, name));
    }

    /** Where what was read last begins in the file, from 1. */
    int startLine() {
        return startLine;
    }

    /** In the line where it begins, from 1. */
    int startColumn() {
        return startColumn;
    }

    /** From 1. */
    int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }
}
