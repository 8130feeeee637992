package io.quantumlayer.blueprints.internal;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The templates of one blueprint, parsed once: an index names for each file when it is written, from what, and where.
 *
 * <p>Immutable and safe for use by several threads. Equal values render to equal bytes.
 */
final class TemplateSet {
    private static final String ALWAYS = "always";
    private static final String SUFFIX = ".mustache";

    /** Nothing is escaped, as the output is source code; an unknown name is a defect, never an empty text. */
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    private final List<Entry> entries;

    private TemplateSet(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads {@code files.txt} and the templates that it names from a folder beside this artifact's root package. A
     * template that begins with a slash lies in a folder that several blueprints share.
     */
    static TemplateSet load(String folder) {
        List<Entry> entries = new ArrayList<>();
        for (String line : resource(folder + "/files.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(entry(folder, line.split("\\s+")));
            }
        }
        return new TemplateSet(Collections.unmodifiableList(entries));
    }

    private static Entry entry(String folder, String[] columns) {
        String name = columns[1].startsWith("/") ? columns[1].substring(1) : folder + "/" + columns[1];
        String text = resource(name + SUFFIX);
        return new Entry(columns[0], COMPILER.compile(text), COMPILER.compile(columns[2]));
    }

    /** Returns path and content of every file whose condition is {@code always} or a value that is true. */
    SortedMap<String, byte[]> render(Map<String, Object> values) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.condition().equals(ALWAYS) || Boolean.TRUE.equals(values.get(entry.condition()))) {
                byte[] content = entry.content().execute(values).getBytes(StandardCharsets.UTF_8);
                files.put(entry.path().execute(values), content);
            }
        }
        return files;
    }

    private static String resource(String name) {
        try (InputStream in = TemplateSet.class.getResourceAsStream("/io/quantumlayer/blueprints/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the artifact lacks its template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Entry(String condition, Template content, Template path) {}
}
