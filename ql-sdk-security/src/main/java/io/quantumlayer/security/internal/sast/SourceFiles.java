package io.quantumlayer.security.internal.sast;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The program texts of a source, without links, installed modules and the repository's own files.
 *
 * @param root the source
 * @param sizes each file's path within it and its size
 */
record SourceFiles(Path root, SortedMap<String, Long> sizes) {
    private static final Set<String> LEFT_OUT = Set.of(".git", "node_modules", ".venv", "venv");
    private static final int MOST_FILES = 50_000;
    private static final long MOST_BYTES = 512L << 20;

    static SourceFiles of(Path root) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private long bytes;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean out = !folder.equals(root)
                        && LEFT_OUT.contains(folder.getFileName().toString());
                return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && Language.of(path).isPresent()) {
                    bytes += attributes.size();
                    sizes.put(path, attributes.size());
                    if (sizes.size() > MOST_FILES || bytes > MOST_BYTES) {
                        throw new QuantumLayerException(Failure.of(
                                        ErrorType.RESOURCE,
                                        "scanner.sast.too-large",
                                        "the source holds more program text than is judged")
                                .notRetryable());
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new SourceFiles(root, Collections.unmodifiableSortedMap(sizes));
    }

    SourceFiles only(Predicate<String> wanted) {
        SortedMap<String, Long> some = new TreeMap<>(sizes);
        some.keySet().removeIf(wanted.negate());
        return new SourceFiles(root, some);
    }

    Set<String> paths() {
        return sizes.keySet();
    }

    long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Copies the files, so that no other file of the source can speak to the engine. */
    void copyTo(Path target) throws IOException {
        for (String path : sizes.keySet()) {
            Path file = target.resolve(path);
            Files.createDirectories(file.getParent());
            Files.copy(root.resolve(path), file, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
