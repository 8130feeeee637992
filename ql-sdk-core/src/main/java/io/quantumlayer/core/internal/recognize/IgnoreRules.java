package io.quantumlayer.core.internal.recognize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * Says which files of a folder belong to its application: what {@code .gitignore} files name does not, from the root of
 * the Git checkout down, nor do {@code .git} and the folders into which package managers install. Not thread-safe.
 *
 * <p>What is checked in although a pattern names it is left out too: only the files are read, not Git's index.
 */
final class IgnoreRules implements Predicate<String> {
    private static final int LIMIT = 256 * 1024;
    private static final Set<String> NEVER =
            Set.of(".git", "node_modules", ".venv", "venv", "__pycache__", ".gradle", ".DS_Store");

    private final Path root;
    private final Path top;
    private final Map<Path, IgnoreNode> known = new TreeMap<>();

    /**
     * Creates rules.
     *
     * @param folder the folder
     * @param top the root of the checkout around it, or the folder itself
     */
    IgnoreRules(Path folder, Path top) {
        this.root = folder;
        this.top = top;
    }

    /**
     * Makes the rules for a folder that somebody gives on purpose: if its checkout ignores the folder itself, such as
     * one that a build has made, only the rules inside it count.
     *
     * @param folder the folder
     * @param top the root of the checkout around it, or the folder itself
     * @return the rules
     */
    static IgnoreRules of(Path folder, Path top) {
        IgnoreRules whole = new IgnoreRules(top, top);
        Path below = top;
        for (Path part : top.relativize(folder)) {
            below = below.resolve(part);
            if (!below.equals(top) && !whole.test(top.relativize(below) + "/")) {
                return new IgnoreRules(folder, folder);
            }
        }
        return new IgnoreRules(folder, top);
    }

    @Override
    public boolean test(String path) {
        boolean isFolder = path.endsWith("/");
        Path entry = root.resolve(path);
        if (NEVER.contains(String.valueOf(entry.getFileName()))) {
            return false;
        }
        for (Path folder = entry.getParent(); folder != null && folder.startsWith(top); folder = folder.getParent()) {
            String relative = folder.relativize(entry).toString().replace('\\', '/');
            Boolean ignored = rules(folder).checkIgnored(relative, isFolder);
            if (ignored != null) {
                return !ignored;
            }
        }
        return true;
    }

    private IgnoreNode rules(Path folder) {
        return known.computeIfAbsent(folder, IgnoreRules::read);
    }

    private static IgnoreNode read(Path folder) {
        IgnoreNode node = new IgnoreNode();
        Path file = folder.resolve(".gitignore");
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                node.parse(new ByteArrayInputStream(in.readNBytes(LIMIT)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return node;
    }
}
