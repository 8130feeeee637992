package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.artifact.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through a folder that somebody else wrote and refuses what a stored tree may not hold, all of it at once. */
public final class TreeScan extends SimpleFileVisitor<Path> {
    private static final int NAMED = 20;
    private static final byte[] NOTHING = {};

    private final Path root;
    private final Limits limits;
    private final Predicate<String> taken;
    private final Map<String, Path> files = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    /** Those below the root. */
    private int folders = -1;

    private long bytes;

    private TreeScan(Path root, Limits limits, Predicate<String> taken) {
        this.root = root;
        this.limits = limits;
        this.taken = taken;
    }

    /**
     * Looks through a folder for what a stored tree of it would hold.
     *
     * @param folder the folder
     * @param taken which files, and which folders with a slash at their end
     * @return the files by relative path with forward slashes, in order
     */
    public static Map<String, Path> files(Path folder, Predicate<String> taken) {
        return files(folder, Limits.DEFAULT, taken);
    }

    static Map<String, Path> files(Path folder, Limits limits, Predicate<String> taken) {
        try {
            TreeScan scan = new TreeScan(folder, limits, taken);
            Files.walkFileTree(folder, scan);
            return scan.checked();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    static QuantumLayerException tooLarge(Limits limits) {
        String message = "the tree is larger than %,d files or %,d bytes: leave out what is not part of the application"
                .formatted(limits.files(), limits.bytes());
        return new QuantumLayerException(
                Failure.of(ErrorType.RESOURCE, "artifact.too-large", message).notRetryable());
    }

    static QuantumLayerException refused(String why) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "artifact.refused", why));
    }

    private Map<String, Path> checked() {
        try {
            Map<String, byte[]> names = new TreeMap<>();
            files.keySet().forEach(path -> names.put(path, NOTHING));
            FileTree.of(names, Set.of());
        } catch (IllegalArgumentException e) {
            refused.add(String.valueOf(e.getMessage()));
        }
        if (!refused.isEmpty()) {
            String some = String.join("; ", refused.subList(0, Math.min(NAMED, refused.size())));
            String rest = refused.size() > NAMED ? "; and " + (refused.size() - NAMED) + " more" : "";
            throw refused(some + rest);
        }
        return files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = relative(file);
        if (!taken.test(path)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            refused.add("'" + printable(path) + "' is a link");
        } else if (!attributes.isRegularFile()) {
            refused.add("'" + printable(path) + "' is neither a file nor a folder");
        } else {
            files.put(path, file);
            bytes += attributes.size();
        }
        return within(bytes <= limits.bytes() && files.size() + refused.size() <= limits.files());
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!folder.equals(root) && !taken.test(relative(folder) + "/")) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders++;
        return within(folders <= limits.files());
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }

    private FileVisitResult within(boolean limit) {
        if (!limit) {
            throw tooLarge(limits);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        if (e != null) {
            throw e;
        }
        return FileVisitResult.CONTINUE;
    }

    /** Says whether the owner may execute a file, whoever asks. */
    static boolean executable(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null
                ? Files.isExecutable(file)
                : view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }
}
