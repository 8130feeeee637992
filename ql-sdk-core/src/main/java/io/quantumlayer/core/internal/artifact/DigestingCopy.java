package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Copies the files of one tree, digests what it copies, and stops at the limit of the tree. Not thread-safe. */
final class DigestingCopy {
    private static final int BUFFER = 8 * 1024;

    private final Limits limits;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    DigestingCopy(Limits limits) {
        this.limits = limits;
    }

    /** Copies one file and returns the SHA-256 of its content. */
    byte[] copy(InputStream content, OutputStream output) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            if (bytes > limits.bytes()) {
                throw TreeScan.tooLarge(limits);
            }
            sha256.update(buffer, 0, read);
            output.write(buffer, 0, read);
        }
        return sha256.digest();
    }
}
