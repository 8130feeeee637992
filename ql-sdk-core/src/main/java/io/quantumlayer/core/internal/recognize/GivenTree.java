package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a given source that would be taken, by relative path; read within limits, never run. */
final class GivenTree {
    private static final int LIMIT = 512 * 1024;

    private final Map<String, Path> files;

    GivenTree(Map<String, Path> files) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    Set<String> paths() {
        return files.keySet();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /** Returns the paths with an ending, outside folders that hold tests. */
    Stream<String> ending(String ending) {
        return files.keySet().stream().filter(path -> path.endsWith(ending)).filter(path -> !isTest(path));
    }

    private static boolean isTest(String path) {
        return Stream.of(path.split("/"))
                .anyMatch(part -> part.equals("test") || part.equals("tests") || part.startsWith("test_"));
    }

    /** Returns a part of the tree, with paths relative to its folder. */
    GivenTree within(String folder) {
        Map<String, Path> part = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith(folder + "/")) {
                part.put(path.substring(folder.length() + 1), file);
            }
        });
        return new GivenTree(part);
    }

    /** Returns the folders right below the root. */
    Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        files.keySet().stream()
                .filter(path -> path.contains("/"))
                .forEach(path -> folders.add(path.substring(0, path.indexOf('/'))));
        return folders;
    }

    /**
     * Reads a text file.
     *
     * @throws QuantumLayerException if it is larger than 512 KiB
     */
    Optional<String> text(String path) {
        Path file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(LIMIT + 1);
            if (content.length > LIMIT) {
                throw Refusal.unreadable(path, "it is larger than 512 KiB");
            }
            return Optional.of(new String(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Reads source code; a file too large to be looked through counts as empty. */
    String code(String path) {
        try {
            return text(path).orElse("");
        } catch (QuantumLayerException tooLarge) {
            return "";
        }
    }
}
