package io.quantumlayer.security.signing;

/** How a signature lies in a registry. */
public enum SignatureLayout {
    /** The newer one: a Sigstore bundle that refers to the image. */
    BUNDLE,
    /** The older one: a layer under the tag {@code sha256-<hex>.sig} or {@code .att}. */
    TAG
}
