package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Blobs by digest, as an OCI layout keeps them. */
final class BlobFolder {
    private static final int MAX_JSON = 4 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final Path folder;

    BlobFolder(Path layout) {
        this.folder = layout.resolve("blobs").resolve("sha256");
    }

    Path path(Digest digest) {
        return folder.resolve(digest.hex());
    }

    boolean has(RegistryDescriptor blob) {
        try {
            return Files.isRegularFile(path(blob.digest())) && Files.size(path(blob.digest())) == blob.size();
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a small blob and checks it. */
    byte[] read(Digest digest) {
        try (InputStream in = Files.newInputStream(path(digest))) {
            byte[] content = in.readNBytes(MAX_JSON + 1);
            if (content.length > MAX_JSON || !Digest.of(content).equals(digest)) {
                throw Refusals.input("blob", "The file " + path(digest) + " is not what its name says.");
            }
            return content;
        } catch (IOException e) {
            throw Refusals.base("The blob " + digest + " is not in " + folder + ".", e);
        }
    }

    RegistryDescriptor write(String mediaType, byte[] content) throws IOException {
        RegistryDescriptor blob = RegistryDescriptor.of(mediaType, content);
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "part", "");
        Files.write(part, content);
        Files.move(part, path(blob.digest()), StandardCopyOption.REPLACE_EXISTING);
        return blob;
    }

    /** Takes a blob over, by a link where the disk allows one. */
    void take(Path source, RegistryDescriptor blob) throws IOException {
        Files.createDirectories(folder);
        Path target = path(blob.digest());
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createLink(target, source);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Checks a blob that others wrote. */
    void check(RegistryDescriptor blob) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = Files.newInputStream(path(blob.digest()))) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        if (!has(blob)
                || !HexFormat.of()
                        .formatHex(sha256.digest())
                        .equals(blob.digest().hex())) {
            throw Refusals.input("blob", "The file " + path(blob.digest()) + " is not what its name says.");
        }
    }
}
