package io.quantumlayer.security.internal.sbom;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The digest of a folder: over each plain file's digest and path, ordered by path, as {@code sha256sum} prints. */
public final class FolderDigest {
    private static final int MOST_FILES = 200_000;

    private FolderDigest() {}

    /** Digests a folder; links are not followed. */
    public static Digest of(Path folder) {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), file);
                }
                if (files.size() > MOST_FILES) {
                    throw new QuantumLayerException(Failure.of(
                            ErrorType.RESOURCE, "sbom.folder", folder + " holds more than " + MOST_FILES + " files."));
                }
            }
            MessageDigest whole = Digest.sha256();
            for (Map.Entry<String, Path> file : files.entrySet()) {
                String line = digest(file.getValue()) + "  " + file.getKey() + "\n";
                whole.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return new Digest(HexFormat.of().formatHex(whole.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
