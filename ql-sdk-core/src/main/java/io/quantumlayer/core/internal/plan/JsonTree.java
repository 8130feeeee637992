package io.quantumlayer.core.internal.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as a tree. */
final class JsonTree {
    private final JsonParser parser;
    private final Problems problems;

    JsonTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    static Node of(String text, Problems problems) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Node root = new JsonTree(parser, problems).value("", 1);
            if (parser.nextToken() != null) {
                problems.add(PlanSyntax.FILE, "be one document", "", "keep one plan a file");
            }
            return root;
        } catch (JsonProcessingException e) {
            // The library's own message may quote the text, and with it a secret.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(PlanSyntax.FILE, "be valid JSON", "line " + line, "check quotes, commas and brackets");
            throw problems.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    /** Reads the value that the parser stands on. */
    Node value(String path, int depth) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        PlanSyntax.checkDepth(depth, line, problems);
        problems.at(path, line);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, depth, line);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(path, depth, line);
        }
        return new Node.Scalar(type(token), parser.getText(), line);
    }

    private Node mapping(String path, int depth, int line) throws IOException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String place = PlanSyntax.child(path, name);
            parser.nextToken();
            if (fields.putIfAbsent(name, value(place, depth + 1)) != null) {
                problems.add(place, "stand once", "", "remove the repetition");
            }
        }
        return new Node.Fields(fields, line);
    }

    private Node list(String path, int depth, int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Items(items, line);
    }

    private static Node.Type type(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Node.Type.TEXT;
        }
        if (token == JsonToken.VALUE_NULL) {
            return Node.Type.NULL;
        }
        return token.isBoolean() ? Node.Type.BOOLEAN : Node.Type.NUMBER;
    }
}
