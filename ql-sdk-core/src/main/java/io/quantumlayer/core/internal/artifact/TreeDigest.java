package io.quantumlayer.core.internal.artifact;

import io.quantumlayer.api.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the digest of a tree, format 1: the SHA-256 of the line {@code ql-tree 1} and, for each file in the
 * order of {@link String#compareTo} of its path, the path in UTF-8, a zero byte, {@code x} or {@code -}, a zero
 * byte and the 32 bytes of the content's SHA-256. No path holds a zero byte, so no two trees give the same bytes.
 * Not thread-safe.
 */
final class TreeDigest {
    private static final byte[] HEADER = "ql-tree 1\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> entries = new TreeMap<>();

    void add(String path, boolean executable, byte[] contentDigest) {
        byte[] kind = {0, (byte) (executable ? 'x' : '-'), 0};
        byte[] entry = new byte[kind.length + contentDigest.length];
        System.arraycopy(kind, 0, entry, 0, kind.length);
        System.arraycopy(contentDigest, 0, entry, kind.length, contentDigest.length);
        entries.put(path, entry);
    }

    Digest digest() {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(HEADER);
        entries.forEach((path, entry) -> {
            sha256.update(path.getBytes(StandardCharsets.UTF_8));
            sha256.update(entry);
        });
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }
}
