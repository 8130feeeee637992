package io.quantumlayer.core.internal.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads a list of words from a file beside this class: words separated by blanks, comments after {@code #}. */
final class WordList {
    private WordList() {}

    static Set<String> load(String file) {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> words = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                StringTokenizer all = new StringTokenizer(line.startsWith("#") ? "" : line, " ");
                while (all.hasMoreTokens()) {
                    words.add(all.nextToken());
                }
            }
            return Collections.unmodifiableSet(words);
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " cannot be read", e);
        }
    }
}
