package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.security.internal.text.MalformedXml;
import io.quantumlayer.security.internal.text.XmlElements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        List<Map<String, String>> dependencies)
        implements XmlElements.Taker {
    private static final String PROPERTIES = "project/properties/";

    static PomText of(String xml) throws MalformedLock {
        PomText pom = new PomText(
                new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        try {
            XmlElements.read(xml, pom);
        } catch (MalformedXml e) {
            throw new MalformedLock(e.reason(), e);
        }
        return pom;
    }

    @Override
    public void begin(String path) throws MalformedXml {
        if (!path.equals("project") && !path.startsWith("project/")) {
            throw new MalformedXml("it describes no project");
        }
        if (path.equals("project/dependencies/dependency")) {
            dependencies.add(new LinkedHashMap<>());
        } else if (path.equals("project/dependencyManagement/dependencies/dependency")) {
            managed.add(new LinkedHashMap<>());
        }
    }

    @Override
    public void end(String path, String text) {
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
}
