package io.quantumlayer.security.internal.trivy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A copy of a source without links and the repository's own files, in which no mark excuses a finding.
 *
 * @param files the paths of all files
 * @param bytes how many they hold
 */
record SourceCopy(SortedSet<String> files, long bytes) {
    private static final Set<String> LEFT_OUT = Set.of(".git");
    private static final Pattern EXCUSE = Pattern.compile("(?i)(trivy|tfsec|cfsec):ignore");
    private static final int MOST_FILES = 100_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final long LARGEST_TEXT = 4L << 20;

    /** Copies a source into a folder that is there. */
    static SourceCopy make(Path root, Path target) throws IOException {
        Copying copying = new Copying(root, target);
        Files.walkFileTree(root, copying);
        return new SourceCopy(Collections.unmodifiableSortedSet(copying.files), copying.bytes);
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final SortedSet<String> files = new TreeSet<>();
        private final Path root;
        private final Path target;
        private long bytes;

        Copying(Path root, Path target) {
            this.root = root;
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && LEFT_OUT.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target.resolve(root.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                String path = root.relativize(file).toString();
                files.add(path.replace('\\', '/'));
                bytes += attributes.size();
                if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
                    throw new QuantumLayerException(Failure.of(
                                    ErrorType.RESOURCE,
                                    "scanner.trivy.too-large",
                                    "the source is larger than is judged")
                            .notRetryable());
                }
                copy(file, target.resolve(path), attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        /** In the encoding that keeps every byte. */
        private static void copy(Path file, Path copy, long size) throws IOException {
            if (size > LARGEST_TEXT) {
                Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
                return;
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Files.write(copy, EXCUSE.matcher(text).replaceAll("$1_ignore").getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
