package io.quantumlayer.security.internal.sbom;

import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of an image on disk, until it is closed. */
public final class UnpackedImage implements AutoCloseable {
    private final Path root;
    private final Digest digest;
    private final List<String> gaps;

    UnpackedImage(Path root, Digest digest, List<String> gaps) {
        this.root = root;
        this.digest = digest;
        this.gaps = gaps;
    }

    /** Returns the folder. */
    public Path root() {
        return root;
    }

    /** Returns the digest that was asked for. */
    public Digest digest() {
        return digest;
    }

    /** Returns what could not be read. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    void addGap(String gap) {
        gaps.add(gap);
    }

    @Override
    public void close() {
        try {
            remove(root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + root, e);
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
