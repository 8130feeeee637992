package io.quantumlayer.provider.local.forwarder;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The release that receives the traffic.
 *
 * @param release its id: 1 to 128 letters, digits, dots, dashes and underscores, starting with a letter or digit
 * @param digest what it runs, such as {@code sha256:...}: 1 to 256 of the same characters or {@code : + = /}
 * @param port where it listens on loopback, 1 to 65535
 * @param since when the traffic was switched to it
 */
public record ForwarderTarget(String release, String digest, int port, Instant since) {

    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+=/-]{0,255}");

    /**
     * Checks that the values fit into one line of the control protocol.
     *
     * @throws IllegalArgumentException naming the first component that does not
     */
    public ForwarderTarget {
        if (!RELEASE.matcher(release).matches()) {
            throw new IllegalArgumentException("release is not 1 to 128 of [A-Za-z0-9._-]");
        }
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("digest is not 1 to 256 of [A-Za-z0-9._:+=/-]");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not 1 to 65535");
        }
    }

    /** Whether both name the same release, digest and port, whenever they were switched to. */
    boolean sameAs(ForwarderTarget other) {
        return release.equals(other.release) && digest.equals(other.digest) && port == other.port;
    }
}
