package io.quantumlayer.api.spi.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a signature must be about: a digest and, where it is at hand, the file of that digest.
 *
 * @param digest the SHA-256 of the content
 * @param file the content itself, which some kinds of key need; empty if only the digest is known
 */
public record SignedSubject(Digest digest, Optional<Path> file) {
    private static final int BUFFER = 64 * 1024;

    /**
     * Names content by its digest alone.
     *
     * @param digest the SHA-256
     * @return the subject
     */
    public static SignedSubject of(Digest digest) {
        return new SignedSubject(digest, Optional.empty());
    }

    /**
     * Reads a file and digests it.
     *
     * @param file the file
     * @return the subject
     * @throws QuantumLayerException of type validation if the file cannot be read
     */
    public static SignedSubject of(Path file) {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            byte[] buffer = new byte[BUFFER];
            int read = in.read(buffer);
            while (read >= 0) {
                read = in.read(buffer);
            }
        } catch (IOException e) {
            throw new QuantumLayerException(
                    Failure.of(
                            ErrorType.VALIDATION,
                            "signing.subject-unreadable",
                            "The file " + file + " cannot be read; name an existing file or sha256:<64 hex digits>."),
                    e);
        }
        return new SignedSubject(new Digest(HexFormat.of().formatHex(sha256.digest())), Optional.of(file));
    }
}
