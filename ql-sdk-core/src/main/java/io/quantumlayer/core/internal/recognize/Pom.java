package io.quantumlayer.core.internal.recognize;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a Maven project file says, as written: nothing is inherited and no property is replaced. */
final class Pom {
    private static final Pattern MODULE = Pattern.compile("\\w[\\w./-]{0,200}");

    private final Element project;

    private Pom(Element project) {
        this.project = project;
    }

    static Pom read(GivenTree tree, String path) {
        String text = tree.text(path).orElseThrow(() -> Refusal.unreadable(path, "it is not there"));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Pom(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
        } catch (SAXException e) {
            throw Refusal.unreadable(path, "it is no XML, or holds a document type");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser does not work", e);
        }
    }

    String packaging() {
        return text(project, "packaging").orElse("jar");
    }

    /** Returns the folders of the modules, none that leaves the project. */
    List<String> modules() {
        return children(project, "modules")
                .flatMap(modules -> children(modules, "module"))
                .map(module -> module.getTextContent().strip())
                .filter(module -> MODULE.matcher(module).matches() && !module.contains(".."))
                .toList();
    }

    boolean plugin(String artifact) {
        return children(project, "build")
                .flatMap(build -> children(build, "plugins"))
                .flatMap(plugins -> children(plugins, "plugin"))
                .anyMatch(plugin ->
                        text(plugin, "artifactId").filter(artifact::equals).isPresent());
    }

    boolean dependency(String artifact) {
        return children(project, "dependencies")
                .flatMap(all -> children(all, "dependency"))
                .anyMatch(
                        one -> text(one, "artifactId").filter(artifact::equals).isPresent());
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name)
                .map(child -> child.getTextContent().strip())
                .findFirst();
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        List<Element> found = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).forEach((Node node) -> {
            if (node instanceof Element element && name.equals(element.getTagName())) {
                found.add(element);
            }
        });
        return found.stream();
    }
}
