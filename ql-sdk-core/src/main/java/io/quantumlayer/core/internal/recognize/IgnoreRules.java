package io.quantumlayer.core.internal.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jgit.ignore.FastIgnoreRule;
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
        Path file = folder.resolve(".gitignore");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new IgnoreNode();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(LIMIT), StandardCharsets.UTF_8);
            return new IgnoreNode(text.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("/"))
                    .map(line -> rule(file, WildRule.simplified(line)))
                    .filter(rule -> !rule.isEmpty())
                    .collect(Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static FastIgnoreRule rule(Path file, String line) {
        if (!WildRule.isWild(line)) {
            return new FastIgnoreRule(line);
        }
        String anywhere = line.startsWith("**/") ? line.substring("**/".length()) : line;
        int slash = anywhere.indexOf('/');
        if (slash >= 0 && slash < anywhere.length() - 1) {
            throw Refusal.unreadable(
                    file.getFileName().toString(),
                    "the pattern '" + line
                            + "' has more than three asterisks in one name, or more than three times '**';"
                            + " give the folder a .gitignore of its own, or use fewer");
        }
        return new WildRule(anywhere);
    }
}
