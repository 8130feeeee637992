package io.quantumlayer.security.internal.inventory;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.security.inventory.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk through a source for the files that name packages, in the order of names; used once. */
public final class InventoryWalk {
    private static final int LARGEST = 32 << 20;
    private static final int LARGEST_JAR = 512 << 20;
    private static final int MOST_ENTRIES = 200_000;
    private static final int DEEPEST = 64;
    private static final Set<String> LEFT_OUT =
            Set.of("node_modules", ".git", ".venv", "venv", "__pycache__", ".gradle", ".hg", ".svn");
    private static final List<LockFormat> FORMATS = List.of(
            new NpmLock(),
            new PnpmLock(),
            new YarnLock(),
            new RequirementsFile(),
            new PipfileLock(),
            new PoetryLock(),
            new UvLock(),
            new GoModule(),
            new GradleLock(),
            new MavenList(),
            new MavenPom(),
            new PythonMetadata());
    private static final LockFormat NODE_PACKAGE = new NodePackage();

    private final Path root;
    private final boolean installed;
    private final Gathering out = new Gathering();
    private int entries;

    /**
     * Creates a walk.
     *
     * @param root the source
     */
    public InventoryWalk(Path root) {
        this(root, false);
    }

    private InventoryWalk(Path root, boolean installed) {
        this.root = root;
        this.installed = installed;
    }

    /**
     * Creates a walk through a system on which applications are installed, so that environments count too.
     *
     * @param root the system's root
     * @return the walk
     */
    public static InventoryWalk ofSystem(Path root) {
        return new InventoryWalk(root, true);
    }

    /**
     * Walks to the end.
     *
     * @return what was found
     * @throws QuantumLayerException of type validation if the root is no folder, of type resource beyond a bound
     */
    public Inventory run() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(ErrorType.VALIDATION, "no-folder", "the source is not a folder");
        }
        enter(root, "", 0);
        return out.inventory();
    }

    /**
     * Says how much was read for an inventory.
     *
     * @param root the source
     * @param inventory what was found in it
     * @param leftOut what was not looked at
     * @return the files that name packages, and their bytes
     * @throws UncheckedIOException if a file is gone since
     */
    public static Coverage coverage(Path root, Inventory inventory, List<String> leftOut) {
        long bytes = 0;
        for (String file : inventory.files()) {
            try {
                bytes += Files.size(root.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the source changed while it was scanned", e);
            }
        }
        return new Coverage(inventory.files().size(), bytes, leftOut);
    }

    private void enter(Path folder, String path, int depth) {
        if (depth > DEEPEST) {
            throw refused(ErrorType.RESOURCE, "too-deep", "folders lie deeper in each other than " + DEEPEST);
        }
        SortedMap<String, Path> children = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (++entries > MOST_ENTRIES) {
                    throw refused(ErrorType.RESOURCE, "too-many", "it holds more than " + MOST_ENTRIES + " files");
                }
                children.put(child.getFileName().toString(), child);
            }
        } catch (IOException | DirectoryIteratorException e) {
            out.unreadable(path.isEmpty() ? "." : path, "the folder could not be read");
            return;
        }
        children.forEach((name, child) -> visit(child, path.isEmpty() ? name : path + "/" + name, depth));
    }

    private void visit(Path child, String path, int depth) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            if (installed || !LEFT_OUT.contains(LockFormat.name(path))) {
                enter(child, path, depth + 1);
            }
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
            read(child, path);
        }
    }

    private void read(Path file, String path) {
        Optional<LockFormat> format = FORMATS.stream()
                .filter(f -> f.reads(path))
                .findFirst()
                .or(() -> Optional.of(NODE_PACKAGE).filter(f -> installed && f.reads(path)));
        try {
            if (format.isPresent()) {
                LockFile lock = new LockFile(path, text(file));
                Path sums = file.resolveSibling("go.sum");
                if (path.endsWith("go.mod") && Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
                    lock.neighbour("go.sum", text(sums));
                }
                format.get().read(lock, out);
                out.whole(path);
            } else if (path.endsWith(".jar") || path.endsWith(".war")) {
                jar(file, path);
            }
        } catch (IOException | MalformedLock e) {
            out.unreadable(path, e.getMessage() == null ? "it could not be read" : e.getMessage());
        }
    }

    private void jar(Path file, String path) throws IOException {
        if (Files.size(file) > LARGEST_JAR) {
            throw new IOException("it is larger than " + LARGEST_JAR + " bytes");
        }
        new JarIdentity(out).read(file, path);
    }

    private static String text(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new IOException("it is larger than " + LARGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is no UTF-8 text", e);
        }
    }

    private static QuantumLayerException refused(ErrorType type, String code, String message) {
        return new QuantumLayerException(
                Failure.of(type, "inventory." + code, message).notRetryable());
    }
}
