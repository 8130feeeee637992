package io.quantumlayer.security.internal.infra;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.security.internal.infra.rule.InfraFile;
import io.quantumlayer.security.internal.scan.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk through a source in the order of its names that follows no link and reads only files that are wanted. */
final class InfraWalk {
    private static final Set<String> INSTALLED =
            Set.of("node_modules", ".git", ".venv", "venv", ".terraform", ".gradle", ".hg", ".svn");
    private static final int MOST_ENTRIES = 200_000;
    private static final int DEEPEST = 64;

    private final Path root;
    private final Patience patience;
    private final Visitor visitor;
    private int entries;

    InfraWalk(Path root, Patience patience, Visitor visitor) {
        this.root = root;
        this.patience = patience;
        this.visitor = visitor;
    }

    /** Takes what a walk meets. */
    interface Visitor {
        /** Whether a file of this name, in small letters, is to be read. */
        boolean wants(String name);

        /** Takes a file, or the beginning of one that is larger than is read. */
        void file(InfraFile file);

        /** Takes a wanted file or a folder that could not be read. */
        void unread(String path, String why);

        /** Takes a folder that is not walked through. */
        void leftOut(String path, String why);
    }

    /**
     * Walks to the end.
     *
     * @throws QuantumLayerException of type validation if the root is no folder, of type resource beyond a bound, of
     *     type timeout if nobody waits any more
     */
    void run() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(ErrorType.VALIDATION, "no-folder", "the source is not a folder");
        }
        enter(root, "", 0);
    }

    private void enter(Path folder, String path, int depth) {
        if (depth > DEEPEST) {
            throw refused(ErrorType.RESOURCE, "too-large", "folders lie deeper in each other than " + DEEPEST);
        }
        SortedMap<String, Path> children = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (++entries > MOST_ENTRIES) {
                    throw refused(ErrorType.RESOURCE, "too-large", "it holds more than " + MOST_ENTRIES + " files");
                }
                children.put(child.getFileName().toString(), child);
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(path.isEmpty() ? "." : path, e);
            return;
        }
        children.forEach((name, child) -> visit(child, path.isEmpty() ? name : path + "/" + name, depth));
    }

    private void visit(Path child, String path, int depth) {
        patience.check();
        String name = child.getFileName().toString();
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            if (INSTALLED.contains(name)) {
                visitor.leftOut(path, "what tools put there is not judged");
            } else {
                enter(child, path, depth + 1);
            }
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)
                && visitor.wants(name.toLowerCase(Locale.ROOT))) {
            read(child, path);
        }
    }

    private void read(Path file, String path) {
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes(InfraFile.LARGEST + 1);
        } catch (IOException e) {
            unreadable(path, e);
            return;
        }
        boolean whole = content.length <= InfraFile.LARGEST;
        visitor.file(new InfraFile(path, content, whole));
    }

    private void unreadable(String path, Exception why) {
        if (why instanceof ClosedByInterruptException) {
            throw patience.cancelled();
        }
        visitor.unread(path, "it could not be read (" + why.getClass().getSimpleName() + ")");
    }

    private static QuantumLayerException refused(ErrorType type, String code, String message) {
        return new QuantumLayerException(
                Failure.of(type, "scanner.infra." + code, message).notRetryable());
    }
}
