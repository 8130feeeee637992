package io.quantumlayer.core.internal.recognize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Git checkout, read from its files; Git itself is never started.
 *
 * @param root its folder
 * @param commit the commit that is checked out, or the empty text if the files do not tell
 */
record GitCheckout(Path root, String commit) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final Pattern REF = Pattern.compile("refs/[A-Za-z0-9._/-]{1,200}");
    private static final String ELSEWHERE = "gitdir: ";
    private static final int LIMIT = 4 * 1024 * 1024;

    /** Finds the checkout that a folder lies in. */
    static Optional<GitCheckout> around(Path folder) {
        for (Path root = folder; root != null; root = root.getParent()) {
            Path git = kept(root.resolve(".git"));
            if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS) && Files.isRegularFile(git.resolve("HEAD"))) {
                return Optional.of(new GitCheckout(root, commit(git)));
            }
        }
        return Optional.empty();
    }

    /** A second working tree and a submodule keep theirs elsewhere, and say so in a file. */
    private static Path kept(Path git) {
        String said = read(git).strip();
        return said.startsWith(ELSEWHERE) ? named(git.resolveSibling("."), said.substring(ELSEWHERE.length())) : git;
    }

    /** What no file system can name is nowhere. */
    private static Path named(Path from, String path) {
        try {
            return from.resolve(path.strip()).normalize();
        } catch (InvalidPathException notOne) {
            return from;
        }
    }

    /** The branches of a second working tree lie with the first one's. */
    private static Path shared(Path git) {
        String said = read(git.resolve("commondir"));
        return said.isEmpty() ? git : named(git, said);
    }

    private static String commit(Path git) {
        String head = read(git.resolve("HEAD")).strip();
        if (!head.startsWith("ref: ")) {
            return COMMIT.matcher(head).matches() ? head : "";
        }
        String ref = head.substring("ref: ".length()).strip();
        if (!REF.matcher(ref).matches() || List.of(ref.split("/")).contains("..")) {
            return "";
        }
        String loose = read(shared(git).resolve(ref)).strip();
        if (COMMIT.matcher(loose).matches()) {
            return loose;
        }
        return read(shared(git).resolve("packed-refs"))
                .lines()
                .filter(line -> line.endsWith(" " + ref))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(id -> COMMIT.matcher(id).matches())
                .findFirst()
                .orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LIMIT ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
