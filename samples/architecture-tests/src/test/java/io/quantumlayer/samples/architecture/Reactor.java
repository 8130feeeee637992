package io.quantumlayer.samples.architecture;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the modules of a reactor from its poms, so that no rule keeps a list of its own. */
final class Reactor {

    static final String GROUP = "io.quantumlayer";

    private final Path root;
    private final List<Artifact> artifacts;

    private Reactor(Path root) {
        this.root = root;
        this.artifacts = read(root).toList();
    }

    /** Reads the reactor whose parent pom lies in the folder. */
    static Reactor at(Path root) {
        return new Reactor(root);
    }

    /** Reads the reactor that built the running test. */
    static Reactor ofThisBuild() {
        try {
            Path folder = Path.of(Reactor.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.isDirectory(folder.resolve(".mvn"))) {
                folder = folder.getParent();
            }
            return at(folder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns every jar the reactor builds, samples included, in reactor order. */
    List<Artifact> artifacts() {
        return artifacts;
    }

    List<Artifact> published() {
        return artifacts.stream().filter(Artifact::isPublished).toList();
    }

    Path root() {
        return root;
    }

    /** Returns what the BOM manages of our own group. */
    Set<String> listedInBom() {
        Element managed = child(pom(root.resolve("ql-sdk-bom")), "dependencyManagement");
        Set<String> ids = new TreeSet<>();
        dependencies(managed).filter(Artifact.Dependency::isOwn).forEach(d -> ids.add(d.id()));
        return ids;
    }

    private static Stream<Artifact> read(Path folder) {
        Element pom = pom(folder);
        if (text(pom, "packaging", "jar").equals("pom")) {
            return children(child(pom, "modules"), "module")
                    .flatMap(m -> read(folder.resolve(m.getTextContent().strip())));
        }
        String module = text(child(pom, "properties"), "ql.module", "");
        return Stream.of(new Artifact(
                text(pom, "artifactId", ""), module, folder, dependencies(pom).toList()));
    }

    private static Stream<Artifact.Dependency> dependencies(Element parent) {
        return children(child(parent, "dependencies"), "dependency")
                .map(d -> new Artifact.Dependency(
                        text(d, "groupId", ""), text(d, "artifactId", ""), text(d, "scope", "compile")));
    }

    private static Element pom(Path folder) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile())
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("No readable pom in " + folder, e);
        }
    }

    /** Returns the first child called so, or an empty element: what a pom leaves out has no content. */
    private static Element child(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .orElseGet(() -> parent.getOwnerDocument().createElement(name));
    }

    private static Stream<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(name)) {
                found.add(e);
            }
        }
        return found.stream();
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name)
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse(otherwise);
    }
}
