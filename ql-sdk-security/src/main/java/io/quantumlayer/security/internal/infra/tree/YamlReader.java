package io.quantumlayer.security.internal.infra.tree;

import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Items;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the documents of a YAML file as trees, without making objects of them. What has a tag of its own is open,
 * except a text for {@code !Sub} that holds no variable. Templates' marks leave a text open, too. Used once.
 */
public final class YamlReader {
    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 60;
    private static final int MOST_DOCUMENTS = 1_000;

    private int nodes;

    private YamlReader() {}

    /**
     * Reads a file.
     *
     * @param text its text
     * @return its documents, without empty ones
     * @throws MalformedInfra if it is no YAML, names a key twice, or is too large
     */
    public static List<Value> read(String text) throws MalformedInfra {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(text.length() + 1);
        options.setNestingDepthLimit(DEEPEST);
        YamlReader reader = new YamlReader();
        List<Value> documents = new ArrayList<>();
        try {
            for (Node document : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text))) {
                if (documents.size() == MOST_DOCUMENTS) {
                    throw new MalformedInfra(line(document), "it holds more than " + MOST_DOCUMENTS + " documents");
                }
                if (document != null && !isNull(document)) {
                    documents.add(reader.value(document, 0));
                }
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new MalformedInfra(line, "it is no YAML");
        } catch (YAMLException e) {
            throw new MalformedInfra(0, "it is no YAML, or too deep");
        }
        return documents;
    }

    private Value value(Node node, int depth) throws MalformedInfra {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new MalformedInfra(line(node), "it holds more, or deeper, values than are read");
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            return new Open(line(node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> values = new ArrayList<>();
            for (Node each : sequence.getValue()) {
                values.add(value(each, depth + 1));
            }
            return new Items(line(node), List.copyOf(values));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            fill(values, mapping, depth);
        }
        return new Fields(line(node), values);
    }

    private static Value scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        boolean substituted = scalar.getTag().getValue().equals("!Sub");
        boolean known = substituted || scalar.getTag().startsWith(Tag.PREFIX);
        boolean open = !known || text.contains("${") || text.contains("{{");
        return open ? new Open(line(scalar)) : new Text(line(scalar), text);
    }

    private void fill(Map<String, Value> values, MappingNode mapping, int depth) throws MalformedInfra {
        Map<String, Value> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                throw new MalformedInfra(line(key), "a key is no text");
            }
            if (name.getTag().equals(Tag.MERGE)) {
                merge(merged, value(tuple.getValueNode(), depth + 1));
            } else if (!isNull(tuple.getValueNode())
                    && values.put(name.getValue(), value(tuple.getValueNode(), depth + 1)) != null) {
                throw new MalformedInfra(line(key), "a key stands there twice");
            }
        }
        merged.forEach(values::putIfAbsent);
    }

    private static void merge(Map<String, Value> merged, Value value) {
        value.at("").forEach(each -> {
            if (each instanceof Fields fields) {
                fields.values().forEach(merged::putIfAbsent);
            }
        });
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
