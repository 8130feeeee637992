package io.quantumlayer.security.internal.sbom;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Lays layers over each other: plain files only, later ones win, whiteouts remove. Links are not followed or made. */
final class LayerFiles {
    private static final long MAX_BYTES = 4L * 1024 * 1024 * 1024;
    private static final int MAX_FILES = 500_000;
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final Path root;
    private long bytes;
    private int files;

    LayerFiles(Path root) {
        this.root = root;
    }

    void add(Path blob, boolean zipped) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(blob));
                InputStream plain = zipped ? new GZIPInputStream(raw) : raw;
                TarArchiveInputStream archive = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                add(entry, archive);
            }
        }
    }

    private void add(TarArchiveEntry entry, TarArchiveInputStream archive) throws IOException {
        Path target = confined(entry.getName());
        Path parent = target.getParent();
        if (target.equals(root) || parent == null) {
            return;
        }
        String name = target.getFileName().toString();
        if (name.equals(OPAQUE)) {
            UnpackedImage.remove(parent);
        } else if (name.startsWith(WHITEOUT)) {
            UnpackedImage.remove(target.resolveSibling(name.substring(WHITEOUT.length())));
        } else if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
            count(entry.getSize());
            makeFolder(parent);
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                UnpackedImage.remove(target);
            }
            Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        Path each = root;
        for (Path segment : root.relativize(folder)) {
            each = each.resolve(segment);
            if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(each);
            }
        }
        Files.createDirectories(folder);
    }

    private Path confined(String name) {
        try {
            Path target = root.resolve(name.startsWith("/") ? name.substring(1) : name)
                    .normalize();
            if (target.startsWith(root)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw refusal(ErrorType.VALIDATION, "A layer holds a path that is none.");
        }
        throw refusal(ErrorType.VALIDATION, "A layer holds a path that leaves it.");
    }

    private void count(long size) {
        bytes += size;
        files++;
        if (bytes > MAX_BYTES || files > MAX_FILES) {
            throw refusal(ErrorType.RESOURCE, "The image holds more than 4 GiB or " + MAX_FILES + " files.");
        }
    }

    private static QuantumLayerException refusal(ErrorType type, String message) {
        return new QuantumLayerException(Failure.of(type, "sbom.layer", message));
    }
}
