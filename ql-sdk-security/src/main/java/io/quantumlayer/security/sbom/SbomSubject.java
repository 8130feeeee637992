package io.quantumlayer.security.sbom;

import io.quantumlayer.api.evidence.Digest;
import java.util.Objects;

/**
 * What a bill of materials is about.
 *
 * @param kind whether it is an image or a folder
 * @param name an image's name without tag, or a folder's name
 * @param digest the digest of the artifact
 */
public record SbomSubject(Kind kind, String name, Digest digest) {
    /** The kinds of artifacts. */
    public enum Kind {
        /** An image. */
        CONTAINER,
        /** A folder with an application. */
        APPLICATION
    }

    /** Checks that nothing is missing. */
    public SbomSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(digest, "digest");
    }
}
