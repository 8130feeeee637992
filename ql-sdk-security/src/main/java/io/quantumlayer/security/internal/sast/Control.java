package io.quantumlayer.security.internal.sast;

import io.quantumlayer.security.internal.program.UntrustedAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts with a plain weakness that lie beside the source, one a language: an engine that does not see them does not
 * look, whatever it says of the rest.
 *
 * @param texts each text by its path
 */
record Control(SortedMap<String, String> texts) {
    private static final String EVAL = "function control(text) {\n  return eval(text);\n}\n";
    private static final Map<Language, String> WEAK = Map.of(
            Language.PYTHON,
            "def control(text):\n    return eval(text)\n",
            Language.JAVASCRIPT,
            EVAL,
            Language.TYPESCRIPT,
            EVAL,
            Language.JAVA,
            """
                    import java.security.MessageDigest;

                    class Control {
                        MessageDigest control() throws Exception {
                            return MessageDigest.getInstance("MD5");
                        }
                    }
                    """);

    /** The texts for the languages of files, in a folder named after a word that no source can know. */
    static Control of(Set<String> files, String word) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : files) {
            Optional<Language> language = Language.of(file);
            String text = language.map(WEAK::get).orElse(null);
            if (text != null) {
                texts.put("control-" + word + "/control." + language.get().ending(), text);
            }
        }
        return new Control(Collections.unmodifiableSortedMap(texts));
    }

    /** Writes them into the copy of the source. */
    void writeTo(Path source) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = source.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    /** The files with these among them. */
    Set<String> with(Set<String> files) {
        Set<String> all = new HashSet<>(files);
        all.addAll(texts.keySet());
        return all;
    }

    /**
     * Takes what was said of these texts out of what was said.
     *
     * @throws UntrustedAnswer if one of them was not seen
     */
    List<Issue> without(List<Issue> issues) throws UntrustedAnswer {
        Set<String> unseen = new HashSet<>(texts.keySet());
        List<Issue> left = new ArrayList<>();
        for (Issue issue : issues) {
            unseen.remove(issue.place().path());
            if (!texts.containsKey(issue.place().path())) {
                left.add(issue);
            }
        }
        if (!unseen.isEmpty()) {
            throw new UntrustedAnswer("it did not see the weakness that was laid before it to see whether it looks");
        }
        return left;
    }
}
