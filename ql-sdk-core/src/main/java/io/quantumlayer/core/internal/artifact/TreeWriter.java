package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;

/** Writes one tree into a new folder and digests what it really wrote. Not thread-safe. */
final class TreeWriter {
    private final Path root;
    private final boolean posix;
    private final TreeDigest digest = new TreeDigest();
    private final Set<Path> folders = new TreeSet<>();
    private final DigestingCopy files;

    /** Begins with the folder, which must exist and be empty. */
    TreeWriter(Path root, Limits limits) throws IOException {
        this.root = root;
        this.files = new DigestingCopy(limits);
        FileStore store = Files.getFileStore(root);
        this.posix = store.supportsFileAttributeView("posix");
        allow(root, "rwxr-xr-x");
    }

    void write(String path, boolean executable, InputStream content) throws IOException {
        Path file = root.resolve(path);
        createFolders(file);
        byte[] sha256;
        try (OutputStream output = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            sha256 = files.copy(content, output);
        }
        allow(file, executable ? "rwxr-xr-x" : "rw-r--r--");
        digest.add(path, executable, sha256);
    }

    private void createFolders(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || folder.equals(root) || !folders.add(folder)) {
            return;
        }
        createFolders(folder);
        Files.createDirectory(folder);
        allow(folder, "rwxr-xr-x");
    }

    /** Takes away the right to write from everything but the root folder, which could not be moved without it. */
    Digest seal(Set<String> paths) throws IOException {
        for (String path : paths) {
            protect(root.resolve(path));
        }
        for (Path folder : folders) {
            protect(folder);
        }
        return digest.digest();
    }

    /** Gives the owner the right to move a folder back, where there are such rights. */
    static void unprotect(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            permissions.add(PosixFilePermission.OWNER_WRITE);
            Files.setPosixFilePermissions(folder, permissions);
        }
    }

    void protect(Path path) throws IOException {
        if (!posix) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        permissions.removeAll(PosixFilePermissions.fromString("-w--w--w-"));
        Files.setPosixFilePermissions(path, permissions);
    }

    private void allow(Path path, String permissions) throws IOException {
        if (posix) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
