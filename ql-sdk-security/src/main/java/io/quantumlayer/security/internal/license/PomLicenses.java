package io.quantumlayer.security.internal.license;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a {@code pom.xml} says of licences.
 *
 * @param licenses name and address of each, of which one may be chosen
 * @param parent group, artifact and version of its parent
 */
record PomLicenses(List<Map<String, String>> licenses, Map<String, String> parent) {
    private static final String LICENSE = "project/licenses/license";
    private static final String PARENT = "project/parent/";
    private static final int DEEPEST = 64;

    /** Reads a file; empty if it is no XML or has a document type. */
    static Optional<PomLicenses> of(String xml) {
        PomLicenses pom = new PomLicenses(new ArrayList<>(), new HashMap<>());
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            boolean whole = pom.take(reader);
            reader.close();
            return whole ? Optional.of(pom) : Optional.empty();
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private boolean take(XMLStreamReader reader) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.addLast(reader.getLocalName());
                text.setLength(0);
                if (open.size() > DEEPEST) {
                    return false;
                }
                if (String.join("/", open).equals(LICENSE)) {
                    licenses.add(new HashMap<>());
                }
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(String.join("/", open), text.toString().strip());
                open.removeLast();
            } else if (event == XMLStreamConstants.DTD) {
                return false;
            }
        }
        return true;
    }

    private void end(String path, String text) {
        if (path.startsWith(LICENSE + "/")) {
            licenses.get(licenses.size() - 1).put(path.substring(LICENSE.length() + 1), text);
        } else if (path.startsWith(PARENT)) {
            parent.put(path.substring(PARENT.length()), text);
        }
    }

    /** The licence, or empty if there is none here or one of them is not certain. */
    Optional<LicenseExpression> stated() {
        List<LicenseExpression> known = new ArrayList<>();
        for (Map<String, String> license : licenses) {
            LicenseNames.meaning(license.getOrDefault("name", ""))
                    .or(() -> LicenseNames.meaning(license.getOrDefault("url", "")))
                    .ifPresent(known::add);
        }
        return known.isEmpty() || known.size() < licenses.size()
                ? Optional.empty()
                : Optional.of(LicenseExpression.any(known));
    }
}
