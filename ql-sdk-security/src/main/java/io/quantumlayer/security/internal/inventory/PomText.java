package io.quantumlayer.security.internal.inventory;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a {@code pom.xml} that name artifacts, as they stand there.
 *
 * @param coordinates group and version of the project
 * @param parent group and version of its parent
 * @param properties its properties
 * @param managed what it manages, each by element name
 * @param dependencies what it depends on, each by element name
 */
record PomText(
        Map<String, String> coordinates,
        Map<String, String> parent,
        Map<String, String> properties,
        List<Map<String, String>> managed,
        List<Map<String, String>> dependencies) {
    private static final int DEEPEST = 64;
    private static final String PROPERTIES = "project/properties/";

    static PomText of(String xml) throws MalformedLock {
        PomText pom = new PomText(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            pom.take(reader);
            reader.close();
        } catch (XMLStreamException e) {
            throw new MalformedLock("it is no XML, or has a document type", e);
        }
        return pom;
    }

    private void take(XMLStreamReader reader) throws XMLStreamException, MalformedLock {
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.addLast(reader.getLocalName());
                text.setLength(0);
                begin(path(open), open.size());
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(path(open), text.toString().strip());
                open.removeLast();
                text.setLength(0);
            } else if (event == XMLStreamConstants.DTD) {
                throw new MalformedLock("it has a document type");
            }
        }
    }

    private void begin(String path, int depth) throws MalformedLock {
        if (depth > DEEPEST) {
            throw new MalformedLock("its elements lie too deep in each other");
        }
        if (depth == 1 && !path.equals("project")) {
            throw new MalformedLock("it describes no project");
        }
        if (path.equals("project/dependencies/dependency")) {
            dependencies.add(new LinkedHashMap<>());
        } else if (path.equals("project/dependencyManagement/dependencies/dependency")) {
            managed.add(new LinkedHashMap<>());
        }
    }

    private void end(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String within = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        switch (within) {
            case "project" -> coordinates.put(name, text);
            case "project/parent" -> parent.put(name, text);
            case "project/dependencies/dependency" ->
                dependencies.get(dependencies.size() - 1).put(name, text);
            case "project/dependencyManagement/dependencies/dependency" ->
                managed.get(managed.size() - 1).put(name, text);
            default -> {
                if (path.startsWith(PROPERTIES)) {
                    properties.put(path.substring(PROPERTIES.length()), text);
                }
            }
        }
    }

    private static String path(Iterable<String> open) {
        StringBuilder path = new StringBuilder();
        for (Iterator<String> names = open.iterator(); names.hasNext(); ) {
            path.append(names.next()).append(names.hasNext() ? "/" : "");
        }
        return path.toString();
    }
}
