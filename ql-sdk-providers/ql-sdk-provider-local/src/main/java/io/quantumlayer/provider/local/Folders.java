package io.quantumlayer.provider.local;

import io.quantumlayer.api.spi.provider.Observation.Presence;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Makes and removes folders so that a crash at any point leaves nothing that looks complete. */
final class Folders {
    private static final String REMOVING = ".removing";
    private static final int TRIES = 5;

    private Folders() {}

    /** Makes a folder and its parents, readable by the owner only. */
    static Path create(Path folder) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return Files.createDirectories(folder, attributes(folder, "rwx------"));
            } catch (NoSuchFileException e) {
                // Another application of the tenant, just removed, took the empty parent away in between.
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Makes a folder within a private one, so that an account to which a launcher drops may enter it as well. */
    static Path createWithin(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }

    /** Writes a file that from its first moment only the owner may read, and that readers see whole or not at all. */
    static void writePrivately(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, attributes(file, "rw-------"));
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves a tree out of sight at once, then deletes it; finishes what an earlier call began. */
    static void discard(Path tree) throws IOException {
        Path doomed = doomed(tree);
        delete(doomed);
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(tree, doomed, StandardCopyOption.ATOMIC_MOVE);
            delete(doomed);
        }
    }

    /** Whether anything is left of a tree, what {@link #discard} did not finish included. */
    static Presence presence(Path tree) {
        Presence own = seen(tree);
        return own == Presence.ABSENT ? seen(doomed(tree)) : own;
    }

    /** Deletes a tree and follows no link out of it. */
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(tree, new Deletion());
        }
    }

    /** Deletes a folder and then each parent below {@code end} as long as they are empty. */
    static void prune(Path folder, Path end) throws IOException {
        Path current = folder;
        try {
            while (current != null && !current.equals(end) && current.startsWith(end)) {
                Files.deleteIfExists(current);
                current = current.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // Somebody's: this is where pruning ends.
            return;
        }
    }

    private static Presence seen(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Presence.PRESENT;
        }
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS) ? Presence.ABSENT : Presence.UNKNOWN;
    }

    private static Path doomed(Path tree) {
        return tree.resolveSibling(tree.getFileName() + REMOVING);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Deletes leaves first; what vanishes meanwhile is deleted already. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        /** Applications protect folders, as package stores do; their owner may delete them all the same. */
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!Files.isWritable(folder) && posix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
