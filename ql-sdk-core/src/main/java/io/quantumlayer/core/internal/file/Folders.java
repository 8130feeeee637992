package io.quantumlayer.core.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handles folders whose content somebody else wrote: no link in them is ever followed. */
public final class Folders {
    private Folders() {}

    /**
     * Removes a file or a folder with all it holds; a link is removed, not its target.
     *
     * @param path what to remove; nothing happens if it is not there
     */
    public static void delete(Path path) {
        try {
            Files.walkFileTree(path, new Removal(null));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }

    /**
     * Reads the end of a file, unless a link, a pipe or a folder stands in its place.
     *
     * @param file the file
     * @param limit how many bytes at most
     * @return its last bytes, or empty if there is no such regular file
     */
    public static Optional<byte[]> tail(Path file, int limit) {
        boolean interrupted = Thread.interrupted();
        try {
            return Optional.of(read(file, limit));
        } catch (ClosedByInterruptException e) {
            // The interrupt is for whoever waits, and nobody does here.
            interrupted = Thread.interrupted();
            return tail(file, limit);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static byte[] read(Path file, int limit) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (SeekableByteChannel channel = Files.newByteChannel(file, options)) {
            long size = channel.size();
            channel.position(Math.max(0, size - limit));
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, limit));
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        private final @Nullable Path opened;

        /** Remembers the folder that was opened by force, so that this is tried once. */
        private Removal(@Nullable Path opened) {
            this.opened = opened;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            // Folders of stored trees are read-only, and what may not be written cannot be emptied.
            if (!Files.isWritable(folder) || !Files.isExecutable(folder)) {
                allow(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof AccessDeniedException
                    && !file.equals(opened)
                    && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                allow(file);
                Files.walkFileTree(file, new Removal(file));
            } else if (!(e instanceof NoSuchFileException)) {
                throw e;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }

        /** By name, since a folder that forbids everything cannot be opened to change that; no link gets here. */
        private static void allow(Path folder) throws IOException {
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }
}
