package io.quantumlayer.core.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as a tree, from the parser's events and without the library's object construction: one document, plain
 * scalars as YAML 1.2 sees them, no anchor, alias or tag.
 */
final class YamlTree {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,9})?");

    private final Parser parser;
    private final Problems problems;

    private YamlTree(String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(PlanSyntax.MAX_LENGTH);
        options.setNestingDepthLimit(PlanSyntax.MAX_DEPTH);
        this.parser = new ParserImpl(new StreamReader(text), options);
        this.problems = problems;
    }

    static Node of(String text, Problems problems) {
        try {
            return new YamlTree(text, problems).document();
        } catch (MarkedYAMLException e) {
            String place = e.getProblemMark() == null
                    ? ""
                    : "line " + (e.getProblemMark().getLine() + 1);
            problems.add(PlanSyntax.FILE, "be valid YAML", place, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(PlanSyntax.FILE, "be valid YAML", "", "remove characters that cannot be printed");
        }
        throw problems.refusal();
    }

    private Node document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Node.Scalar(Node.Type.NULL, "", 1);
        }
        parser.getEvent();
        Node root = node("", 1);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(PlanSyntax.FILE, "be one document", "", "keep one plan a file");
        }
        return root;
    }

    private Node node(String path, int depth) {
        Event event = parser.getEvent();
        int line = event.getStartMark().getLine() + 1;
        PlanSyntax.checkDepth(depth, line, problems);
        problems.at(path, line);
        boolean refused = refused(path, event, line);
        Node node = content(path, event, depth);
        return refused ? Node.refused(line) : node;
    }

    private Node content(String path, Event event, int depth) {
        int line = event.getStartMark().getLine() + 1;
        if (event instanceof MappingStartEvent) {
            return mapping(path, depth, line);
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(path, depth, line);
        }
        return event instanceof ScalarEvent scalar ? scalar(scalar, line) : Node.refused(line);
    }

    private boolean refused(String path, Event event, int line) {
        String place = path.isEmpty() ? PlanSyntax.FILE : path;
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            boolean alias = event.is(Event.ID.Alias);
            problems.add(place, alias ? "not be an alias" : "not have an anchor", "line " + line, "write it out");
            return true;
        }
        String tag = tag(event);
        if (tag != null) {
            problems.add(place, "not have a tag", tag, "remove it; the field's type is known");
            return true;
        }
        return false;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private Node mapping(String path, int depth, int line) {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            int keyLine = parser.peekEvent().getStartMark().getLine() + 1;
            Node key = node(path, depth + 1);
            String name = key instanceof Node.Scalar scalar ? scalar.text() : "";
            String place = PlanSyntax.child(path, name);
            Node value = node(place, depth + 1);
            if (!(key instanceof Node.Scalar)) {
                problems.add(path.isEmpty() ? PlanSyntax.FILE : path, "have names as keys", "line " + keyLine, "");
            } else if (key.type() != Node.Type.REFUSED && fields.putIfAbsent(name, value) != null) {
                problems.add(place, "stand once", "", "line " + keyLine + " repeats it");
            }
        }
        parser.getEvent();
        return new Node.Fields(fields, line);
    }

    private Node sequence(String path, int depth, int line) {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(path + "[" + items.size() + "]", depth + 1));
        }
        parser.getEvent();
        return new Node.Items(items, line);
    }

    private static Node scalar(ScalarEvent event, int line) {
        String text = event.getValue();
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        return new Node.Scalar(plain ? type(text) : Node.Type.TEXT, text, line);
    }

    private static Node.Type type(String text) {
        if (NULLS.contains(text)) {
            return Node.Type.NULL;
        }
        if (BOOLEANS.contains(text)) {
            return Node.Type.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? Node.Type.NUMBER : Node.Type.TEXT;
    }
}
