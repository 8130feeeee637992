package io.quantumlayer.core.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Hands folders over to the account of sandboxed commands; links change owner themselves, never their targets. */
final class Ownership extends SimpleFileVisitor<Path> {
    private final int id;

    private Ownership(int id) {
        this.id = id;
    }

    /** A folder changes hands after its content, so that one whose own owner is right has nothing left to do. */
    static void give(Path folder, int id) {
        try {
            Files.walkFileTree(folder, new Ownership(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand over " + folder, e);
        }
    }

    static int of(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see the owner of " + path, e);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        own(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
        if (e != null) {
            throw e;
        }
        own(folder);
        return FileVisitResult.CONTINUE;
    }

    private void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", id, LinkOption.NOFOLLOW_LINKS);
    }
}
