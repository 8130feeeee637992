package io.quantumlayer.image.jib.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files below a folder and where they go in an image. */
final class SourceFiles {
    private static final int MAX_FILES = 100_000;
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "__pycache__", ".venv", "venv", ".idea", ".vscode", ".DS_Store");

    private SourceFiles() {}

    /** Maps each file below a folder to its path in the image; links that leave the folder are refused. */
    static Map<String, Path> below(Path folder, String prefix) throws IOException {
        Path root = folder.toRealPath();
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                if (isLeftOut(root.relativize(file)) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                Path real = file.toRealPath();
                if (!real.startsWith(root) || !Files.isRegularFile(real)) {
                    throw Refusals.input(
                            "file", "The file " + file + " is a link out of " + folder + " or is special.");
                }
                files.put(prefix + "/" + root.relativize(file).toString().replace('\\', '/'), real);
                if (files.size() > MAX_FILES) {
                    throw Refusals.input("file", folder + " holds more than " + MAX_FILES + " files.");
                }
            }
        }
        return files;
    }

    private static boolean isLeftOut(Path relative) {
        for (Path segment : relative) {
            if (LEFT_OUT.contains(segment.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Says whether the owner may execute a file; who builds does not matter. */
    static boolean isProgram(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException e) {
            throw Refusals.input("file", "The file " + file + " cannot be read.", e);
        }
    }
}
