package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.core.internal.file.Folders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores trees as folders named by their digest. Thread-safe, also between processes.
 *
 * <p>A tree is written aside, made read-only and moved into place as the very last act; who comes second drops its
 * copy. Nothing is forced to disk: a power cut may lose a tree, and whoever needs one makes it again from what the
 * journal holds. At most 20,000 files and 512 MiB a tree; empty folders are not part of a tree.
 */
public final class FileArtifactStore implements ArtifactStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileArtifactStore.class);

    private final Path root;
    private final Limits limits;
    private final Drafts drafts;

    private FileArtifactStore(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
        this.drafts = new Drafts(root.resolve("drafts"));
    }

    /**
     * Opens a store and removes what writers that died have left behind.
     *
     * @param root its folder, which is created if needed and belongs to the store alone
     * @return the store
     */
    public static FileArtifactStore open(Path root) {
        return open(root, Limits.DEFAULT);
    }

    static FileArtifactStore open(Path root, Limits limits) {
        try {
            FileArtifactStore store = new FileArtifactStore(root, limits);
            store.drafts.removeOfDeadWriters();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the artifact store in " + root, e);
        }
    }

    @Override
    public Digest put(FileTree tree) {
        if (tree.paths().size() > limits.files()) {
            throw TreeScan.tooLarge(limits);
        }
        return store(contents(tree));
    }

    private static Map<String, Content> contents(FileTree tree) {
        Map<String, Content> files = new TreeMap<>();
        for (String path : tree.paths()) {
            files.put(path, new Content(tree.executable(path), () -> new ByteArrayInputStream(tree.content(path))));
        }
        return files;
    }

    @Override
    public Digest put(Path folder) {
        return put(folder, path -> true, FileTree.of(Map.of(), Set.of()));
    }

    @Override
    public Digest put(Path folder, Predicate<String> taken, FileTree added) {
        Map<String, Content> files = contents(added);
        try {
            for (Map.Entry<String, Path> file :
                    TreeScan.files(folder, limits, taken).entrySet()) {
                if (files.put(file.getKey(), content(file.getValue())) != null) {
                    throw TreeScan.refused("'" + file.getKey() + "' is a name that is needed for a file of the build");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return store(files);
    }

    /** Opened without following links, since the folder may have changed after it was looked through. */
    private static Content content(Path file) throws IOException {
        return new Content(TreeScan.executable(file), () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public boolean contains(Digest digest) {
        return Files.isDirectory(root.resolve(digest.hex()));
    }

    @Override
    public boolean verify(Digest digest) {
        Path tree = root.resolve(digest.hex());
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        boolean intact = isIntact(digest, tree);
        if (!intact) {
            remove(tree);
        }
        return intact;
    }

    /** A link in the place of a tree, or of a file in it, is damage whatever it leads to. */
    private boolean isIntact(Digest digest, Path tree) {
        try {
            if (!Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Map<String, Content> files = new TreeMap<>();
            for (Map.Entry<String, Path> file :
                    TreeScan.files(tree, limits, path -> true).entrySet()) {
                files.put(file.getKey(), content(file.getValue()));
            }
            return digest(files).equals(digest);
        } catch (QuantumLayerException damaged) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + tree, e);
        }
    }

    /** Moved aside first, so that nobody sees half of it. */
    private void remove(Path tree) {
        try {
            Path draft = drafts.create();
            try {
                if (Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
                    TreeWriter.unprotect(tree);
                }
                Files.move(tree, draft.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException removed) {
                // Somebody else saw the same damage.
                LOG.debug("the damaged tree {} is gone already", tree);
            } finally {
                Folders.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the damaged tree " + tree, e);
        }
    }

    @Override
    public Path open(Digest digest) {
        if (!contains(digest)) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.DEPENDENCY, "artifact.missing", "the store has no tree " + digest));
        }
        return root.resolve(digest.hex());
    }

    @Override
    public void copyTo(Digest digest, Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("target '" + target + "' exists already");
        }
        Map<String, Path> files = TreeScan.files(open(digest), limits, path -> true);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Folders.delete(part);
            Files.createDirectories(part);
            TreeWriter writer = new TreeWriter(part, limits);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                try (InputStream content = Files.newInputStream(file.getValue())) {
                    writer.write(file.getKey(), TreeScan.executable(file.getValue()), content);
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy to " + target, e);
        }
    }

    private Digest store(Map<String, Content> files) {
        try {
            // A tree that is there already, the usual case of a repeated build, is read and not written again.
            Digest known = digest(files);
            if (contains(known)) {
                return known;
            }
            Path draft = drafts.create();
            try {
                return store(files, draft);
            } catch (InvalidPathException e) {
                // A JVM that was started without a UTF-8 locale cannot name such files at all.
                throw TreeScan.refused("'" + e.getInput() + "' cannot be written in the locale of the host's JVM");
            } finally {
                Folders.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store a tree in " + root, e);
        }
    }

    private Digest digest(Map<String, Content> files) throws IOException {
        TreeDigest digest = new TreeDigest();
        DigestingCopy reading = new DigestingCopy(limits);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            try (InputStream content = file.getValue().source().open()) {
                byte[] sha256 = reading.copy(content, OutputStream.nullOutputStream());
                digest.add(file.getKey(), file.getValue().executable(), sha256);
            }
        }
        return digest.digest();
    }

    private Digest store(Map<String, Content> files, Path draft) throws IOException {
        Path tree = Files.createDirectory(draft.resolve("tree"));
        TreeWriter writer = new TreeWriter(tree, limits);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            try (InputStream content = file.getValue().source().open()) {
                writer.write(file.getKey(), file.getValue().executable(), content);
            }
        }
        Digest digest = writer.seal(files.keySet());
        Path place = root.resolve(digest.hex());
        if (movedIntoPlace(tree, place)) {
            writer.protect(place);
        }
        return digest;
    }

    private static boolean movedIntoPlace(Path tree, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return false;
        }
        try {
            Files.move(tree, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            // A folder cannot replace one that holds files: the same tree came first.
            if (Files.isDirectory(place)) {
                return false;
            }
            throw e;
        }
    }

    private record Content(boolean executable, Source source) {}

    private interface Source {
        InputStream open() throws IOException;
    }
}
