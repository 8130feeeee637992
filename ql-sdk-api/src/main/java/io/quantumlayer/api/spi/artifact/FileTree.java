package io.quantumlayer.api.spi.artifact;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small tree of files in memory: relative paths with forward slashes, each with its content, in path order.
 *
 * <p>Every path is confined: absolute paths, {@code ..}, empty or dot segments, backslashes, control characters, drive
 * letters, reserved device names, trailing dots or blanks, {@code .git}, names of more than 255 bytes and names
 * that differ only by case are refused.
 */
public final class FileTree {
    private final Map<String, byte[]> files;
    private final Set<String> executables;

    private FileTree(Map<String, byte[]> files, Set<String> executables) {
        this.files = files;
        this.executables = executables;
    }

    /**
     * Creates a tree and checks every path.
     *
     * @param files path to content; the arrays are copied
     * @param executables the paths that may be executed
     * @return the tree
     * @throws IllegalArgumentException naming each path that is not confined
     */
    public static FileTree of(Map<String, byte[]> files, Set<String> executables) {
        PathRules.check(files.keySet());
        Map<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, content) -> copy.put(path, content.clone()));
        if (!copy.keySet().containsAll(executables)) {
            throw new IllegalArgumentException("an executable path is not among the files");
        }
        return new FileTree(copy, Collections.unmodifiableSet(new TreeSet<>(executables)));
    }

    /**
     * Returns the paths in order.
     *
     * @return unmodifiable, sorted
     */
    public Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /**
     * Returns the content of one file.
     *
     * @param path a path of {@link #paths()}
     * @return a copy of its bytes
     * @throws IllegalArgumentException if there is no such file
     */
    public byte[] content(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException("no file '" + path + "' in this tree");
        }
        return content.clone();
    }

    /**
     * Says whether a file may be executed.
     *
     * @param path a path
     * @return whether it was given as executable
     */
    public boolean executable(String path) {
        return executables.contains(path);
    }
}
