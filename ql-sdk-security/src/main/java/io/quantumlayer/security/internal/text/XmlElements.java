package io.quantumlayer.security.internal.text;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads hostile XML element by element: no document type, nothing from outside, no more than 64 elements deep. */
public final class XmlElements {
    private static final int DEEPEST = 64;

    private XmlElements() {}

    /** Takes the elements; a path is the names from the root on, with slashes between them. */
    public interface Taker {
        /**
         * An element begins.
         *
         * @param path its path
         * @throws MalformedXml if it may not stand there
         */
        void begin(String path) throws MalformedXml;

        /**
         * An element ends.
         *
         * @param path its path
         * @param text what stands in it after its last child, without blanks around
         */
        void end(String path, String text);
    }

    /**
     * Reads a document.
     *
     * @param xml the document
     * @param taker takes its elements in their order
     * @throws MalformedXml if it is no XML, has a document type, lies too deep, or the taker says so
     */
    public static void read(String xml, Taker taker) throws MalformedXml {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            read(reader, taker);
            reader.close();
        } catch (XMLStreamException e) {
            throw new MalformedXml("it is no XML, or has a document type", e);
        }
    }

    private static void read(XMLStreamReader reader, Taker taker) throws XMLStreamException, MalformedXml {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.addLast(reader.getLocalName());
                text.setLength(0);
                if (open.size() > DEEPEST) {
                    throw new MalformedXml("its elements lie too deep in each other");
                }
                taker.begin(String.join("/", open));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                taker.end(String.join("/", open), text.toString().strip());
                open.removeLast();
                text.setLength(0);
            } else if (event == XMLStreamConstants.DTD) {
                throw new MalformedXml("it has a document type");
            }
        }
    }
}
